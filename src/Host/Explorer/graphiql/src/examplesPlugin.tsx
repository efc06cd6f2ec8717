import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { examples, variablesOf, type Example } from './examples';

/** A panel beside the history: a choice opens in a tab of its own, so that nothing anybody has written is lost. */
export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Examples };

function Examples() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL(({ queryEditor }) => queryEditor);
  const variableEditor = useGraphiQL(({ variableEditor }) => variableEditor);

  const open = async (example: Example): Promise<void> => {
    const variables = await variablesOf(example);
    addTab();
    queryEditor?.setValue(example.text);
    variableEditor?.setValue(variables);
  };

  return (
    <section aria-label="Examples">
      <div className="examples-title">Examples</div>
      <ul className="examples">
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" className="graphiql-un-styled" onClick={() => void open(example)}>
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      <path d="M5 4h10l4 4v12H5zM15 4v4h4M8.5 12h7M8.5 16h5" />
    </svg>
  );
}

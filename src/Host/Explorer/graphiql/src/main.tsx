import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples, variablesOf } from './examples';
import { examplesPlugin } from './examplesPlugin';
import { fetcher } from './fetcher';
import { useRefusal } from './refusal';
import { dropCopies } from './signIn';

dropCopies();

const welcome = `# Every field is described in the panel on the left; below it are your history and examples to start from.
{
  __typename
}
`;

// The dashboard links here with the query of what it shows, and with the variables, behind the hash; the list of examples with a name.
const linked = new URLSearchParams(window.location.hash.slice(1));
const example = examples.find(({ name }) => name === linked.get('example'));
const initialVariables = example ? await variablesOf(example) : linked.get('variables');

createRoot(document.getElementById('root')!).render(<Explorer />);

function Explorer() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={[HISTORY_PLUGIN, examplesPlugin]}
      defaultQuery={welcome}
      initialQuery={example?.text ?? linked.get('query') ?? undefined}
      initialVariables={initialVariables ?? undefined}
      shouldPersistHeaders={false}
    >
      {useRefusal() && (
        <GraphiQL.Footer>
          <p role="status" className="refusal">
            Nobody is signed in. This page asks as whoever is signed in at the dashboard that opened it, for as long as that stays open; or
            write a header of your own below the query: <code>{'{ "Authorization": "Bearer …" }'}</code>
          </p>
        </GraphiQL.Footer>
      )}
    </GraphiQL>
  );
}

import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { endpoint } from './endpoint';
import { examples, variablesOf } from './examples';
import { examplesPlugin } from './examplesPlugin';

const fetcher = createGraphiQLFetcher({ url: endpoint, subscriptionUrl: endpoint.replace(/^http/, 'ws') });

const welcome = `# Every field is described in the panel on the left; below it are your history and examples to start from.
{
  __typename
}
`;

// The dashboard links here with the query of what it shows, and with the variables, behind the hash; the list of examples with a name.
const linked = new URLSearchParams(window.location.hash.slice(1));
const example = examples.find(({ name }) => name === linked.get('example'));
const initialVariables = example ? await variablesOf(example) : linked.get('variables');

createRoot(document.getElementById('root')!).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, examplesPlugin]}
    defaultQuery={welcome}
    initialQuery={example?.text ?? linked.get('query') ?? undefined}
    initialVariables={initialVariables ?? undefined}
    shouldPersistHeaders={false}
  />,
);

import { endpoint } from './endpoint';
import { withSignIn } from './signIn';

export interface Example {
  /** Name of its file. */
  readonly name: string;
  readonly title: string;
  /** The operation, with what it shows in comments above it. */
  readonly text: string;
}

const files = import.meta.glob<string>('../../examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const texts = Object.entries(files).map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1, -'.graphql'.length), text }));

/** Asks for values of the variables that examples have, so that they fit whatever data there is. */
const VARIABLES = 'variables';
const question = texts.find(({ name }) => name === VARIABLES)?.text;

export const examples: readonly Example[] = texts
  .filter(({ name }) => name !== VARIABLES)
  .map(({ name, text }) => ({ name, text, title: text.slice(0, text.indexOf('\n')).replace(/^#\s*/, '') }))
  .sort((a, b) => a.name.localeCompare(b.name));

/** Values for the variables that an example cannot do without. Those that nobody knows are left for the reader to fill in. */
export async function variablesOf({ text }: Example): Promise<string> {
  const names = [...text.matchAll(/\$(\w+)\s*:\s*[\w[\]!]+!(?!\s*=)/g)].map(([, name]) => name!);
  if (names.length === 0) {
    return '';
  }
  const known = await askForValues().catch(() => new Map<string, unknown>());
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, known.get(name) ?? ''])), null, 2);
}

async function askForValues(): Promise<Map<string, unknown>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...withSignIn() },
    body: JSON.stringify({ query: question }),
  });
  const { data } = (await response.json()) as { data: Record<string, { nodes: Record<string, unknown>[] } | null> };
  return new Map(Object.values(data).flatMap((list) => list?.nodes.flatMap((node) => Object.entries(node)) ?? []));
}

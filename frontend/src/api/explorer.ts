import { stringifyDocument } from 'urql';
import type { Operation } from './useGold';

/** Where the explorer is. */
export const EXPLORER = '/graphql/graphiql/';

/** How links lead there: to a tab that knows this one, since that is where it finds who is signed in. */
export const inTabOfItsOwn = { target: '_blank', rel: 'opener' } as const;

/** The address of the explorer with this very query in it. Behind a hash, so that it is neither sent nor logged. */
export function explorerLink({ document, variables }: Operation): string {
  const parameters = new URLSearchParams({
    query: stringifyDocument(document),
    variables: JSON.stringify(withoutUndefined(variables), null, 2),
  });
  return `${EXPLORER}#${parameters.toString()}`;
}

function withoutUndefined(variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
}

import { useCallback } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/** The document and variables behind something on the screen: what the explorer opens and a download repeats. */
export interface Operation {
  readonly document: TypedDocumentNode<unknown, never> | TypedDocumentNode;
  readonly variables: Record<string, unknown>;
}

/** The answer of a query, as parts of a page use it. */
export interface Gold<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  /** No answer yet. */
  readonly isLoading: boolean;
  /** There is an answer, and a newer one is on its way. */
  readonly isRefreshing: boolean;
  readonly retry: () => void;
  readonly operation: Operation;
}

/** Asks the service, keeping the last answer on the screen while a newer one is on its way. */
export function useGold<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: { readonly pause?: boolean } = {},
): Gold<Data> {
  const [result, execute] = useQuery<Data, Variables>({ query: document, variables, pause: options.pause ?? false });
  const retry = useCallback(() => {
    execute({ requestPolicy: 'network-only' });
  }, [execute]);

  // The service answers null in place of everything when it refuses an operation.
  const data = result.data ?? undefined;

  return {
    data,
    error: result.error,
    isLoading: data === undefined && result.error === undefined,
    isRefreshing: data !== undefined && (result.fetching || result.stale),
    retry,
    operation: { document: document, variables: variables ?? {} },
  };
}

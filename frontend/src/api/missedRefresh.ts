import { makeOperation, type Exchange, type Operation, type OperationResult } from 'urql';
import { pipe, tap } from 'wonka';

/**
 * Refreshes that are announced reach the cache by themselves. One that was not heard of, for instance while the socket was down,
 * shows when somebody asks which snapshot is current; then everything on the screen is asked for anew.
 */
export const missedRefreshExchange: Exchange = ({ client, forward }) => {
  const active = new Map<number, Operation>();
  let seen: string | undefined;

  const watch = (operation: Operation): void => {
    if (operation.kind === 'query') {
      active.set(operation.key, operation);
    } else if (operation.kind === 'teardown') {
      active.delete(operation.key);
    }
  };
  const compare = (result: OperationResult): void => {
    const id = snapshotIn(result);
    if (id === undefined || result.stale) {
      return;
    }
    if (seen !== undefined && id !== seen && result.operation.kind === 'query') {
      for (const operation of active.values()) {
        if (operation.key !== result.operation.key) {
          client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }));
        }
      }
    }
    seen = id;
  };

  return (operations) => pipe(operations, tap(watch), forward, tap(compare));
};

interface Answer {
  readonly goldSnapshot?: { readonly id: string } | null;
  readonly onGoldRefreshed?: { readonly snapshot?: { readonly id: string } | null };
}

function snapshotIn({ operation, data }: OperationResult): string | undefined {
  const answer = data as Answer | undefined;
  const asksForCurrent = operation.query.definitions.some((it) => 'name' in it && it.name.value === 'CurrentSnapshot');
  return answer?.onGoldRefreshed?.snapshot?.id ?? (asksForCurrent ? answer?.goldSnapshot?.id : undefined);
}

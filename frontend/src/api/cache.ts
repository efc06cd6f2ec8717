import type { Cache, CacheExchangeOpts, KeyGenerator } from '@urql/exchange-graphcache';

/**
 * Runs and their steps are the same thing wherever they are shown, so an event about one updates every list that holds it.
 * Rows of the gold layer are not: two answers may come from two snapshots, and a what-if policy is no row at all. They stay inside their answer.
 */
const keys: Readonly<Record<string, KeyGenerator>> = {
  PipelineRun: ({ id }) => id as string,
  PipelineStep: ({ runId, ordinal }) => (typeof runId === 'string' && typeof ordinal === 'number' ? `${runId}/${ordinal}` : null),
};

const keyless: KeyGenerator = () => null;

/** Options of the cache of one client. */
export function cacheOptions(): CacheExchangeOpts {
  let seen: unknown;
  const states = new Map<unknown, unknown>();
  return {
    keys: new Proxy({ ...keys }, { get: (known, type) => known[type as string] ?? keyless }),
    updates: {
      Query: {
        // A snapshot that nobody announced: what is on the screen is asked for anew elsewhere, and the rest when it is shown again.
        goldSnapshot: (result, args, cache) => {
          const id = (result.goldSnapshot as { id?: unknown } | null)?.id;
          if (args.id === undefined && id !== undefined && id !== seen) {
            if (seen !== undefined) {
              forget(cache, (field) => field !== 'goldSnapshot');
            }
            seen = id;
          }
        },
      },
      Mutation: {
        runPipeline: (_result, _args, cache) => {
          forget(cache, isOfPipeline);
        },
        rollbackGold: (_result, _args, cache) => {
          forget(cache, () => true);
        },
      },
      Subscription: {
        // What is on the screen stays there until the new answers have come.
        onGoldRefreshed: (_result, _args, cache) => {
          forget(cache, () => true);
        },
        // A run changes with each of its steps; lists only when its state does.
        onPipelineRunChanged: (result, _args, cache) => {
          const { id, state } = result.onPipelineRunChanged as { id: unknown; state: unknown };
          if (states.get(id) !== state) {
            states.set(id, state);
            forget(cache, isOfPipeline);
          }
        },
      },
    },
  };
}

const isOfPipeline = (field: string): boolean => field.startsWith('pipeline') || field === 'schedules';

function forget(cache: Cache, concerns: (field: string) => boolean): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (concerns(fieldName)) {
      cache.invalidate('Query', fieldName, args ?? undefined);
    }
  }
}

import type { Cache, CacheExchangeOpts, KeyGenerator } from '@urql/exchange-graphcache';
import { isOver } from './runState';
import type { RunState } from './schema.generated';

/**
 * A run is the same thing wherever it is shown, so an event about it updates every list that holds it.
 * Its steps stay inside their answer: an event that comes after a newer answer would begin a step anew that has ended.
 * So do rows of the gold layer: two answers may come from two snapshots, and a what-if policy is no row at all.
 */
const keys: Readonly<Record<string, KeyGenerator>> = {
  PipelineRun: ({ id }) => id as string,
};

interface Run {
  readonly id: string;
  readonly state: RunState;
}

const keyless: KeyGenerator = () => null;

/** Options of the cache of one client. */
export function cacheOptions(): CacheExchangeOpts {
  let seen: unknown;
  const announced = new Map<string, RunState>();
  const ended = new Set<string>();
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
      PipelineRun: {
        state: (run) => {
          const { id, state } = run as unknown as Run;
          if (isOver(state)) {
            ended.add(id);
          }
        },
      },
      Subscription: {
        // What is on the screen stays there until the new answers have come.
        onGoldRefreshed: (_result, _args, cache) => {
          forget(cache, () => true);
        },
        // A run changes with each of its steps; lists only when its state does. Answers and events come by different ways:
        // one that says that an ended run goes on is late, and has just overwritten what was right.
        onPipelineRunChanged: (result, _args, cache) => {
          const { id, state } = result.onPipelineRunChanged as Run;
          const isLate = ended.has(id) && !isOver(state);
          if (isLate || announced.get(id) !== state) {
            announced.set(id, state);
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

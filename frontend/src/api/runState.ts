import type { RunState } from './schema.generated';

const ENDED: ReadonlySet<RunState> = new Set(['SUCCEEDED', 'DEGRADED', 'UNCHANGED', 'FAILED', 'ABORTED']);

/** Whether a run in this state will not change any more. */
export const isOver = (state: RunState): boolean => ENDED.has(state);

import { isOver } from '@/api/runState';
import type { RunState } from '@/api/schema.generated';
import type { StepSummaryFragment } from './pipeline.generated';

export type Step = StepSummaryFragment;

/** Steps that were read and steps that were heard of since, in their order. A step that has ended does not begin again. */
export function mergeSteps(read: readonly Step[], heard: readonly Step[]): readonly Step[] {
  const steps = new Map(read.map((step) => [step.ordinal, step]));
  for (const step of heard) {
    const known = steps.get(step.ordinal);
    if (!known || known.state === 'RUNNING') {
      steps.set(step.ordinal, step);
    }
  }
  return [...steps.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** How far a run is, from 0 to 1: against the number of steps that a whole run had last. Only the end of a run is 1. */
export function progress(state: RunState, steps: readonly Step[], expected: number | undefined): number | undefined {
  if (isOver(state)) {
    return 1;
  }
  const done = steps.filter((step) => step.state !== 'RUNNING').length;
  return expected ? Math.min(done / expected, 0.99) : undefined;
}

import { useCallback } from 'react';
import { useSubscription } from 'urql';
import {
  PipelineRunChangedDocument,
  type PipelineRunChangedSubscription,
  type PipelineRunChangedSubscriptionVariables,
} from './pipeline.generated';
import { mergeSteps, type Step } from './steps';

/** The newest run that was heard of, with the steps heard of since this page listens. */
export interface HeardRun {
  readonly id: string;
  readonly steps: readonly Step[];
}

/** Listens to every run. The states of runs reach the cache by themselves; steps are gathered here, for an event names only the newest. */
export function useRunEvents(isOperator: boolean): HeardRun | undefined {
  const gather = useCallback((before: HeardRun | undefined, { onPipelineRunChanged: run }: PipelineRunChangedSubscription): HeardRun => {
    const known = before?.id === run.id ? before.steps : [];
    return { id: run.id, steps: mergeSteps(known, run.steps?.nodes ?? []) };
  }, []);
  const [{ data }] = useSubscription<PipelineRunChangedSubscription, HeardRun, PipelineRunChangedSubscriptionVariables>(
    { query: PipelineRunChangedDocument, variables: { isOperator } },
    gather,
  );
  return data;
}

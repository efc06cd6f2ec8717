import { Alert, Group, Progress, Stack, Text, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOver } from '@/api/runState';
import type { RunState } from '@/api/schema.generated';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { useSaid } from '@/i18n/useSaid';
import { RunStateBadge } from '@/ui/badges';
import { Fact } from '@/ui/Fact';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { NewestRunDocument, PipelineRunStepsDocument, StepsOfWholeRunDocument, type RunSummaryFragment } from './pipeline.generated';
import { mergeSteps, progress, type Step } from './steps';
import { useStepColumns } from './useStepColumns';
import type { HeardRun } from './useRunEvents';

/** A run that succeeded may have a reason, too: a rollback says from where to where. */
const REASON_COLORS: Partial<Record<RunState, MantineColor>> = { DEGRADED: 'yellow', FAILED: 'red', ABORTED: 'red' };

interface RunPanelProps {
  /** The run in the address; the newest without one. */
  readonly chosen: string | undefined;
  readonly heard: HeardRun | undefined;
  readonly isOperator: boolean;
}

/** One run, step by step while it goes on. */
export function RunPanel({ chosen, heard, isOperator }: RunPanelProps) {
  const { t } = useTranslation();
  const newest = useGold(NewestRunDocument, { isOperator }, { pause: chosen !== undefined });
  const id = chosen ?? newest.data?.pipelineRuns?.nodes?.[0]?.id;
  const result = useGold(PipelineRunStepsDocument, { id: id ?? '', isOperator }, { pause: id === undefined });
  // Without a newest run, be it that there is none or that it could not be had, there is nothing to ask for.
  const hasNone = chosen === undefined && id === undefined && !newest.isLoading;
  const columns = useStepColumns();
  const stepsOf = (read: readonly Step[] | null | undefined): readonly Step[] =>
    mergeSteps(read ?? [], heard && heard.id === id ? heard.steps : []);

  if (hasNone) {
    return (
      <Panel title={t('pipeline.newest')} result={newest} empty={() => t('pipeline.never')}>
        {() => null}
      </Panel>
    );
  }
  return (
    <Panel
      title={t(chosen === undefined ? 'pipeline.newest' : 'pipeline.chosen')}
      description={id && <span className="nc-number">{id}</span>}
      result={result}
      height={440}
      empty={(data) => !data.pipelineRun && t('pipeline.unknownRun')}
      table={(data) => ({ name: 'steps', columns, rows: stepsOf(data.pipelineRun?.steps?.nodes) })}
    >
      {({ pipelineRun: run }) =>
        run && (
          <Stack gap="sm">
            <RunHead run={run} steps={stepsOf(run.steps?.nodes)} isOperator={isOperator} />
            {isOperator ? (
              <SimpleTable label={t('pipeline.steps')} columns={columns} rows={stepsOf(run.steps?.nodes)} maxHeight={340} />
            ) : (
              <Text size="sm" c="var(--nc-quiet)">
                {t('pipeline.stepsNeedOperator')}
              </Text>
            )}
          </Stack>
        )
      }
    </Panel>
  );
}

interface RunHeadProps {
  readonly run: RunSummaryFragment;
  readonly steps: readonly Step[];
  readonly isOperator: boolean;
}

function RunHead({ run, steps, isOperator }: RunHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  const whole = useGold(StepsOfWholeRunDocument, {}, { pause: !isOperator });
  const expected = whole.data?.pipelineRuns?.nodes?.[0]?.steps?.totalCount;
  const done = progress(run.state, steps, expected);
  const current = steps.findLast((step) => step.state === 'RUNNING');

  return (
    <>
      <Group gap="xs" justify="space-between">
        <Group gap="sm">
          <RunStateBadge state={run.state} />
          <Text size="sm" role="status" data-run-state={run.state}>
            {isOver(run.state)
              ? t('pipeline.took', { duration: format.duration(run.durationMs) })
              : current
                ? t('pipeline.step', { number: format.number(current.ordinal), name: current.name })
                : t('pipeline.starting')}
          </Text>
        </Group>
        {!isOver(run.state) && expected !== undefined && (
          <Text size="sm" c="var(--nc-quiet)">
            {t('pipeline.expected', { count: expected })}
          </Text>
        )}
      </Group>
      {isOperator && (
        <Progress
          value={(done ?? 0) * 100}
          animated={!isOver(run.state)}
          color={run.state === 'FAILED' || run.state === 'ABORTED' ? 'red' : 'corrente'}
          aria-label={t('pipeline.progress')}
        />
      )}
      <Group gap="xl">
        <Fact name={t('pipeline.trigger')}>{t(`labels.trigger.${run.trigger}`)}</Fact>
        {run.requestedBy && <Fact name={t('pipeline.requestedBy')}>{run.requestedBy}</Fact>}
        <Fact name={t('pipeline.startedAt')}>{format.time(run.startedAt)}</Fact>
        <Fact name={t('pipeline.failedChecks')}>{format.number(run.failedChecks)}</Fact>
        <Fact name={t('pipeline.quarantined')}>{format.number(run.quarantinedRows)}</Fact>
      </Group>
      {run.reason && (
        <Alert variant="light" color={REASON_COLORS[run.state] ?? 'gray'} title={t('pipeline.reason')}>
          {said(run.reason)}
        </Alert>
      )}
    </>
  );
}

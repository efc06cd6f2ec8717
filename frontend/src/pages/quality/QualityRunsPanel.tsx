import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { RunStateBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { QualityRunsDocument, type QualityRunsQuery } from './quality.generated';

type Run = NonNullable<NonNullable<QualityRunsQuery['pipelineRuns']>['nodes']>[number];

const runsOf = (data: QualityRunsQuery): readonly Run[] => data.pipelineRuns?.nodes ?? [];

/** What each run found. */
export function QualityRunsPanel({ isOperator }: { readonly isOperator: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(QualityRunsDocument, { isOperator });
  const checks: Column<Run> = {
    key: 'checks',
    header: t('quality.checksDone'),
    value: (it) => it.checks?.totalCount,
    cell: (it) => (
      <Anchor component={Link} to={`/quality?view=checks&run=${encodeURIComponent(it.id)}`} size="sm">
        {format.number(it.checks?.totalCount)}
      </Anchor>
    ),
    align: 'right',
  };
  const columns: readonly Column<Run>[] = [
    {
      key: 'startedAt',
      header: t('pipeline.startedAt'),
      value: (it) => it.startedAt,
      cell: (it) => (
        <Anchor component={Link} to={`/pipeline?run=${encodeURIComponent(it.id)}`} size="sm">
          {format.time(it.startedAt)}
        </Anchor>
      ),
    },
    { key: 'state', header: t('pipeline.state'), value: (it) => it.state, cell: (it) => <RunStateBadge state={it.state} /> },
    ...(isOperator ? [checks] : []),
    {
      key: 'failed',
      header: t('pipeline.failedChecks'),
      value: (it) => it.failedChecks,
      cell: (it) => format.number(it.failedChecks),
      align: 'right',
    },
    {
      key: 'quarantined',
      header: t('pipeline.quarantined'),
      value: (it) => it.quarantinedRows,
      cell: (it) => format.number(it.quarantinedRows),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('quality.runs')}
      description={t('quality.runsText')}
      result={result}
      empty={(data) => runsOf(data).length === 0 && t('pipeline.never')}
      table={(data) => ({ name: 'quality-by-run', columns, rows: runsOf(data) })}
    >
      {(data) => <SimpleTable label={t('quality.runs')} columns={columns} rows={runsOf(data)} rowKey={(it) => it.id} maxHeight={360} />}
    </Panel>
  );
}

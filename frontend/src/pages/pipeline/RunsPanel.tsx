import { useTranslation } from 'react-i18next';
import { orderInput } from '@/address/order';
import { oneOf, type Readers } from '@/address/readers';
import { useListAddress, type ListShape } from '@/address/useListAddress';
import type { RunState } from '@/api/schema.generated';
import { useGoldList } from '@/api/useGoldList';
import { useFormat } from '@/i18n/useFormat';
import { useSaid } from '@/i18n/useSaid';
import { RunStateBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { ChoiceFilter } from '@/ui/filters';
import { ListPanel } from '@/ui/ListPanel';
import { LongText } from '@/ui/LongText';
import { PipelineRunsDocument, type RunSummaryFragment } from './pipeline.generated';

const states = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'DEGRADED', 'UNCHANGED', 'FAILED', 'ABORTED'] as const satisfies readonly RunState[];

const shape = {
  filters: { state: oneOf(states) },
  sortable: ['startedAt', 'durationMs', 'failedChecks', 'quarantinedRows'],
  order: { path: 'startedAt', descending: true },
} satisfies ListShape<Readers>;

interface RunsPanelProps {
  readonly shown: string | undefined;
  readonly isOperator: boolean;
}

/** Every run that is remembered. */
export function RunsPanel({ shown, isOperator }: RunsPanelProps) {
  const { t } = useTranslation();
  const address = useListAddress(shape);
  const { state } = address.filters;
  const where = state ? { state: { eq: state } } : null;
  const list = useGoldList(
    PipelineRunsDocument,
    { where, order: orderInput(address.order), isOperator },
    (data) => data.pipelineRuns,
    address.start,
  );
  const columns = useRunColumns(isOperator);

  return (
    <ListPanel
      title={t('pipeline.history')}
      name="pipeline-runs"
      list={list}
      address={address}
      columns={columns}
      rowKey={(run) => run.id}
      linkTo={(run) => `/pipeline?run=${encodeURIComponent(run.id)}`}
      isSelected={(run) => run.id === shown}
      reason={t('pipeline.never')}
      maxHeight={420}
      filters={
        <ChoiceFilter
          label={t('pipeline.state')}
          value={state}
          choices={states.map((value) => ({ value, label: t(`labels.runState.${value}`) }))}
          onChange={(chosen) => {
            address.setFilters({ state: chosen });
          }}
        />
      }
    />
  );
}

function useRunColumns(isOperator: boolean): readonly Column<RunSummaryFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  const columns: readonly Column<RunSummaryFragment>[] = [
    {
      key: 'startedAt',
      header: t('pipeline.startedAt'),
      value: (it) => it.startedAt,
      cell: (it) => format.time(it.startedAt),
      sort: 'startedAt',
      width: 148,
    },
    { key: 'state', header: t('pipeline.state'), value: (it) => it.state, cell: (it) => <RunStateBadge state={it.state} />, width: 122 },
    {
      key: 'trigger',
      header: t('pipeline.trigger'),
      value: (it) => it.trigger,
      cell: (it) => t(`labels.trigger.${it.trigger}`),
      width: 130,
    },
    {
      key: 'duration',
      header: t('pipeline.duration'),
      value: (it) => it.durationMs,
      cell: (it) => format.duration(it.durationMs),
      sort: 'durationMs',
      align: 'right',
      width: 100,
    },
    {
      key: 'failedChecks',
      header: t('pipeline.failedChecks'),
      value: (it) => it.failedChecks,
      cell: (it) => format.number(it.failedChecks),
      sort: 'failedChecks',
      align: 'right',
      width: 120,
    },
    {
      key: 'quarantined',
      header: t('pipeline.quarantined'),
      value: (it) => it.quarantinedRows,
      cell: (it) => format.number(it.quarantinedRows),
      sort: 'quarantinedRows',
      align: 'right',
      width: 116,
    },
  ];
  return isOperator
    ? [
        ...columns,
        { key: 'requestedBy', header: t('pipeline.requestedBy'), value: (it) => it.requestedBy, width: 104 },
        {
          key: 'reason',
          header: t('pipeline.reason'),
          value: (it) => it.reason && said(it.reason),
          cell: (it) => <LongText>{it.reason && said(it.reason)}</LongText>,
          width: 176,
          grow: true,
        },
      ]
    : columns;
}

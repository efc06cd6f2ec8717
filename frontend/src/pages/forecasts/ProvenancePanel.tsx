import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemandForecastFilterInput } from '@/api/schema.generated';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { ForecastRunsDocument, type ForecastRunsQuery } from './forecasts.generated';

type Run = NonNullable<NonNullable<ForecastRunsQuery['demandForecastsAggregate']>['nodes']>[number];

const runsOf = (data: ForecastRunsQuery): readonly Run[] => data.demandForecastsAggregate?.nodes ?? [];

/** Who made which forecast from what. */
export function ProvenancePanel({ where }: { readonly where: DemandForecastFilterInput | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(ForecastRunsDocument, { where });
  const columns: readonly Column<Run>[] = [
    {
      key: 'model',
      header: t('forecasts.model'),
      value: (it) => `${it.key.modelName ?? ''} ${it.key.modelVersion ?? ''}`.trim(),
    },
    {
      key: 'provenance',
      header: t('forecasts.provenance'),
      value: (it) => it.key.provenance,
      cell: (it) => <ProvenanceBadge provenance={it.key.provenance} isSynthetic={it.key.isSynthetic ?? false} />,
    },
    { key: 'source', header: t('forecasts.source'), value: (it) => it.key.source },
    { key: 'dataset', header: t('forecasts.dataset'), value: (it) => it.key.datasetId },
    {
      key: 'generatedAt',
      header: t('forecasts.generatedAt'),
      value: (it) => it.key.generatedAt,
      cell: (it) => format.time(it.key.generatedAt),
    },
    {
      key: 'days',
      header: t('forecasts.days'),
      value: (it) => `${it.date.min ?? ''}/${it.date.max ?? ''}`,
      cell: (it) => `${format.date(it.date.min)} – ${format.date(it.date.max)}`,
    },
    {
      key: 'parts',
      header: t('forecasts.parts'),
      value: (it) => it.partCode.countDistinct,
      cell: (it) => format.number(it.partCode.countDistinct),
      align: 'right',
    },
    { key: 'rows', header: t('forecasts.values'), value: (it) => it.count, cell: (it) => format.number(it.count), align: 'right' },
    { key: 'run', header: t('forecasts.run'), value: (it) => it.key.forecastRunId, cell: (it) => it.key.forecastRunId?.slice(0, 8) },
  ];

  return (
    <Panel
      title={t('forecasts.runs')}
      description={t('forecasts.runsText')}
      result={result}
      height={140}
      empty={(data) => runsOf(data).length === 0 && t('forecasts.none')}
      table={(data) => ({ name: 'forecast-runs', columns, rows: runsOf(data) })}
    >
      {(data) => <SimpleTable label={t('forecasts.runs')} columns={columns} rows={runsOf(data)} maxHeight={320} />}
    </Panel>
  );
}

function ProvenanceBadge({ provenance, isSynthetic }: { readonly provenance: string | null; readonly isSynthetic: boolean }) {
  const { t } = useTranslation();
  return isSynthetic ? (
    <Tooltip label={t('forecasts.syntheticText')}>
      <Badge color="yellow" variant="light" miw="max-content">
        {t('forecasts.synthetic')}
      </Badge>
    </Tooltip>
  ) : (
    <Badge color="teal" variant="light" miw="max-content">
      {provenance === 'REAL' || provenance === 'MEASURED' ? t('forecasts.measured') : provenance}
    </Badge>
  );
}

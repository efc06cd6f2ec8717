import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { ForecastAccuraciesDocument, type ForecastAccuraciesQuery } from './forecasts.generated';

type Accuracy = NonNullable<NonNullable<ForecastAccuraciesQuery['forecastAccuracy']>['nodes']>[number];

const rowsOf = (data: ForecastAccuraciesQuery): readonly Accuracy[] => data.forecastAccuracy?.nodes ?? [];

const LEVELS = ['TOTAL', 'FAMILY', 'PART', 'SERIES'] as const;

/** How close forecasts came, level by level. */
export function AccuracyPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(ForecastAccuraciesDocument, {});
  const columns: readonly Column<Accuracy>[] = [
    { key: 'month', header: t('forecasts.month'), value: (it) => it.month, cell: (it) => format.month(it.month) },
    { key: 'level', header: t('forecasts.level'), value: (it) => it.level, cell: (it) => t(`labels.level.${it.level}`) },
    { key: 'model', header: t('forecasts.model'), value: (it) => modelOf(it) },
    {
      key: 'wape',
      header: 'WAPE',
      description: t('forecasts.wapeText'),
      value: (it) => it.wape,
      cell: (it) => format.percent(it.wape),
      align: 'right',
    },
    {
      key: 'mape',
      header: 'MAPE',
      description: t('forecasts.mapeText'),
      value: (it) => it.mape,
      cell: (it) => format.percent(it.mape),
      align: 'right',
    },
    {
      key: 'bias',
      header: t('forecasts.bias'),
      description: t('forecasts.biasText'),
      value: (it) => it.bias,
      cell: (it) => format.percent(it.bias),
      align: 'right',
    },
    {
      key: 'coverage',
      header: t('forecasts.coverage'),
      description: t('forecasts.coverageText'),
      value: (it) => it.intervalCoverage,
      cell: (it) => format.percent(it.intervalCoverage),
      align: 'right',
    },
    {
      key: 'n',
      header: t('forecasts.pairs'),
      value: (it) => it.observations,
      cell: (it) => format.number(it.observations),
      align: 'right',
    },
    {
      key: 'backtest',
      header: t('forecasts.backtest'),
      description: t('forecasts.backtestText'),
      value: (it) => it.backtestObservations,
      cell: (it) => format.number(it.backtestObservations),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('forecasts.accuracy')}
      description={t('forecasts.accuracyText')}
      result={result}
      height={560}
      isList
      empty={(data) => rowsOf(data).length === 0 && t('forecasts.noAccuracy')}
      table={(data) => ({ name: 'forecast-accuracy', columns, rows: rowsOf(data) })}
    >
      {(data) => (
        <>
          <AccuracyChart rows={rowsOf(data)} />
          <SimpleTable label={t('forecasts.accuracy')} columns={columns} rows={rowsOf(data)} maxHeight={320} />
        </>
      )}
    </Panel>
  );
}

function AccuracyChart({ rows }: { readonly rows: readonly Accuracy[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const months = [...new Set(rows.map((it) => it.month))].sort();
    const models = [...new Set(rows.map(modelOf))];
    return {
      ...base(palette),
      xAxis: names(
        palette,
        months.map((month) => format.month(month)),
      ),
      yAxis: numbers(palette, (value) => format.percent(value, 0)),
      series: models.flatMap((model) =>
        LEVELS.map((level) => {
          const wapes = new Map(rows.filter((it) => it.level === level && modelOf(it) === model).map((it) => [it.month, it.wape]));
          const name = t(`labels.level.${level}`);
          return line(
            models.length > 1 ? `${model}, ${name}` : name,
            months.map((month) => wapes.get(month) ?? null),
            { tooltip: { valueFormatter: (value) => format.percent(value as number | null) } },
          );
        }),
      ),
    };
  }, [rows, palette, format, t]);
  return <Chart label={t('forecasts.accuracy')} option={option} height={240} />;
}

function modelOf({ modelName, modelVersion }: Accuracy): string {
  return `${modelName ?? ''} ${modelVersion}`.trim();
}

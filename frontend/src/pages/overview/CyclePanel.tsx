import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { OverviewMonthsDocument, type OverviewMonthsQuery } from './overview.generated';

export type Month = NonNullable<NonNullable<OverviewMonthsQuery['operationsMonthly']>['nodes']>[number];

/** Median and p90 of the days from request to order, by month. */
export function CyclePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(OverviewMonthsDocument, {});
  const columns: readonly Column<Month>[] = [
    { key: 'month', header: t('overview.month'), value: (it) => it.month, cell: (it) => format.month(it.month) },
    {
      key: 'median',
      header: t('overview.median'),
      value: (it) => it.cycleMedian,
      cell: (it) => format.number(it.cycleMedian, 1),
      align: 'right',
    },
    { key: 'p90', header: t('overview.p90Short'), value: (it) => it.cycleP90, cell: (it) => format.number(it.cycleP90, 1), align: 'right' },
    { key: 'n', header: t('overview.sample'), value: (it) => it.cycleCount, cell: (it) => format.number(it.cycleCount), align: 'right' },
  ];

  return (
    <Panel
      title={t('overview.cycleChart')}
      description={t('overview.cycleChartText')}
      result={result}
      canShowRows
      isList
      empty={(data) => !data.operationsMonthly?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: 'cycle-by-month', columns, rows: data.operationsMonthly?.nodes ?? [] })}
    >
      {(data) => <CycleChart months={data.operationsMonthly?.nodes ?? []} />}
    </Panel>
  );
}

function CycleChart({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(
    () => ({
      ...base(palette),
      xAxis: names(
        palette,
        months.map((it) => format.month(it.month)),
      ),
      yAxis: numbers(palette, format.compact),
      series: [
        line(
          t('overview.median'),
          months.map((it) => it.cycleMedian),
        ),
        line(
          t('overview.p90Short'),
          months.map((it) => it.cycleP90),
          { lineStyle: { width: 2, type: 'dashed' } },
        ),
      ],
    }),
    [months, palette, format, t],
  );
  return <Chart label={t('overview.cycleChart')} option={option} />;
}

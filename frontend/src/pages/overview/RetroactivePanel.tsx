import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { bars, base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import type { Month } from './CyclePanel';
import { OverviewMonthsDocument } from './overview.generated';

/** Lines that were ordered before they were requested, by month. */
export function RetroactivePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(OverviewMonthsDocument, {});
  const columns: readonly Column<Month>[] = [
    { key: 'month', header: t('overview.month'), value: (it) => it.month, cell: (it) => format.month(it.month) },
    {
      key: 'lines',
      header: t('overview.retroLines'),
      value: (it) => it.retroactiveLines,
      cell: (it) => format.number(it.retroactiveLines),
      align: 'right',
    },
    {
      key: 'share',
      header: t('overview.retroShare'),
      value: (it) => it.retroactiveShare,
      cell: (it) => format.percent(it.retroactiveShare),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('overview.retroChart')}
      description={t('overview.retroChartText')}
      result={result}
      canShowRows
      isList
      empty={(data) => !data.operationsMonthly?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: 'retroactive-by-month', columns, rows: data.operationsMonthly?.nodes ?? [] })}
    >
      {(data) => <RetroactiveChart months={data.operationsMonthly?.nodes ?? []} />}
    </Panel>
  );
}

function RetroactiveChart({ months }: { readonly months: readonly Month[] }) {
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
      yAxis: [
        numbers(palette, format.compact),
        numbers(palette, (share) => format.percent(share, 0), { splitLine: { show: false }, min: 0 }),
      ],
      series: [
        bars(
          t('overview.retroLines'),
          months.map((it) => it.retroactiveLines),
          (index) => !months[index]?.isStableWindow,
        ),
        line(
          t('overview.retroShare'),
          months.map((it) => it.retroactiveShare),
          { yAxisIndex: 1, tooltip: { valueFormatter: (share) => format.percent(share as number) } },
        ),
      ],
    }),
    [months, palette, format, t],
  );
  return <Chart label={t('overview.retroChart')} option={option} />;
}

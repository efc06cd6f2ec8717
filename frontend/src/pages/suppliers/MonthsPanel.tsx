import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { bars, base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SupplierMonthsDocument, type SupplierMonthsQuery } from './suppliers.generated';

type Month = NonNullable<NonNullable<SupplierMonthsQuery['purchaseLinesAggregate']>['nodes']>[number];

/** Lines of a supplier by month, and how long their orders took. */
export function MonthsPanel({ supplierKey }: { readonly supplierKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(SupplierMonthsDocument, { supplierKey });
  const columns: readonly Column<Month>[] = [
    { key: 'month', header: t('parts.month'), value: (it) => it.key.requestedOnMonth, cell: (it) => format.month(it.key.requestedOnMonth) },
    { key: 'lines', header: t('suppliers.lines'), value: (it) => it.count, cell: (it) => format.number(it.count), align: 'right' },
    {
      key: 'median',
      header: t('suppliers.median'),
      value: (it) => it.requestToOrderDays.median,
      cell: (it) => format.number(it.requestToOrderDays.median, 1),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('suppliers.monthly')}
      description={t('suppliers.monthlyText')}
      result={result}
      height={240}
      canShowRows
      isList
      empty={(data) => !data.purchaseLinesAggregate?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: 'supplier-months', columns, rows: data.purchaseLinesAggregate?.nodes ?? [] })}
    >
      {(data) => <MonthsChart months={data.purchaseLinesAggregate?.nodes ?? []} />}
    </Panel>
  );
}

function MonthsChart({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(
    () => ({
      ...base(palette),
      xAxis: names(
        palette,
        months.map((it) => format.month(it.key.requestedOnMonth)),
      ),
      yAxis: [numbers(palette, format.compact), numbers(palette, format.compact, { splitLine: { show: false }, min: 0 })],
      series: [
        bars(
          t('suppliers.lines'),
          months.map((it) => it.count),
        ),
        line(
          `${t('suppliers.median')} (${t('units.days')})`,
          months.map((it) => it.requestToOrderDays.median),
          { yAxisIndex: 1, tooltip: { valueFormatter: (days) => format.number(days as number, 1) } },
        ),
      ],
    }),
    [months, palette, format, t],
  );
  return <Chart label={t('suppliers.monthly')} option={option} height={240} />;
}

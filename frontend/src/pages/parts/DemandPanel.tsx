import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { monthsBetween } from '@/charts/months';
import { bars, base, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import type { Part } from './PartPage';
import { PartDemandDocument, type PartDemandQuery } from './parts.generated';

type Month = NonNullable<NonNullable<PartDemandQuery['demandDailyAggregate']>['nodes']>[number];

/** What was requested of a part month by month, unit by unit. */
export function DemandPanel({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(PartDemandDocument, { partCode: part.partCode });
  const columns: readonly Column<Month>[] = [
    { key: 'month', header: t('parts.month'), value: (it) => it.key.requestedOnMonth, cell: (it) => format.month(it.key.requestedOnMonth) },
    {
      key: 'quantity',
      header: t('parts.quantity'),
      value: (it) => it.quantity.sum,
      cell: (it) => format.quantity(it.quantity.sum),
      align: 'right',
    },
    { key: 'unit', header: t('parts.unit'), value: (it) => it.key.unit },
    { key: 'lines', header: t('parts.lines'), value: (it) => it.lines.sum, cell: (it) => format.number(it.lines.sum), align: 'right' },
  ];

  return (
    <Panel
      title={t('parts.demand')}
      description={part.policy ? `${t('parts.demandText')} ${t('stable.hint')}` : t('parts.demandText')}
      result={result}
      canShowRows
      isList
      empty={(data) => !data.demandDailyAggregate?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: `demand-${part.partCode}`, columns, rows: data.demandDailyAggregate?.nodes ?? [] })}
    >
      {(data) => <DemandChart months={data.demandDailyAggregate?.nodes ?? []} part={part} />}
    </Panel>
  );
}

function DemandChart({ months, part }: { readonly months: readonly Month[]; readonly part: Part }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const { windowStart, windowEnd } = part.policy ?? {};
    const axis = monthsBetween(months.map((it) => it.key.requestedOnMonth));
    const isOutside = (index: number): boolean => {
      const month = axis[index];
      return windowStart !== undefined && windowEnd !== undefined && month !== undefined && (month < windowStart || month > windowEnd);
    };
    const units = [...new Set(months.map((it) => it.key.unit))];
    return {
      ...base(palette),
      xAxis: names(
        palette,
        axis.map((month) => format.month(month)),
      ),
      yAxis: numbers(palette, format.compact),
      series: units.map((unit) =>
        bars(
          unit ?? '',
          axis.map((month) => months.find((it) => it.key.requestedOnMonth === month && it.key.unit === unit)?.quantity.sum ?? null),
          isOutside,
          { tooltip: { valueFormatter: (value) => (typeof value === 'number' ? format.quantity(value) : format.quantity(null)) } },
        ),
      ),
    };
  }, [months, part, palette, format]);
  return <Chart label={t('parts.demand')} option={option} />;
}

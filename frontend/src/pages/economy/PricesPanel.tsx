import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { moments, pointTooltip, timeLine } from '@/charts/time';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Missing } from '@/ui/Missing';
import { Panel } from '@/ui/Panel';
import { EconomicIndicatorsDocument, type EconomicIndicatorsQuery } from './economy.generated';
import { useIndicatorName } from './useIndicatorName';

export type Indicator = NonNullable<NonNullable<EconomicIndicatorsQuery['economicIndicatorMonthly']>['nodes']>[number];

const ratesIn = (data: EconomicIndicatorsQuery): readonly Indicator[] =>
  (data.economicIndicatorMonthly?.nodes ?? []).filter((it) => it.isRateOfChange);

/** What prices did over twelve months, by index. */
export function PricesPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useIndicatorName();
  const result = useGold(EconomicIndicatorsDocument, {});
  const columns: readonly Column<Indicator>[] = [
    { key: 'month', header: t('economy.month'), value: (it) => it.month, cell: (it) => format.month(it.month) },
    { key: 'indicator', header: t('economy.index'), value: (it) => it.indicator, cell: (it) => name(it.indicator) },
    {
      key: 'value',
      header: t('economy.inMonth'),
      value: (it) => it.value,
      cell: (it) => (it.value === null ? <Missing reason={it.reason} /> : format.number(it.value, 2)),
      align: 'right',
    },
    {
      key: 'accumulated',
      header: t('economy.inTwelve'),
      value: (it) => it.twelveMonthAccumulated,
      cell: (it) => (it.twelveMonthAccumulated === null ? <Missing reason={it.reason} /> : format.number(it.twelveMonthAccumulated, 2)),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('economy.prices')}
      description={t('economy.pricesText')}
      result={result}
      canShowRows
      isList
      empty={(data) => ratesIn(data).length === 0 && t('economy.noIndicators')}
      table={(data) => ({ name: 'price-indices', columns, rows: ratesIn(data) })}
    >
      {(data) => <PricesChart indicators={ratesIn(data)} />}
    </Panel>
  );
}

function PricesChart({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const name = useIndicatorName();
  const option = useMemo(() => {
    const kinds = [...new Set(indicators.map((it) => it.indicator))];
    const known = indicators.filter((it) => it.twelveMonthAccumulated !== null);
    return {
      ...base(palette),
      tooltip: pointTooltip(palette, format.month, (value) => `${format.number(value, 2)}%`),
      xAxis: moments(palette, format),
      yAxis: numbers(palette, (value) => format.number(value, 1), { scale: true }),
      series: kinds.map((kind) =>
        timeLine(
          name(kind),
          known.filter((it) => it.indicator === kind).map((it) => [it.month, it.twelveMonthAccumulated]),
        ),
      ),
    };
  }, [indicators, palette, format, name]);
  return <Chart label={t('economy.prices')} option={option} />;
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { moments, pointTooltip, timeLine } from '@/charts/time';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { ExchangeRatesDocument, type ExchangeRatesQuery } from './economy.generated';

type Week = NonNullable<NonNullable<ExchangeRatesQuery['exchangeRateDailyAggregate']>['nodes']>[number];

const weeksOf = (data: ExchangeRatesQuery): readonly Week[] => data.exchangeRateDailyAggregate?.nodes ?? [];

/** Exchange rates week by week. */
export function ExchangePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(ExchangeRatesDocument, {});
  const rate = (value: number | null): string => format.number(value, 4);
  const columns: readonly Column<Week>[] = [
    { key: 'week', header: t('economy.week'), value: (it) => it.key.dateWeek, cell: (it) => format.date(it.key.dateWeek) },
    { key: 'currency', header: t('economy.currency'), value: (it) => it.key.currency },
    { key: 'avg', header: t('economy.mean'), value: (it) => it.sell.avg, cell: (it) => rate(it.sell.avg), align: 'right' },
    { key: 'min', header: t('economy.lowest'), value: (it) => it.sell.min, cell: (it) => rate(it.sell.min), align: 'right' },
    { key: 'max', header: t('economy.highest'), value: (it) => it.sell.max, cell: (it) => rate(it.sell.max), align: 'right' },
    { key: 'days', header: t('economy.days'), value: (it) => it.count, cell: (it) => format.number(it.count), align: 'right' },
  ];

  return (
    <Panel
      title={t('economy.exchange')}
      description={t('economy.exchangeText')}
      result={result}
      canShowRows
      isList
      empty={(data) => weeksOf(data).length === 0 && t('economy.noExchange')}
      table={(data) => ({ name: 'exchange-rates', columns, rows: weeksOf(data) })}
    >
      {(data) => <ExchangeChart weeks={weeksOf(data)} />}
    </Panel>
  );
}

function ExchangeChart({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const currencies = [...new Set(weeks.map((it) => it.key.currency ?? ''))];
    return {
      ...base(palette),
      tooltip: pointTooltip(palette, format.date, (value) => format.number(value, 4)),
      xAxis: moments(palette, format),
      yAxis: numbers(palette, (value) => format.number(value, 2), { scale: true }),
      series: currencies.map((currency) =>
        timeLine(
          currency,
          weeks.filter((it) => it.key.currency === currency).map((it) => [it.key.dateWeek ?? '', it.sell.avg]),
        ),
      ),
    };
  }, [weeks, palette, format]);
  return <Chart label={t('economy.exchange')} option={option} />;
}

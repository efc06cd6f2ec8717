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
import { InterestRatesDocument, type InterestRatesQuery } from './economy.generated';

type Change = NonNullable<NonNullable<InterestRatesQuery['interestRateDaily']>['nodes']>[number];

const changesOf = (data: InterestRatesQuery): readonly Change[] => data.interestRateDaily?.nodes ?? [];

/** The target rate, from each change to the next. */
export function InterestPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(InterestRatesDocument, {});
  const columns: readonly Column<Change>[] = [
    { key: 'date', header: t('economy.since'), value: (it) => it.date, cell: (it) => format.date(it.date) },
    { key: 'rate', header: t('economy.rate'), value: (it) => it.rate, cell: (it) => format.number(it.rate, 2), align: 'right' },
    { key: 'change', header: t('economy.change'), value: (it) => it.change, cell: (it) => format.change(it.change, 2), align: 'right' },
  ];

  return (
    <Panel
      title={t('economy.interest')}
      description={t('economy.interestText')}
      result={result}
      canShowRows
      isList
      empty={(data) => changesOf(data).length === 0 && t('economy.noInterest')}
      table={(data) => ({ name: 'selic', columns, rows: changesOf(data) })}
    >
      {(data) => <InterestChart changes={changesOf(data)} />}
    </Panel>
  );
}

function InterestChart({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(
    () => ({
      ...base(palette),
      tooltip: pointTooltip(palette, format.date, (value) => `${format.number(value, 2)}%`),
      xAxis: moments(palette, format),
      yAxis: numbers(palette, (value) => format.number(value, 2), { scale: true }),
      series: [
        timeLine(
          t('economy.selic'),
          changes.map((it) => [it.date, it.rate]),
          { step: 'end', areaStyle: { opacity: 0.08 } },
        ),
      ],
    }),
    [changes, palette, format, t],
  );
  return <Chart label={t('economy.interest')} option={option} />;
}

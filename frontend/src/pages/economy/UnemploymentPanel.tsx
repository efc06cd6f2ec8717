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
import { EconomicIndicatorsDocument, type EconomicIndicatorsQuery } from './economy.generated';
import type { Indicator } from './PricesPanel';

const levelsIn = (data: EconomicIndicatorsQuery): readonly Indicator[] =>
  (data.economicIndicatorMonthly?.nodes ?? []).filter((it) => it.indicator === 'UNEMPLOYMENT');

/** The unemployment rate by moving quarter. */
export function UnemploymentPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(EconomicIndicatorsDocument, {});
  const columns: readonly Column<Indicator>[] = [
    { key: 'month', header: t('economy.quarterEnd'), value: (it) => it.month, cell: (it) => format.month(it.month) },
    { key: 'value', header: t('economy.rateOf'), value: (it) => it.value, cell: (it) => format.number(it.value, 1), align: 'right' },
  ];

  return (
    <Panel
      title={t('economy.unemployment')}
      description={t('economy.unemploymentText')}
      result={result}
      canShowRows
      isList
      empty={(data) => levelsIn(data).length === 0 && t('economy.noIndicators')}
      table={(data) => ({ name: 'unemployment', columns, rows: levelsIn(data) })}
    >
      {(data) => <UnemploymentChart levels={levelsIn(data)} />}
    </Panel>
  );
}

function UnemploymentChart({ levels }: { readonly levels: readonly Indicator[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(
    () => ({
      ...base(palette),
      tooltip: pointTooltip(palette, format.month, (value) => `${format.number(value, 1)}%`),
      xAxis: moments(palette, format),
      yAxis: numbers(palette, (value) => format.number(value, 1), { scale: true }),
      series: [
        timeLine(
          t('economy.unemployment'),
          levels.map((it) => [it.month, it.value]),
        ),
      ],
    }),
    [levels, palette, format, t],
  );
  return <Chart label={t('economy.unemployment')} option={option} />;
}

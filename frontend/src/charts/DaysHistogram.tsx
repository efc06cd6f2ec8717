import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { Chart } from './Chart';
import { histogram, LONGEST, type DayCount } from './days';
import { bars, base, names, numbers } from './options';
import { usePalette } from './palette';

interface DaysHistogramProps {
  readonly label: string;
  readonly counts: readonly DayCount[];
  readonly height?: number;
}

/** How many purchase lines took how many days. */
export function DaysHistogram({ label, counts, height }: DaysHistogramProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const bins = histogram(counts);
    return {
      ...base(palette),
      legend: { show: false },
      grid: { left: 4, right: 8, top: 12, bottom: 24, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
      xAxis: names(
        palette,
        bins.map((_, day) => (day === LONGEST ? t('suppliers.andMore', { days: day }) : String(day))),
        { name: t('suppliers.daysAxis'), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: palette.quiet } },
      ),
      yAxis: numbers(palette, format.compact),
      series: [bars(t('units.lines'), bins, undefined, { barCategoryGap: '12%' })],
    };
  }, [counts, palette, format, t]);
  return <Chart label={label} option={option} {...(height !== undefined && { height })} />;
}

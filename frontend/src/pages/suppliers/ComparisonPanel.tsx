import { CloseButton, ColorSwatch, Grid, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { cumulativeShares, LONGEST, type DayCount } from '@/charts/days';
import { base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import { useShownName } from '@/ui/Name';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { SupplierComparisonDocument, type SupplierComparisonQuery } from './suppliers.generated';
import { useComparedFigures } from './useComparedFigures';

export type Compared = NonNullable<NonNullable<SupplierComparisonQuery['suppliers']>['nodes']>[number];

interface ComparisonPanelProps {
  readonly keys: readonly string[];
  readonly onRemove: (key: string) => void;
}

/** Two suppliers side by side: their figures, and how soon their orders are placed. */
export function ComparisonPanel({ keys, onRemove }: ComparisonPanelProps) {
  const { t } = useTranslation();
  const shownName = useShownName();
  const result = useGold(SupplierComparisonDocument, { keys });
  const ordered = (data: SupplierComparisonQuery): readonly Compared[] =>
    keys.flatMap((key) => data.suppliers?.nodes?.find((it) => it.supplierKey === key) ?? []);
  const palette = usePalette();
  const figures = useComparedFigures();

  return (
    <Panel
      title={t('suppliers.comparison')}
      description={keys.length < 2 ? t('suppliers.comparisonHint') : t('suppliers.comparisonText')}
      result={result}
      height={340}
      empty={(data) => ordered(data).length === 0 && t('suppliers.notFound')}
      table={(data) => ({ name: 'comparison', ...figures(ordered(data)) })}
    >
      {(data) => (
        <>
          <Group gap="md" mb="xs">
            {ordered(data).map(({ supplierKey, displayName }, index) => (
              <Group key={supplierKey} gap={6} wrap="nowrap">
                <ColorSwatch size={12} radius="xs" color={palette.series[index] ?? palette.primary} withShadow={false} aria-hidden />
                <Text size="sm">{shownName(displayName)}</Text>
                <CloseButton
                  className="nc-no-print"
                  size="sm"
                  aria-label={t('suppliers.stopComparing', { name: shownName(displayName) })}
                  onClick={() => {
                    onRemove(supplierKey);
                  }}
                />
              </Group>
            ))}
          </Group>
          <Grid>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <SimpleTable label={t('suppliers.comparison')} {...figures(ordered(data))} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Curves suppliers={ordered(data)} data={data} />
            </Grid.Col>
          </Grid>
        </>
      )}
    </Panel>
  );
}

function Curves({ suppliers, data }: { readonly suppliers: readonly Compared[]; readonly data: SupplierComparisonQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const shownName = useShownName();
  const option = useMemo(() => {
    const countsOf = (key: string): readonly DayCount[] =>
      (data.days?.nodes ?? [])
        .filter((it) => it.key.supplierKey === key)
        .map((it) => ({ days: it.key.requestToOrderDays ?? 0, count: it.count }));
    const longest = Math.min(LONGEST, Math.max(1, ...(data.days?.nodes ?? []).map((it) => it.key.requestToOrderDays ?? 0)));
    return {
      ...base(palette),
      legend: { show: false },
      grid: { left: 4, right: 8, top: 12, bottom: 24, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
      xAxis: names(
        palette,
        Array.from({ length: longest + 1 }, (_, day) => String(day)),
        { name: t('suppliers.withinDays'), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: palette.quiet } },
      ),
      yAxis: numbers(palette, (share) => format.percent(share, 0), { min: 0, max: 1 }),
      series: suppliers.map((supplier) =>
        line(shownName(supplier.displayName), cumulativeShares(countsOf(supplier.supplierKey), longest), {
          step: 'end',
          showSymbol: false,
          tooltip: { valueFormatter: (share) => format.percent(share as number) },
        }),
      ),
    };
    // Names change with the language, and so does the format.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [suppliers, data, palette, format, t]);
  return <Chart label={t('suppliers.comparisonText')} option={option} height={340} />;
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, names, tooltip } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { OverviewFamiliesDocument, type OverviewFamiliesQuery } from './overview.generated';

type Cell = NonNullable<NonNullable<OverviewFamiliesQuery['months']>['nodes']>[number];

const ROW = 26;

/** Purchase lines by month and family, the largest family on top. */
export function FamiliesPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(OverviewFamiliesDocument, {});
  const columns: readonly Column<Cell>[] = [
    { key: 'month', header: t('overview.month'), value: (it) => it.key.month, cell: (it) => format.month(it.key.month) },
    { key: 'family', header: t('overview.family'), value: (it) => it.key.familyName },
    {
      key: 'lines',
      header: t('overview.demandSeries'),
      value: (it) => it.lines.sum,
      cell: (it) => format.number(it.lines.sum),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('overview.demand')}
      description={t('overview.demandText')}
      result={result}
      height={16 * ROW + 60}
      canShowRows
      empty={(data) => !data.months?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: 'lines-by-month-and-family', columns, rows: data.months?.nodes ?? [] })}
    >
      {(data) => <FamiliesChart data={data} />}
    </Panel>
  );
}

function FamiliesChart({ data }: { readonly data: OverviewFamiliesQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const navigate = useNavigate();
  const families = useMemo(() => (data.families?.nodes ?? []).map((it) => it.key.familyName ?? ''), [data]);

  const option = useMemo(() => {
    const cells = data.months?.nodes ?? [];
    const months = [...new Set(cells.map((it) => it.key.month ?? ''))];
    const most = Math.max(1, ...cells.map((it) => it.lines.sum ?? 0));
    return {
      ...base(palette),
      legend: { show: false },
      grid: { left: 4, right: 4, top: 4, bottom: 40, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
      tooltip: {
        ...tooltip(palette),
        trigger: 'item' as const,
        formatter: (point: unknown) => {
          const [month, family, lines] = (point as { value: [number, number, number] }).value;
          return `${escape(families[family] ?? '')}<br/>${format.month(months[month])}: <b>${format.number(lines)}</b> ${t('units.lines')}`;
        },
      },
      xAxis: names(
        palette,
        months.map((month) => format.month(month)),
        { splitArea: { show: false } },
      ),
      yAxis: names(palette, families, {
        inverse: true,
        axisLabel: { color: palette.quiet, width: 180, overflow: 'truncate', fontSize: 11 },
      }),
      visualMap: {
        min: 0,
        max: most,
        orient: 'horizontal' as const,
        right: 0,
        bottom: 0,
        calculable: false,
        text: [format.number(most), '0'],
        itemHeight: 120,
        itemWidth: 10,
        inRange: { color: [...palette.ramp] },
        textStyle: { color: palette.quiet },
      },
      series: [
        {
          type: 'heatmap' as const,
          name: t('overview.demandSeries'),
          data: cells.map((it) => [months.indexOf(it.key.month ?? ''), families.indexOf(it.key.familyName ?? ''), it.lines.sum ?? 0]),
          itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 3 },
          emphasis: { itemStyle: { borderColor: palette.text } },
        },
      ],
    };
  }, [data, families, palette, format, t]);

  return (
    <Chart
      label={t('overview.demand')}
      option={option}
      height={families.length * ROW + 60}
      onSelect={({ value }) => {
        const family = families[(value as [number, number, number])[1]];
        if (family) {
          void navigate(`/parts?family=${encodeURIComponent(family)}`);
        }
      }}
    />
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

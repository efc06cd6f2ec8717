import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import type { Part } from './PartPage';
import { PartLevelsDocument, type PartLevelsQuery } from './parts.generated';
import { CURVE } from './serviceLevel';

/** As high as the formulas beside it. */
const HEIGHT = 360;

interface Point {
  readonly level: number;
  readonly safetyStock: number | null;
  readonly reorderPoint: number | null;
}

interface LevelsPanelProps {
  readonly part: Part;
  readonly leadTimeDays: number | undefined;
}

/** What each service level costs in stock. */
export function LevelsPanel({ part, leadTimeDays }: LevelsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(PartLevelsDocument, { partCode: part.partCode, leadTimeDays: leadTimeDays ?? null });
  const columns: readonly Column<Point>[] = [
    { key: 'level', header: t('parts.level'), value: (it) => it.level, cell: (it) => format.percent(it.level) },
    {
      key: 'safety',
      header: t('parts.safetyStock'),
      value: (it) => it.safetyStock,
      cell: (it) => format.quantity(it.safetyStock),
      align: 'right',
    },
    {
      key: 'reorder',
      header: t('parts.reorderPoint'),
      value: (it) => it.reorderPoint,
      cell: (it) => format.quantity(it.reorderPoint),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('parts.levels')}
      description={t('parts.levelsText')}
      result={result}
      height={HEIGHT}
      canShowRows
      empty={(data) => why(data)}
      table={(data) => ({ name: 'stock-by-service-level', columns, rows: points(data) })}
    >
      {(data) => <LevelsChart points={points(data)} />}
    </Panel>
  );

  function why({ at95 }: PartLevelsQuery) {
    if (!at95) {
      return t('parts.noPolicy');
    }
    return at95.safetyStock === null && part.policy?.reason ? t(`labels.reason.${part.policy.reason}`) : undefined;
  }
}

function points(data: PartLevelsQuery): readonly Point[] {
  return CURVE.map(([alias, level]) => ({
    level,
    safetyStock: data[alias]?.safetyStock ?? null,
    reorderPoint: data[alias]?.reorderPoint ?? null,
  }));
}

function LevelsChart({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(
    () => ({
      ...base(palette),
      xAxis: names(
        palette,
        points.map((it) => format.percent(it.level)),
      ),
      yAxis: numbers(palette, format.compact),
      series: [
        line(
          t('parts.safetyStock'),
          points.map((it) => it.safetyStock),
        ),
        line(
          t('parts.reorderPoint'),
          points.map((it) => it.reorderPoint),
          { lineStyle: { width: 2, type: 'dashed' } },
        ),
      ].map((series) => ({ ...series, tooltip: { valueFormatter: (value: unknown) => format.quantity(value as number) } })),
    }),
    [points, palette, format, t],
  );
  return <Chart label={t('parts.levels')} option={option} height={HEIGHT} />;
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteKind } from '@/api/schema.generated';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { bars, base, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { siteKinds } from './filters';
import { SiteKindsDocument, type SiteKindsQuery } from './sites.generated';

/** Height of a kind with its two bars. */
const ROW = 40;

interface KindRow {
  readonly kind: SiteKind;
  readonly asDelivered: number;
  readonly realigned: number;
}

interface KindsPanelProps {
  readonly chosen: SiteKind | undefined;
  readonly onChoose: (kind: SiteKind | undefined) => void;
}

/** Lines by kind of site, by both ways of attributing them; a bar filters the list to its kind. */
export function KindsPanel({ chosen, onChoose }: KindsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(SiteKindsDocument, {});
  const columns: readonly Column<KindRow>[] = [
    { key: 'kind', header: t('sites.kind'), value: (it) => t(`labels.siteKind.${it.kind}`) },
    {
      key: 'asDelivered',
      header: t('sites.linesDelivered'),
      value: (it) => it.asDelivered,
      cell: (it) => format.number(it.asDelivered),
      align: 'right',
    },
    {
      key: 'realigned',
      header: t('sites.linesRealigned'),
      value: (it) => it.realigned,
      cell: (it) => format.number(it.realigned),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('sites.kinds')}
      description={t('sites.kindsText')}
      result={result}
      height={siteKinds.length * ROW + 60}
      canShowRows
      empty={(data) => rows(data).length === 0 && t('state.noData')}
      table={(data) => ({ name: 'lines-by-kind-of-site', columns, rows: rows(data) })}
    >
      {(data) => <KindsChart data={data} chosen={chosen} onChoose={onChoose} />}
    </Panel>
  );
}

function KindsChart({ data, chosen, onChoose }: KindsPanelProps & { readonly data: SiteKindsQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const kinds = useMemo(() => rows(data), [data]);
  const option = useMemo(() => {
    const isPale = (index: number): boolean => chosen !== undefined && kinds[index]?.kind !== chosen;
    return {
      ...base(palette),
      grid: { left: 4, right: 16, top: 36, bottom: 4, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
      xAxis: numbers(palette, format.compact),
      yAxis: names(
        palette,
        kinds.map((it) => t(`labels.siteKind.${it.kind}`)),
        { inverse: true, axisLabel: { color: palette.quiet, interval: 0 } },
      ),
      series: [
        bars(
          t('sites.AS_DELIVERED'),
          kinds.map((it) => it.asDelivered),
          isPale,
          { tooltip: { valueFormatter: (value) => format.number(value as number) } },
        ),
        bars(
          t('sites.REALIGNED'),
          kinds.map((it) => it.realigned),
          isPale,
          { tooltip: { valueFormatter: (value) => format.number(value as number) } },
        ),
      ],
    };
  }, [kinds, chosen, palette, format, t]);

  return (
    <Chart
      label={t('sites.kinds')}
      option={option}
      height={kinds.length * ROW + 60}
      onSelect={({ index }) => {
        const kind = kinds[index]?.kind;
        onChoose(kind === chosen ? undefined : kind);
      }}
    />
  );
}

function rows(data: SiteKindsQuery): readonly KindRow[] {
  const linesOf = (groups: SiteKindsQuery['asDelivered'], kind: SiteKind): number =>
    groups?.nodes?.find((it) => it.key.kind === kind)?.count ?? 0;
  return siteKinds
    .map((kind) => ({ kind, asDelivered: linesOf(data.asDelivered, kind), realigned: linesOf(data.realigned, kind) }))
    .filter((it) => it.asDelivered + it.realigned > 0);
}

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
import { SiteMonthsDocument, type SiteMonthsQuery } from './sites.generated';

interface Month {
  readonly month: string;
  readonly asDelivered: number;
  readonly realigned: number;
}

/** Lines of a site by month, by both ways of attributing them. */
export function MonthsPanel({ siteCode }: { readonly siteCode: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(SiteMonthsDocument, { siteCode });
  const count = (key: 'asDelivered' | 'realigned', header: string): Column<Month> => ({
    key,
    header,
    value: (it) => it[key],
    cell: (it) => format.number(it[key]),
    align: 'right',
  });
  const columns: readonly Column<Month>[] = [
    { key: 'month', header: t('sites.month'), value: (it) => it.month, cell: (it) => format.month(it.month) },
    count('asDelivered', t('sites.linesDelivered')),
    count('realigned', t('sites.linesRealigned')),
  ];

  return (
    <Panel
      title={t('sites.monthly')}
      description={t('sites.monthlyText')}
      result={result}
      height={300}
      canShowRows
      empty={(data) => rows(data).length === 0 && t('sites.NO_PURCHASES_TEXT')}
      table={(data) => ({ name: `lines-${siteCode}`, columns, rows: rows(data) })}
    >
      {(data) => <MonthsChart data={data} />}
    </Panel>
  );
}

function MonthsChart({ data }: { readonly data: SiteMonthsQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const months = rows(data);
    return {
      ...base(palette),
      xAxis: names(
        palette,
        months.map((it) => format.month(it.month)),
      ),
      yAxis: numbers(palette, format.compact),
      series: [
        bars(
          t('sites.AS_DELIVERED'),
          months.map((it) => it.asDelivered),
        ),
        bars(
          t('sites.REALIGNED'),
          months.map((it) => it.realigned),
        ),
      ],
    };
  }, [data, palette, format, t]);
  return <Chart label={t('sites.monthly')} option={option} height={300} />;
}

/** A month without a group had no line. */
function rows(data: SiteMonthsQuery): readonly Month[] {
  const counts = ({ nodes }: NonNullable<SiteMonthsQuery['asDelivered']>) =>
    new Map((nodes ?? []).map((it) => [it.key.requestedOnMonth, it.count]));
  const asDelivered = data.asDelivered ? counts(data.asDelivered) : new Map<string | null, number>();
  const realigned = data.realigned ? counts(data.realigned) : new Map<string | null, number>();
  return monthsBetween([...asDelivered.keys(), ...realigned.keys()]).map((month) => ({
    month,
    asDelivered: asDelivered.get(month) ?? 0,
    realigned: realigned.get(month) ?? 0,
  }));
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemandForecastFilterInput } from '@/api/schema.generated';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { bars, base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { ChoiceFilter } from '@/ui/filters';
import { Panel } from '@/ui/Panel';
import { ForecastAgainstDemandDocument, ForecastPartsDocument } from './forecasts.generated';
import { compare, weeksBetween, type ComparedWeek } from './compare';

interface AgainstDemandPanelProps {
  readonly where: DemandForecastFilterInput | null;
  /** The part in the address; the one with the largest forecast without one. */
  readonly chosen: string | undefined;
  readonly onChoose: (part: string | undefined) => void;
}

/** What was forecast for a part over all its sites, against what was then requested, week by week. */
export function AgainstDemandPanel({ where, chosen, onChoose }: AgainstDemandPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = useGold(ForecastPartsDocument, { where: { ...where, siteCode: { eq: 'ALL' } } });
  const known = parts.data?.demandForecastsAggregate?.nodes ?? [];
  const part = known.find((it) => it.key.partCode === chosen) ?? known[0];
  const partCode = part?.key.partCode ?? '';
  const unit = part?.key.partUnit ?? '';
  const result = useGold(
    ForecastAgainstDemandDocument,
    {
      forecast: { ...where, partCode: { eq: partCode }, siteCode: { eq: 'ALL' } },
      demand: { partCode: { eq: partCode }, unit: { eq: unit } },
    },
    { pause: part === undefined },
  );
  const hasNone = parts.data !== undefined && part === undefined;
  const columns: readonly Column<ComparedWeek>[] = [
    { key: 'week', header: t('forecasts.week'), value: (it) => it.week, cell: (it) => format.date(it.week) },
    { key: 'demand', header: t('forecasts.demand'), value: (it) => it.demand, cell: (it) => format.quantity(it.demand), align: 'right' },
    { key: 'model', header: t('forecasts.model'), value: (it) => it.model },
    {
      key: 'forecast',
      header: t('forecasts.forecast'),
      value: (it) => it.forecast,
      cell: (it) => format.quantity(it.forecast),
      align: 'right',
    },
  ];
  const title = t('forecasts.against');

  if (hasNone || (parts.error && !parts.data)) {
    return (
      <Panel title={title} result={parts} empty={() => t('forecasts.noneForAll')}>
        {() => null}
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      description={t('forecasts.againstText', { unit })}
      result={result}
      height={320}
      canShowRows
      table={(data) => ({ name: `forecast-${partCode}`, columns, rows: compare(data, t('forecasts.synthetic')) })}
      controls={
        <ChoiceFilter
          label={t('forecasts.part')}
          value={part?.key.partCode ?? undefined}
          choices={known.flatMap(({ key }) =>
            key.partCode === null ? [] : [{ value: key.partCode, label: `${key.partCode} ${key.partName ?? ''}` }],
          )}
          width={320}
          isSearchable
          onChange={onChoose}
        />
      }
    >
      {(data) => <AgainstDemandChart weeks={compare(data, t('forecasts.synthetic'))} unit={unit} />}
    </Panel>
  );
}

function AgainstDemandChart({ weeks: rows, unit }: { readonly weeks: readonly ComparedWeek[]; readonly unit: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const weeks = weeksBetween(rows.map((it) => it.week));
    const models = [...new Set(rows.flatMap((it) => (it.model === null ? [] : [it.model])))];
    const at = (model: string | null) => new Map(rows.filter((it) => model === null || it.model === model).map((it) => [it.week, it]));
    const demand = at(null);
    return {
      ...base(palette),
      grid: { left: 4, right: 8, top: 58, bottom: 4, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
      xAxis: names(
        palette,
        weeks.map((week) => format.date(week)),
      ),
      yAxis: numbers(palette, format.compact, { name: unit }),
      series: [
        bars(
          t('forecasts.demand'),
          weeks.map((week) => demand.get(week)?.demand ?? null),
          undefined,
          { itemStyle: { opacity: 0.55 } },
        ),
        ...models.map((model) => {
          const weeksOfModel = at(model);
          const isSynthetic = rows.some((it) => it.model === model && it.isSynthetic);
          return line(
            model,
            weeks.map((week) => weeksOfModel.get(week)?.forecast ?? null),
            { showSymbol: false, lineStyle: { width: 2, type: isSynthetic ? 'dotted' : 'solid' } },
          );
        }),
      ],
    };
  }, [rows, unit, palette, format, t]);
  return <Chart label={t('forecasts.against')} option={option} height={320} />;
}

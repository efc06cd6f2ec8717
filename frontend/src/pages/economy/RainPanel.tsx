import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { text } from '@/address/readers';
import { useAddress } from '@/address/useAddress';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { bars, base, line, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { ChoiceFilter } from '@/ui/filters';
import { Panel } from '@/ui/Panel';
import { RainAndDemandDocument, WeatherCitiesDocument, type RainAndDemandQuery } from './economy.generated';

interface Week {
  readonly week: string;
  readonly rain: number | null;
  readonly lines: number | null;
}

const readers = { city: text };

/** Rain against demand, week by week: of all cities, or of one and the sites of its state. */
export function RainPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ city }, setAddress] = useAddress(readers);
  const cities = useGold(WeatherCitiesDocument, {}).data?.cities?.nodes ?? [];
  const chosen = cities.find((it) => it.cityCode === city);
  const result = useGold(RainAndDemandDocument, {
    weather: chosen ? { cityCode: { eq: chosen.cityCode } } : null,
    demand: chosen ? { site: { state: { eq: chosen.state } } } : null,
  });
  const columns: readonly Column<Week>[] = [
    { key: 'week', header: t('economy.week'), value: (it) => it.week, cell: (it) => format.date(it.week) },
    { key: 'rain', header: t('economy.rain'), value: (it) => it.rain, cell: (it) => format.number(it.rain, 1), align: 'right' },
    { key: 'lines', header: t('economy.lines'), value: (it) => it.lines, cell: (it) => format.number(it.lines), align: 'right' },
  ];

  return (
    <Panel
      title={t('economy.rainAndDemand')}
      description={chosen ? t('economy.rainOf', { city: chosen.name, state: chosen.state }) : t('economy.rainOfAll')}
      result={result}
      height={300}
      canShowRows
      empty={(data) => !data.weatherDailyAggregate?.nodes?.length && t('economy.noWeather')}
      table={(data) => ({ name: 'rain-and-demand', columns, rows: weeksOf(data) })}
      controls={
        <ChoiceFilter
          label={t('economy.city')}
          value={chosen?.cityCode}
          choices={cities.map((it) => ({ value: it.cityCode, label: `${it.name} – ${it.state}` }))}
          width={260}
          onChange={(value) => {
            setAddress({ city: value });
          }}
        />
      }
    >
      {(data) => <RainChart weeks={weeksOf(data)} />}
    </Panel>
  );
}

function RainChart({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(
    () => ({
      ...base(palette),
      grid: { left: 4, right: 8, top: 58, bottom: 4, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
      xAxis: names(
        palette,
        weeks.map((it) => format.date(it.week)),
      ),
      yAxis: [
        numbers(palette, format.compact, { name: t('economy.linesAxis') }),
        numbers(palette, (value) => format.number(value, 1), {
          name: t('economy.rainAxis'),
          position: 'right',
          splitLine: { show: false },
          nameTextStyle: { color: palette.quiet, align: 'right' },
        }),
      ],
      series: [
        bars(
          t('economy.lines'),
          weeks.map((it) => it.lines),
          undefined,
          { itemStyle: { opacity: 0.55 } },
        ),
        line(
          t('economy.rain'),
          weeks.map((it) => it.rain),
          { yAxisIndex: 1, showSymbol: false },
        ),
      ],
    }),
    [weeks, palette, format, t],
  );
  return <Chart label={t('economy.rainAndDemand')} option={option} height={300} />;
}

/** Weeks that the weather is known of. A week without lines in the log has no number of them. */
function weeksOf(data: RainAndDemandQuery): readonly Week[] {
  const lines = new Map((data.demandDailyAggregate?.nodes ?? []).map((it) => [it.key.requestedOnWeek, it.lines.sum]));
  return (data.weatherDailyAggregate?.nodes ?? []).flatMap(({ key, rainSum }) =>
    key.dateWeek === null ? [] : [{ week: key.dateWeek, rain: rainSum.avg, lines: lines.get(key.dateWeek) ?? null }],
  );
}

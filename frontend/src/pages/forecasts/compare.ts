import type { ForecastAgainstDemandQuery } from './forecasts.generated';

/** One week of one model, or a week that only demand is known of. */
export interface ComparedWeek {
  readonly week: string;
  readonly model: string | null;
  readonly isSynthetic: boolean;
  readonly forecast: number | null;
  /** Null when nothing was requested, or the week lies ahead of the purchase log. */
  readonly demand: number | null;
}

/** Demand and forecasts by week and model. Models of two runs are told apart by the beginning of the run's identity. */
export function compare(
  { demandForecastsAggregate, demandDailyAggregate }: ForecastAgainstDemandQuery,
  synthetic: string,
): readonly ComparedWeek[] {
  const forecasts = demandForecastsAggregate?.nodes ?? [];
  const demand = new Map((demandDailyAggregate?.nodes ?? []).map((it) => [it.key.requestedOnWeek, it.quantity.sum]));
  const name = modelNames(
    forecasts.map((it) => it.key),
    synthetic,
  );
  const weeks = new Set(forecasts.map((it) => it.key.dateWeek));
  const compared = forecasts.map(({ key, yhat }) => ({
    week: key.dateWeek ?? '',
    model: name(key),
    isSynthetic: key.isSynthetic ?? false,
    forecast: yhat.sum,
    demand: demand.get(key.dateWeek) ?? null,
  }));
  const alone = [...demand].flatMap(([week, quantity]) =>
    week === null || weeks.has(week) ? [] : [{ week, model: null, isSynthetic: false, forecast: null, demand: quantity }],
  );
  return [...alone, ...compared].sort((a, b) => a.week.localeCompare(b.week));
}

/** Every week from the first to the last, as Mondays: what is missing in between is a week in which nothing was. */
export function weeksBetween(weeks: readonly string[]): readonly string[] {
  const known = [...weeks].sort();
  const [first, last] = [known[0], known.at(-1)];
  const all: string[] = [];
  for (let week = first; week !== undefined && last !== undefined && week <= last; week = dayAfter(week, 7)) {
    all.push(week);
  }
  return all;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Key {
  readonly forecastRunId: string | null;
  readonly modelName: string | null;
  readonly modelVersion: string | null;
  readonly isSynthetic: boolean | null;
}

function modelNames(keys: readonly Key[], synthetic: string): (key: Key) => string {
  const plain = (key: Key): string => [key.modelName, key.modelVersion, key.isSynthetic && `(${synthetic})`].filter(Boolean).join(' ');
  const runs = new Map<string, Set<string | null>>();
  for (const key of keys) {
    runs.set(plain(key), (runs.get(plain(key)) ?? new Set()).add(key.forecastRunId));
  }
  return (key) => ((runs.get(plain(key))?.size ?? 0) > 1 ? `${plain(key)} ${key.forecastRunId?.slice(0, 8) ?? ''}` : plain(key));
}

import { describe, expect, it } from 'vitest';
import { compare, weeksBetween } from './compare';

const forecast = (forecastRunId: string, dateWeek: string, sum: number, isSynthetic = false) => ({
  key: { forecastRunId, modelName: 'm', modelVersion: '1', isSynthetic, dateWeek },
  yhat: { sum },
});
const demand = (requestedOnWeek: string, sum: number) => ({ key: { requestedOnWeek }, quantity: { sum } });

describe('compare', () => {
  it('puts demand beside the forecast of its week, and keeps weeks that only one of them has', () => {
    const weeks = compare(
      {
        demandForecastsAggregate: { nodes: [forecast('a', '2026-01-12', 4), forecast('a', '2026-01-19', 5)] },
        demandDailyAggregate: { nodes: [demand('2026-01-05', 1), demand('2026-01-12', 2)] },
      },
      'synthetic',
    );
    expect(weeks.map((it) => [it.week, it.demand, it.forecast, it.model])).toEqual([
      ['2026-01-05', 1, null, null],
      ['2026-01-12', 2, 4, 'm 1'],
      ['2026-01-19', null, 5, 'm 1'],
    ]);
  });

  it('tells two runs of one model apart and marks the synthetic one', () => {
    const weeks = compare(
      {
        demandForecastsAggregate: { nodes: [forecast('aaaaaaaa1', 'w', 1), forecast('bbbbbbbb2', 'w', 2), forecast('c', 'w', 3, true)] },
        demandDailyAggregate: null,
      },
      'synthetic',
    );
    expect(weeks.map((it) => it.model)).toEqual(['m 1 aaaaaaaa', 'm 1 bbbbbbbb', 'm 1 (synthetic)']);
  });
});

describe('weeksBetween', () => {
  it('fills the weeks that nothing is known of', () => {
    expect(weeksBetween(['2026-01-19', '2025-12-29'])).toEqual(['2025-12-29', '2026-01-05', '2026-01-12', '2026-01-19']);
    expect(weeksBetween([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { cumulativeShares, histogram, LONGEST } from './days';
import { monthsBetween } from './months';

describe('histogram', () => {
  it('has a place for every day, empty ones included', () => {
    expect(
      histogram([
        { days: 0, count: 2 },
        { days: 3, count: 5 },
      ]),
    ).toEqual([2, 0, 0, 5]);
  });

  it('puts all that took very long into the last place, and loses nothing', () => {
    const bins = histogram([
      { days: 1, count: 1 },
      { days: LONGEST, count: 2 },
      { days: 500, count: 3 },
    ]);
    expect(bins).toHaveLength(LONGEST + 1);
    expect(bins.at(-1)).toBe(5);
    expect(bins.reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  it('is one empty place for nothing', () => {
    expect(histogram([])).toEqual([0]);
  });
});

describe('cumulativeShares', () => {
  it('rises to one', () => {
    expect(
      cumulativeShares(
        [
          { days: 1, count: 1 },
          { days: 3, count: 3 },
        ],
        3,
      ),
    ).toEqual([0, 0.25, 0.25, 1]);
  });

  it('is no curve without lines', () => {
    expect(cumulativeShares([], 5)).toEqual([]);
  });
});

describe('monthsBetween', () => {
  it('goes over the turn of a year and fills what is missing', () => {
    expect(monthsBetween(['2026-02-01', null, '2025-11-01'])).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
  });

  it('is empty without a month', () => {
    expect(monthsBetween([null])).toEqual([]);
  });
});

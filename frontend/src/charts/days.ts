/** So many lines took so many days. */
export interface DayCount {
  readonly days: number;
  readonly count: number;
}

/** Days beyond this are counted together, so that a few slow orders do not press the rest into a corner. */
export const LONGEST = 60;

/** How many lines took 0, 1, 2 … days; the last place holds all that took LONGEST days or more. */
export function histogram(counts: readonly DayCount[]): readonly number[] {
  const longest = Math.min(LONGEST, Math.max(0, ...counts.map((it) => it.days)));
  const bins = new Array<number>(longest + 1).fill(0);
  for (const { days, count } of counts) {
    const place = Math.min(longest, days);
    bins[place] = (bins[place] ?? 0) + count;
  }
  return bins;
}

/** The share of lines that took at most 0, 1, 2 … days. */
export function cumulativeShares(counts: readonly DayCount[], longest: number): readonly number[] {
  const total = counts.reduce((sum, it) => sum + it.count, 0);
  const upTo = (day: number): number => counts.reduce((sum, it) => (it.days <= day ? sum + it.count : sum), 0);
  return total === 0 ? [] : Array.from({ length: longest + 1 }, (_, day) => upTo(day) / total);
}

/** Every month from the first to the last, as first days: what is missing in between is a month in which nothing was. */
export function monthsBetween(days: readonly (string | null)[]): readonly string[] {
  const known = days.filter((day) => day !== null).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = following(month)) {
    months.push(`${month}-01`);
  }
  return months;
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

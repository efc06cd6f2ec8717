export type CsvValue = string | number | boolean | null | undefined;

/** Text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Comma-separated values that a spreadsheet of the reader's language opens right: with a byte order mark, and with a decimal comma
 * where that is the custom (then fields are separated by semicolons).
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[], language: string): Blob {
  const separator = csvSeparator(language);
  const lines = [header, ...rows].map((row) => row.map((value) => field(value, separator)).join(separator));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

export function csvSeparator(language: string): ';' | ',' {
  return language.startsWith('pt') ? ';' : ',';
}

function field(value: CsvValue, separator: string): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return separator === ';' ? String(value).replace('.', ',') : String(value);
  }
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Placeholder of a value that does not exist. */
export const NONE = '–';

type Value = number | null | undefined;

/** Writes numbers and dates as the reader's language does. */
export interface Format {
  readonly language: string;
  /** A whole number, or one with up to so many fraction digits. */
  readonly number: (value: Value, digits?: number) => string;
  /** A quantity: up to two fraction digits, four for small ones. */
  readonly quantity: (value: Value) => string;
  /** A share of 1 as a percentage. */
  readonly percent: (share: Value, digits?: number) => string;
  /** A change with its sign. */
  readonly change: (value: Value, digits?: number) => string;
  /** Short, for axes: 1,2 mil. */
  readonly compact: (value: Value) => string;
  /** A calendar day, yyyy-MM-dd. */
  readonly date: (day: string | null | undefined) => string;
  /** The month of a calendar day: jan/2026. */
  readonly month: (day: string | null | undefined) => string;
  /** A point in time, in the reader's zone. */
  readonly time: (instant: string | null | undefined) => string;
  /** How long ago, or how far ahead. */
  readonly age: (instant: string | null | undefined, now?: number) => string;
  /** A duration in milliseconds. */
  readonly duration: (milliseconds: Value) => string;
  readonly bytes: (value: Value) => string;
}

export function createFormat(language: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = numbers.get(key);
    if (!format) {
      numbers.set(key, (format = new Intl.NumberFormat(language, options)));
    }
    return format;
  };
  const write = (value: Value, options: Intl.NumberFormatOptions): string =>
    value === null || value === undefined ? NONE : numberFormat(options).format(value);

  // Calendar days have no zone; read as UTC they stay the day they are.
  const day = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const monthSeparator = language.startsWith('pt') ? '/' : ' ';
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  return {
    language,
    number: (value, digits = 0) => write(value, { maximumFractionDigits: digits }),
    quantity: (value) => write(value, { maximumFractionDigits: typeof value === 'number' && Math.abs(value) < 1 ? 4 : 2 }),
    percent: (share, digits = 1) => write(share, { style: 'percent', maximumFractionDigits: digits }),
    change: (value, digits = 1) => write(value, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }),
    compact: (value) => write(value, { notation: 'compact', maximumFractionDigits: 1 }),
    date: (text) => (text ? day.format(Date.parse(text)) : NONE),
    month: (text) => (text ? shortMonth(month.formatToParts(Date.parse(text)), monthSeparator) : NONE),
    time: (text) => (text ? time.format(Date.parse(text)) : NONE),
    age: (text, now = Date.now()) => (text ? ago(relative, Date.parse(text) - now) : NONE),
    duration: (value) => duration(value, write),
    bytes: (value) => bytes(value, write),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => createFormat(i18n.language), [i18n.language]);
}

// The long way of writing it, jan. de 2026, is too wide for an axis.
function shortMonth(parts: readonly Intl.DateTimeFormatPart[], separator: string): string {
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((it) => it.type === type)?.value.replace('.', '') ?? '';
  return `${part('month')}${separator}${part('year')}`;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function ago(relative: Intl.RelativeTimeFormat, difference: number): string {
  const [unit, length] = STEPS.find(([, step]) => Math.abs(difference) >= step) ?? (['second', 1000] as const);
  return relative.format(Math.trunc(difference / length), unit);
}

type Write = (value: Value, options: Intl.NumberFormatOptions) => string;

function duration(value: Value, write: Write): string {
  if (value === null || value === undefined || value < 1000) {
    return write(value, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });
  }
  const [unit, length] = value < 60_000 ? (['second', 1000] as const) : (['minute', 60_000] as const);
  return write(value / length, { style: 'unit', unit, maximumFractionDigits: 1 });
}

function bytes(value: Value, write: Write): string {
  if (value === null || value === undefined) {
    return NONE;
  }
  const [unit, size] = value < 1000 ? (['byte', 1] as const) : value < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  return write(value / size, { style: 'unit', unit, maximumFractionDigits: 1 });
}

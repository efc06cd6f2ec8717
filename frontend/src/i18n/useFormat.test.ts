import { describe, expect, it } from 'vitest';
import { createFormat, NONE } from './useFormat';

/** Intl puts no-break spaces of several widths where it sees fit. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

const portuguese = createFormat('pt-BR');
const english = createFormat('en');

describe('createFormat', () => {
  it('writes numbers as the language does', () => {
    expect(portuguese.number(1234567.891, 2)).toBe('1.234.567,89');
    expect(english.number(1234567.891, 2)).toBe('1,234,567.89');
    expect(plain(portuguese.percent(0.0717))).toBe('7,2%');
    expect(plain(portuguese.change(-3))).toBe('-3');
    expect(plain(portuguese.change(3))).toBe('+3');
    expect(portuguese.change(0)).toBe('0');
  });

  it('keeps small quantities visible', () => {
    expect(portuguese.quantity(0.0125)).toBe('0,0125');
    expect(portuguese.quantity(12.3456)).toBe('12,35');
  });

  it('never moves a calendar day to another zone', () => {
    expect(portuguese.date('2026-03-01')).toBe('01/03/2026');
    expect(portuguese.month('2026-03-01')).toBe('mar/2026');
    expect(english.month('2026-03-01')).toBe('Mar 2026');
  });

  it('tells ages and durations in words', () => {
    const now = Date.parse('2026-01-02T12:00:00Z');
    expect(portuguese.age('2026-01-02T11:30:00Z', now)).toBe('há 30 minutos');
    expect(english.age('2026-01-01T12:00:00Z', now)).toBe('yesterday');
    expect(english.age('2026-01-02T14:00:00Z', now)).toBe('in 2 hours');
    expect(plain(english.duration(4900))).toBe('4.9 sec');
    expect(plain(portuguese.bytes(406_400))).toBe('406,4 kB');
  });

  it('has one sign for what does not exist, and never a zero in its place', () => {
    for (const write of [
      portuguese.number,
      portuguese.quantity,
      portuguese.percent,
      portuguese.change,
      portuguese.duration,
      portuguese.bytes,
    ]) {
      expect(write(null)).toBe(NONE);
      expect(write(undefined)).toBe(NONE);
    }
    expect(portuguese.date(null)).toBe(NONE);
    expect(portuguese.month(undefined)).toBe(NONE);
    expect(portuguese.age(null)).toBe(NONE);
  });
});

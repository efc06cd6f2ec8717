import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REST, useDraft } from './useDraft';

/** A hand, and an address that only changes when the test says so. */
function start(value = '') {
  const told: string[] = [];
  const tell = (draft: string): string => {
    told.push(draft.trim());
    return draft.trim();
  };
  const { result, rerender } = renderHook(({ value }) => useDraft(value, tell), { initialProps: { value } });
  return {
    told,
    shown: () => result.current[0],
    type: (draft: string) => {
      act(() => {
        result.current[1](draft);
      });
    },
    rest: () => {
      act(() => {
        vi.advanceTimersByTime(REST);
      });
    },
    addressIs: (now: string) => {
      rerender({ value: now });
    },
  };
}

describe('useDraft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows at once what the hand does, and tells it when the hand rests', () => {
    const { told, shown, type, rest } = start();
    type('c');
    type('ca');
    expect(shown()).toBe('ca');
    expect(told).toEqual([]);

    rest();

    expect(told).toEqual(['ca']);
    expect(shown()).toBe('ca');
  });

  it('loses no letter to an address that comes late', () => {
    const { shown, type, rest, addressIs } = start();
    type('c');
    rest();
    type('ca');
    rest();
    type('cab ');
    rest();
    type('cab o');

    addressIs('c');
    expect(shown()).toBe('cab o');
    addressIs('cab');
    expect(shown()).toBe('cab o');
  });

  it('follows what somebody else puts into the address', () => {
    const { shown, type, rest, addressIs } = start('cabo');
    expect(shown()).toBe('cabo');
    addressIs('');
    expect(shown()).toBe('');

    type('fio');
    rest();
    addressIs('fio');
    addressIs('cabo');
    expect(shown()).toBe('cabo');
    addressIs('fio');
    expect(shown()).toBe('fio');
  });

  it('does not tell what was taken back before the hand rested', () => {
    const { told, shown, type, rest, addressIs } = start('cabo');
    type('cabo de');
    addressIs('');
    rest();

    expect(shown()).toBe('');
    expect(told).toEqual([]);
  });
});

import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** So long has a hand to rest before what it did is asked for. */
export const REST = 250;

interface Drawn<Value> {
  readonly value: Value;
  /** What was told and has not come back yet, the oldest first: the address changes later than the hand goes on. */
  readonly told: readonly Value[];
}

/**
 * A value of the address that a hand changes faster than the address should. Shown at once; told when the hand rests.
 * `tell` gives what it told, as it will come back. Only what somebody else put into the address takes the place of the draft.
 */
export function useDraft<Value>(value: Value, tell: (draft: Value) => Value): readonly [Value, (draft: Value) => void] {
  const [draft, setDraft] = useState(value);
  const [drawn, setDrawn] = useState<Drawn<Value>>({ value, told: [] });
  const rest = useDebouncedCallback((changed: Value) => {
    // It may have been taken back meanwhile, for instance with all filters.
    if (changed === draft) {
      const told = tell(changed);
      setDrawn((before) => ({ ...before, told: [...before.told, told] }));
    }
  }, REST);

  if (value !== drawn.value) {
    const place = drawn.told.indexOf(value);
    setDrawn({ value, told: place < 0 ? [] : drawn.told.slice(place + 1) });
    if (place < 0) {
      setDraft(value);
    }
  }

  const change = (changed: Value): void => {
    setDraft(changed);
    rest(changed);
  };
  return [draft, change];
}

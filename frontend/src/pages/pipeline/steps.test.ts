import { describe, expect, it } from 'vitest';
import { mergeSteps, progress, type Step } from './steps';

const step = (ordinal: number, state: Step['state'] = 'SUCCEEDED'): Step => ({
  runId: 'r',
  ordinal,
  name: `step ${ordinal}`,
  stage: 'GOLD',
  state,
  durationMs: null,
  rowsIn: null,
  rowsOut: null,
  note: null,
});

describe('mergeSteps', () => {
  it('adds what was heard of to what was read, in order', () => {
    expect(mergeSteps([step(1), step(2, 'RUNNING')], [step(3, 'RUNNING'), step(2)])).toEqual([step(1), step(2), step(3, 'RUNNING')]);
  });

  it('does not let a late event undo the end of a step', () => {
    expect(mergeSteps([step(1)], [step(1, 'RUNNING')])).toEqual([step(1)]);
  });
});

describe('progress', () => {
  it('counts steps that have ended', () => {
    expect(progress('RUNNING', [step(1), step(2, 'RUNNING')], 4)).toBe(0.25);
  });

  it('is whole only when the run is over', () => {
    expect(progress('RUNNING', [step(1), step(2)], 2)).toBe(0.99);
    expect(progress('UNCHANGED', [], 60)).toBe(1);
  });

  it('is unknown before any whole run', () => {
    expect(progress('RUNNING', [step(1)], undefined)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { levelOf } from './serviceLevel';

describe('levelOf', () => {
  it.each([
    [0, 0.5],
    [1.281552, 0.9],
    [1.644854, 0.95],
    [2.326348, 0.99],
    [-1.644854, 0.05],
  ])('finds the level of z = %d', (z, level) => {
    expect(levelOf(z)).toBeCloseTo(level, 6);
  });
});

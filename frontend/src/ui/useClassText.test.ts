import { describe, expect, it } from 'vitest';
import { readIn } from '@/testing/readIn';
import { useClassText } from './useClassText';

describe('useClassText', () => {
  it.each([
    ['pt-BR', ['A: as primeiras 80% das linhas', 'B: até 95% das linhas', 'C: o restante']],
    ['en', ['A: the first 80% of the lines', 'B: up to 95% of the lines', 'C: the rest']],
  ] as const)('writes shares as %s does', async (language, texts) => {
    const text = await readIn(language, useClassText);
    expect((['A', 'B', 'C'] as const).map(text)).toEqual(texts);
  });
});

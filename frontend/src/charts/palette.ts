import { useComputedColorScheme } from '@mantine/core';
import { palettes, type Palette } from './colors';

export type { Palette } from './colors';

export function usePalette(): Palette {
  return palettes[useComputedColorScheme('light')];
}

import { expect, type Locator } from '@playwright/test';
import { palettes } from '../src/charts/colors';
import type { Scheme } from './journey';

/** A few hundred pixels are a line of data; axes and words have other colours. */
const ENOUGH = 200;

/** Expects that a chart shows data: pixels in the colours of its series, not merely axes and words. */
export async function expectDataIn(chart: Locator, scheme: Scheme): Promise<void> {
  const { series, ramp } = palettes[scheme];
  await expect.poll(() => chart.evaluate(inkIn, [...series, ...ramp.slice(2)])).toBeGreaterThan(ENOUGH);
}

function inkIn(chart: Element, colors: readonly string[]): number {
  const wanted = colors.map((color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)));
  let ink = 0;
  for (const canvas of chart.querySelectorAll('canvas')) {
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    for (let at = 0; at < data.length; at += 4) {
      const isOpaque = (data[at + 3] ?? 0) > 200;
      if (isOpaque && wanted.some((color) => color.every((part, channel) => Math.abs(part - (data[at + channel] ?? 0)) <= 10))) {
        ink++;
      }
    }
  }
  return ink;
}

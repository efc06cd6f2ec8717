/** The bounds of what may be asked for, and where a curve over levels is taken. */
export const LOWEST = 0.5;
export const HIGHEST = 0.999;
export const CURVE = [
  ['at80', 0.8],
  ['at85', 0.85],
  ['at90', 0.9],
  ['at95', 0.95],
  ['at975', 0.975],
  ['at99', 0.99],
  ['at995', 0.995],
] as const;

/**
 * The service level that a factor z stands for: the normal distribution function, by Abramowitz and Stegun 26.2.17, off by less than 0.0000001.
 * Only places the slider; every figure comes from the service.
 */
export function levelOf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}

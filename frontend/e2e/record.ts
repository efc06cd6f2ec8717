import type { Locator } from '@playwright/test';

/** Notes every value that a progress bar shows, from the beginning of a run to its end. */
export function recordBar(bar: Locator): Promise<number[]> {
  return bar.evaluate(
    (element) =>
      new Promise<number[]>((done) => {
        const values: number[] = [];
        new MutationObserver((_, observer) => {
          const value = Number(element.getAttribute('aria-valuenow'));
          // Before the run begins the bar still shows the end of the one before.
          if (value !== values.at(-1) && !(values.length === 0 && value === 100)) {
            values.push(value);
          }
          if (values.length > 0 && value === 100) {
            observer.disconnect();
            done(values);
          }
        }).observe(element, { attributes: true, attributeFilter: ['aria-valuenow'] });
      }),
  );
}

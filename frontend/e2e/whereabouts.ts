import type { Page } from '@playwright/test';
import { expect } from './journey';

/**
 * Notes where somebody is: the address, how far the page and its list are scrolled, and what has the keyboard, with its text and the caret in it.
 * Gives a way to see that all of it is still so.
 */
export async function whereabouts(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => document.activeElement);
  const look = () =>
    held.evaluate((it) => ({
      address: window.location.href,
      scrolled: [window.scrollY, document.querySelector('[data-table]')?.scrollTop],
      hasKeyboard: it === document.activeElement && it !== document.body,
      typed: it instanceof HTMLInputElement && [it.value, it.selectionStart, it.selectionEnd],
    }));
  const before = await look();
  expect(before.hasKeyboard).toBe(true);
  return async () => {
    expect(await look()).toEqual(before);
  };
}

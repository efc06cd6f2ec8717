import type { Page } from '@playwright/test';

/**
 * Notes in the page itself whatever it shows in some places from now on, until it is left: toasts go by themselves and steps pass quickly,
 * while a journey on a slow machine looks late. Gives what was noted so far.
 */
export async function record(page: Page, selector: string, attribute?: string): Promise<() => Promise<string[]>> {
  const notes = await page.evaluateHandle(
    ([places, name]) => {
      const noted: string[] = [];
      const last = new WeakMap<Element, string>();
      const look = (note: (text: string) => void): void => {
        for (const element of document.querySelectorAll(places)) {
          const text = (name === undefined ? element.textContent : element.getAttribute(name)) ?? '';
          if (last.get(element) !== text) {
            last.set(element, text);
            note(text);
          }
        }
      };
      // What is there already is not news.
      look(() => undefined);
      new MutationObserver(() => {
        look((text) => noted.push(text));
      }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
      return noted;
    },
    [selector, attribute] as const,
  );
  return () => notes.jsonValue();
}

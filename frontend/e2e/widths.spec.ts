import type { Page } from '@playwright/test';
import { expect, open, test, type Language } from './journey';
import { detailPages, pages } from './pages';

const languages: readonly Language[] = ['pt-BR', 'en'];

// A screen of 1360 pixels, less the scroll bars of page and list: the browser of the tests draws none.
test.use({ viewport: { width: 1330, height: 860 } });

for (const language of languages) {
  test(`no list runs beyond its panel on a desk, and no heading is cut, ${language}`, async ({ page, host }) => {
    for (const path of [...pages, ...(await detailPages(host))]) {
      await open(page, path, { language });
      expect.soft(await cutIn(page), path).toEqual([]);
    }
  });
}

/** The lists that have to be moved sideways to be seen whole, and the headings of columns that do not fit. */
function cutIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCut = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth + 1;
    const named = (it: Element): string => `${it.getAttribute('aria-label') ?? it.textContent}: ${it.scrollWidth} in ${it.clientWidth}`;
    const lists = '[data-table], .mantine-ScrollArea-viewport';
    const headings = '[role=columnheader], [role=columnheader] button, [role=columnheader] span';
    return [...document.querySelectorAll(`main :is(${lists}, ${headings})`)].filter(isCut).map(named);
  });
}

import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { open, settle, test } from './journey';
import { detailPages, pages } from './pages';

for (const path of [...pages, '/nowhere']) {
  test(`${path} is accessible in both themes`, async ({ page }) => {
    await expectBothThemes(page, path);
  });
}

test('the pages of a part, a supplier and a site are accessible in both themes', async ({ page, host }) => {
  for (const path of await detailPages(host)) {
    await expectBothThemes(page, path);
  }
});

test('the parts are accessible on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/parts');
  await expectAccessible(page);
});

async function expectBothThemes(page: Page, path: string): Promise<void> {
  await open(page, path, { scheme: 'light' });
  await expectAccessible(page);

  await page.evaluate(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', 'dark');
  });
  await settle(page);
  await expectAccessible(page);
}

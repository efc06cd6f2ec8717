import { expectAccessible, expectBothThemes } from './accessibility';
import { open, test } from './journey';
import { detailPages, pages } from './pages';

for (const path of [...pages, '/nowhere']) {
  test(`${path} is accessible in both themes`, async ({ page }) => {
    await open(page, path);
    await expectBothThemes(page);
  });
}

test('the pages of a part, a supplier and a site are accessible in both themes', async ({ page, host }) => {
  for (const path of await detailPages(host)) {
    await open(page, path);
    await expectBothThemes(page);
  }
});

test('the parts are accessible on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/parts');
  await expectAccessible(page);
});

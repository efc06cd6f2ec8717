import { join } from 'node:path';
import { open, test, type Language, type Scheme } from './journey';
import { detailPages, pages } from './pages';

const folder = process.env.GALLERY ?? 'test-results/gallery';
const languages: readonly Language[] = ['pt-BR', 'en'];
const schemes: readonly Scheme[] = ['light', 'dark'];
const missing = '/nowhere';

for (const language of languages) {
  for (const scheme of schemes) {
    test(`every page, ${language}, ${scheme}`, async ({ browser, host }) => {
      for (const path of [...pages, ...(await detailPages(host)), missing]) {
        const page = await browser.newPage({ baseURL: host.url, reducedMotion: 'reduce', viewport: { width: 1360, height: 860 } });
        await open(page, path, { language, scheme });
        await page.screenshot({ path: fileOf(path, language, scheme), fullPage: true });
        await page.close();
      }
    });
  }
}

test('every page on a phone and on paper', async ({ browser, host }) => {
  for (const path of [...pages, ...(await detailPages(host))]) {
    const page = await browser.newPage({ baseURL: host.url, reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
    await open(page, path);
    await page.screenshot({ path: fileOf(path, 'phone'), fullPage: true });

    // A page of A4 within its margins.
    await page.setViewportSize({ width: 1032, height: 703 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.screenshot({ path: fileOf(path, 'paper'), fullPage: true });
    await page.close();
  }
});

function fileOf(path: string, ...marks: readonly string[]): string {
  const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'overview';
  return join(folder, `${name}.${marks.join('.')}.png`);
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { Host } from './host';
import { open, sampleLake, test, type Language, type Scheme } from './journey';
import { detailPages, pages } from './pages';
import { empty, failing } from './states';

const folder = process.env.GALLERY ?? 'test-results/gallery';
const languages: readonly Language[] = ['pt-BR', 'en'];
const schemes: readonly Scheme[] = ['light', 'dark'];
const missing = '/nowhere';
const desk = { width: 1360, height: 860 };
const phone = { width: 390, height: 844 };

for (const language of languages) {
  for (const scheme of schemes) {
    test(`every page, ${language}, ${scheme}`, async ({ browser, host }) => {
      for (const path of [...pages, ...(await detailPages(host)), missing]) {
        await look(browser, host, desk, async (page) => {
          await open(page, path, { language, scheme });
          await take(page, path, language, scheme);
        });
      }
    });
  }
}

test('every page on a phone and on paper', async ({ browser, host }) => {
  for (const path of [...pages, ...(await detailPages(host)), missing]) {
    await look(browser, host, phone, async (page) => {
      await open(page, path);
      await take(page, path, 'phone');

      // A page of A4 within its margins.
      await page.setViewportSize({ width: 1032, height: 703 });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await take(page, path, 'paper');
    });
  }
});

for (const [state, arrange] of [
  ['empty', empty],
  ['failing', failing],
] as const) {
  test(`every page ${state}`, async ({ browser, host }) => {
    for (const path of [...pages, ...(await detailPages(host))]) {
      for (const [screen, viewport] of [
        ['desk', desk],
        ['phone', phone],
      ] as const) {
        await look(browser, host, viewport, async (page) => {
          await arrange(page);
          await open(page, path);
          await take(page, path, state, screen);
        });
      }
    }
  });
}

test('what a stranger sees', async ({ browser }) => {
  const host = await Host.start(sampleLake(), [`--Auth:SecretKey=${randomBytes(48).toString('base64')}`]);
  for (const language of languages) {
    await look(browser, host, desk, async (page) => {
      await open(page, '/parts', { language });
      await page.waitForURL(/\/sign-in/);
      await take(page, '/sign-in', 'stranger', language);
    });
  }
  await host.dispose();
});

async function look(browser: Browser, host: Host, viewport: typeof desk, at: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ baseURL: host.url, reducedMotion: 'reduce', viewport });
  await at(page);
  await page.close();
}

async function take(page: Page, path: string, ...marks: readonly string[]): Promise<void> {
  const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'overview';
  await page.screenshot({ path: join(folder, `${name}.${marks.join('.')}.png`), fullPage: true });
}

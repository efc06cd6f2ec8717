import { open, settle, test } from './journey';
import { detailPages, pages } from './pages';

declare global {
  interface Window {
    vitals: { shift: number; readonly delays: number[] };
  }
}

/** As the Web Vitals count: a shift that no input caused, and what passes from an input to the picture that answers it. */
function watch(): void {
  const vitals: Window['vitals'] = { shift: 0, delays: [] };
  window.vitals = vitals;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      vitals.shift += entry.hadRecentInput ? 0 : entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.interactionId > 0) {
        vitals.delays.push(entry.duration);
      }
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

test('layout shift when data come', async ({ browser, host }) => {
  for (const path of [...pages, ...(await detailPages(host))]) {
    const page = await browser.newPage({ baseURL: host.url, viewport: { width: 1360, height: 860 } });
    await page.addInitScript(watch);
    await open(page, path);
    await page.waitForTimeout(500);
    console.log(`${(await page.evaluate(() => window.vitals.shift)).toFixed(4)}  ${path}`);
    await page.close();
  }
});

test('from input to picture', async ({ browser, host }) => {
  const page = await browser.newPage({ baseURL: host.url, viewport: { width: 1360, height: 860 } });
  await page.addInitScript(watch);
  await open(page, '/');
  const navigation = page.locator('nav a[href^="/"]:not([href^="/graphql"])');
  for (let round = 0; round < 3; round++) {
    for (let place = 0; place < (await navigation.count()); place++) {
      await navigation.nth(place).click();
      await settle(page);
    }
  }
  await page.locator('nav a[href="/parts"]').click();
  await settle(page);
  for (const header of await page.locator('[role=columnheader] button').all()) {
    await header.click();
    await settle(page);
  }
  await page.locator('[data-table] [data-index="0"]').focus();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('ArrowDown');
  }
  const search = page.getByLabel('Código ou nome');
  await search.pressSequentially('parafuso', { delay: 60 });
  await settle(page);
  await page.waitForTimeout(500);
  const delays = (await page.evaluate(() => window.vitals.delays)).sort((a, b) => a - b);
  const at = (share: number): number => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  console.log(`${delays.length} events of 16 ms or more: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
});

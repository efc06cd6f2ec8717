import { defineConfig } from '@playwright/test';

/** Journeys through the real service in a real browser: Debian's, so that nothing is downloaded. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/sampleLake.ts',
  // Every worker has a service of its own; the journeys of one worker share it.
  workers: 1,
  // Guards against waiting for ever, with room for a slow machine that has other work: no journey passes or fails by the clock.
  timeout: 5 * 60_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 90_000 },
  forbidOnly: true,
  reporter: [['list'], ['junit', { outputFile: process.env.BROWSER_REPORT ?? 'test-results/browser.xml' }]],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    viewport: { width: 1360, height: 860 },
    locale: 'pt-BR',
    timezoneId: 'America/Bahia',
    // Motion would have to be waited for, and a colour half-way there has not the contrast it will have.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});

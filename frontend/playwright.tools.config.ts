import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/** Programs that look at the dashboard instead of testing it: `npm run gallery` takes pictures, `npm run vitals` measures. */
export default defineConfig({
  ...journeys,
  testMatch: ['gallery.ts', 'vitals.ts'],
  timeout: 20 * 60_000,
  globalTimeout: 90 * 60_000,
  reporter: 'list',
});

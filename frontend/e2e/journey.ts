import { test as plain, type Page, type WorkerFixture } from '@playwright/test';
import { Host } from './host';

/** The sample files and the lake made from them before the first journey. */
export function sampleLake(): string {
  const folder = process.env.SAMPLE_LAKE;
  if (!folder) {
    throw new Error('There is no sample lake.');
  }
  return folder;
}

export interface Shared {
  readonly host: Host;
}

/** A service that only the journeys which ask for it share. */
export const hostOfItsOwn: [WorkerFixture<Host, object>, { scope: 'worker'; timeout: number }] = [
  // eslint-disable-next-line no-empty-pattern
  async ({}, use) => {
    const host = await Host.start(sampleLake());
    await use(host);
    await host.dispose();
  },
  { scope: 'worker', timeout: 300_000 },
];

/** A journey through the service of its worker. A script that fails, or one that the security policy stops, fails the journey. */
export const test = plain.extend<{ readonly quiet: undefined }, Shared>({
  host: hostOfItsOwn,
  baseURL: async ({ host }, use) => {
    await use(host.url);
  },
  quiet: [
    async ({ page }, use) => {
      const failures = failuresOf(page);
      await use(undefined);
      plain.expect(failures).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** What goes wrong inside a page, as it happens. Requests that fail are not among it: services are allowed to be away. */
export function failuresOf(page: Page): readonly string[] {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection|ERR_CONNECTION/.test(message.text())) {
      failures.push(message.text());
    }
  });
  return failures;
}

/** What the sockets of a page send and receive, as it happens. */
export function eventsOf(page: Page): { readonly sent: readonly string[]; readonly received: readonly string[] } {
  const events = { sent: [] as string[], received: [] as string[] };
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => events.sent.push(payload.toString()));
    socket.on('framereceived', ({ payload }) => events.received.push(payload.toString()));
  });
  return events;
}

/** As long as a run of the pipeline may take, browser and all, on a slow machine with other work. */
export const LONGEST_RUN = 5 * 60_000;

export type Language = 'pt-BR' | 'en';
export type Scheme = 'light' | 'dark';

/** Opens a page in a language and theme, and waits until every part of it has its answer. */
export async function open(page: Page, path: string, { language = 'pt-BR', scheme = 'light' } = {}): Promise<void> {
  await page.addInitScript(
    ([chosenLanguage, chosenScheme]) => {
      localStorage.setItem('nova-corrente.language', chosenLanguage);
      localStorage.setItem('mantine-color-scheme-value', chosenScheme);
    },
    [language, scheme] as const,
  );
  await page.goto(path);
  await settle(page);
}

/** Waits until the page has its title and no part of it waits for an answer or a newer one. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await plain.expect(page.locator('[aria-busy=true], [data-refreshing], .mantine-Skeleton-root')).toHaveCount(0);
}

/** From now on no time passes in the window: what is half typed stays so, and so does what would go by itself. */
export async function holdTime(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
}

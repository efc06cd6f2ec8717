import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Host, nova } from './host';
import { sampleLake, test as plain } from './journey';

interface Secured {
  readonly secret: string;
}

/** A service that signs its tokens with a secret of its own. */
export const test = plain.extend<object, Secured>({
  // eslint-disable-next-line no-empty-pattern
  secret: [async ({}, use) => use(randomBytes(48).toString('base64')), { scope: 'worker' }],
  host: [
    async ({ secret }, use) => {
      const host = await Host.start(sampleLake(), [`--Auth:SecretKey=${secret}`]);
      await use(host);
      await host.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

export async function tokenOf(secret: string, role: string): Promise<string> {
  return (await nova('token', '--role', role, '--name', role.toLowerCase(), '--expires', '1h', '--set', `Auth:SecretKey=${secret}`)).trim();
}

export async function signIn(page: Page, token: string): Promise<void> {
  await page.getByLabel('Access token').fill(token);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

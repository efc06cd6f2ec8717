import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { openExplorer, run } from './graphiql';
import { Host } from './host';
import { AUDIENCE, CLIENT, IdentityProvider } from './identityProvider';
import { expect, open, sampleLake, settle, test as plain } from './journey';

const TOKEN = 'nova-corrente.token';

/** A service that leaves the signing in to a provider of its own. */
const test = plain.extend<object, { readonly provider: IdentityProvider }>({
  provider: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const provider = await IdentityProvider.start();
      await use(provider);
      await provider.dispose();
    },
    { scope: 'worker' },
  ],
  host: [
    async ({ provider }, use) => {
      const host = await Host.start(sampleLake(), [
        `--Auth:Authority=${provider.url}`,
        `--Auth:ClientId=${CLIENT}`,
        `--Auth:Audience=${AUDIENCE}`,
        '--Auth:RolesClaim=realm_access.roles',
        '--Auth:ClockSkew=00:00:00',
      ]);
      provider.serve(host.url);
      await use(host);
      await host.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

async function signInAs(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with the company account' }).click();
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const keptIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => /token|oidc/.test(key)));

const tokenIn = (page: Page): Promise<string | null> => page.evaluate((key) => sessionStorage.getItem(key), TOKEN);

test('the provider signs in whom it knows, with the role that it gives, and back where the reader wanted to go', async ({ page }) => {
  await open(page, '/pipeline?order=-startedAt', { language: 'en' });
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expectAccessible(page);

  await signInAs(page, 'ana');

  await expect(page).toHaveURL(/\/pipeline\?order=-startedAt$/);
  await settle(page);
  await page.getByRole('button', { name: 'Account of Ana' }).click();
  await expect(page.getByText('Ana · ADMIN')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Run now' })).toBeVisible();
});

test('signing out ends the session in the tab and at the provider', async ({ page }) => {
  await open(page, '/', { language: 'en' });
  await signInAs(page, 'vera');
  await page.getByRole('button', { name: 'Account of Vera' }).click();

  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out here too' }).click();

  await expect(page).toHaveURL(/\/sign-in/);
  await settle(page);
  expect(await keptIn(page)).toEqual([]);
  // The provider asks again who comes.
  await page.getByRole('button', { name: 'Sign in with the company account' }).click();
  await expect(page.getByLabel('Login')).toBeVisible();
});

test('a token is renewed before it ends and nobody notices', async ({ page }) => {
  await open(page, '/parts', { language: 'en' });
  await signInAs(page, 'rui');
  await expect(page).toHaveURL(/\/parts$/);
  await settle(page);
  const first = await tokenIn(page);

  await expect.poll(() => tokenIn(page)).not.toBe(first);

  await page.getByRole('link', { name: 'Suppliers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Suppliers');
  await settle(page);
});

test('the explorer asks as whoever came over the provider, and keeps nothing of that', async ({ page }) => {
  await open(page, '/parts', { language: 'en' });
  await signInAs(page, 'vera');
  await expect(page).toHaveURL(/\/parts$/);
  await settle(page);
  expect(await keptIn(page)).not.toEqual([]);

  const explorer = await openExplorer(page, 'List of parts');

  await run(explorer);
  expect(await keptIn(explorer)).toEqual([]);
});

test('a session that cannot be renewed ends at the sign-in page, which leads back', async ({ page }) => {
  test.slow();
  await open(page, '/suppliers', { language: 'en' });
  await signInAs(page, 'leo');

  await expect(page.getByRole('button', { name: 'Account of Leo' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'The session is over' })).toBeVisible();
  expect(await tokenIn(page)).toBeNull();
  // The provider still knows who it is and does not ask.
  await page.getByRole('button', { name: 'Sign in with the company account' }).click();
  await expect(page.getByRole('button', { name: 'Account of Leo' })).toBeVisible();
  await expect(page).toHaveURL(/\/suppliers$/);
});

test('whoever gives up at the provider reads so', async ({ page }) => {
  await open(page, '/parts', { language: 'en' });
  await page.getByRole('button', { name: 'Sign in with the company account' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(page.getByRole('alert')).toContainText('did not let you in, or the sign-in was cancelled');
  await expect(page.getByRole('alert')).toContainText('access_denied: the sign-in was cancelled');
  await page.getByRole('link', { name: 'Back to the sign-in page' }).click();
  await signInAs(page, 'ana');
  await expect(page).toHaveURL(/\/parts$/);
});

test('whom the provider knows but the service gives no role is not let in, and may go', async ({ page }) => {
  await open(page, '/', { language: 'en' });
  await signInAs(page, 'guest');

  await expect(page.getByRole('alert')).toContainText('this service gives you no role');
  expect(await tokenIn(page)).toBeNull();
  await page.getByRole('button', { name: 'Sign out and come as somebody else' }).click();
  await page.getByRole('button', { name: 'Sign out here too' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with the company account' })).toBeVisible();
});

test('a code that nobody asked for leads nowhere', async ({ page }) => {
  await open(page, '/sign-in/callback?code=stolen&state=unknown', { language: 'en' });

  await expect(page.getByRole('alert')).toContainText('begun in another tab or too long ago');
  expect(await tokenIn(page)).toBeNull();
});

test('a provider that is away is said to be', async ({ page, provider }) => {
  await page.route(`${provider.url}/**`, (route) => route.abort());
  await open(page, '/', { language: 'en' });
  await page.getByRole('button', { name: 'Sign in with the company account' }).click();

  await expect(page.getByRole('alert')).toContainText('The identity provider did not answer');
  // The service itself still answers.
  await expect(page.getByLabel('Access token')).toBeEnabled();
});

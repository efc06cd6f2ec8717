import type { Locator, Page } from '@playwright/test';
import { expectText, openExplorer, run } from './graphiql';
import { expect, open, settle } from './journey';
import { signIn, test, tokenOf } from './secured';

const WHOSE = '{ viewer { name } goldSnapshot { number } }';
const HINT = 'Nobody is signed in';

/** Signs in at the dashboard and opens what the list of parts asks for in the explorer. */
async function signInAndExplore(page: Page, token: string): Promise<Page> {
  await open(page, '/parts?q=cabo', { language: 'en' });
  await signIn(page, token);
  await expect(page).toHaveURL(/\/parts\?q=cabo$/);
  await settle(page);
  const explorer = await openExplorer(page, 'List of parts');
  await expectText(queryOf(explorer), /query PartList\(/);
  return explorer;
}

/** Puts a text in the place of what an editor holds. */
async function write(editor: Locator, text: string): Promise<void> {
  const { keyboard } = editor.page();
  await editor.getByRole('code').click();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.insertText(text);
  // The editor closes brackets of its own accord.
  await keyboard.press('ControlOrMeta+Shift+End');
  await keyboard.press('Delete');
}

const queryOf = (explorer: Page): Locator => explorer.locator('.graphiql-query-editor');

/** Runs what is in the editor until the answer is there: the explorer takes note of what was written a little later. */
async function runUntil(explorer: Page, answer: string | RegExp): Promise<void> {
  await expect(async () => {
    await explorer.getByRole('button', { name: /^Execute query/ }).click();
    await expectText(explorer.locator('.graphiql-response'), answer, { timeout: 5_000 });
  }).toPass();
}

test('the explorer asks as whoever is signed in at the dashboard, and keeps no copy of the token', async ({ page, secret }) => {
  const explorer = await signInAndExplore(page, await tokenOf(secret, 'VIEWER'));

  await run(explorer);
  await expectText(explorer.locator('.graphiql-response'), /CABO/);
  await expect(explorer.getByText(HINT)).toHaveCount(0);

  const kept = await explorer.evaluate(() => [location.href, ...Object.entries(localStorage), ...Object.entries(sessionStorage)].join());
  expect(kept).not.toMatch(/nova-corrente\.token|oidc|eyJ/);
});

test('a subscription in the explorer hears as whoever is signed in', async ({ page, host, secret }) => {
  const admin = await tokenOf(secret, 'ADMIN');
  const explorer = await signInAndExplore(page, admin);
  await write(queryOf(explorer), 'subscription { onPipelineRunChanged { state } }');
  await expect(async () => {
    await explorer.getByRole('button', { name: /^Execute query/ }).click();
    await expect(explorer.getByRole('button', { name: /^Stop query/ })).toBeVisible({ timeout: 5_000 });
  }).toPass();

  // Nobody outside knows from when on it hears.
  await expect(async () => {
    await host.ask('mutation { runPipeline(input: {}) { errors { __typename } } }', admin);
    await expectText(explorer.locator('.graphiql-response'), /"state": "[A-Z]+"/, { timeout: 5_000 });
  }).toPass();
});

test('a header of the reader goes before the sign-in of the dashboard', async ({ page, secret }) => {
  const explorer = await signInAndExplore(page, await tokenOf(secret, 'VIEWER'));
  await write(queryOf(explorer), WHOSE);
  await runUntil(explorer, /"name": "viewer"/);

  await explorer.getByRole('button', { name: 'Headers' }).click();
  await write(
    explorer.getByRole('region', { name: 'Headers' }),
    JSON.stringify({ authorization: `Bearer ${await tokenOf(secret, 'ANALYST')}` }),
  );

  await runUntil(explorer, /"name": "analyst"/);
});

test('the explorer follows the dashboard to another sign-in, and says so when nobody is signed in any more', async ({ page, secret }) => {
  const explorer = await signInAndExplore(page, await tokenOf(secret, 'VIEWER'));
  await write(queryOf(explorer), WHOSE);
  await runUntil(explorer, /"name": "viewer"/);

  await page.getByRole('button', { name: 'Account of viewer' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await runUntil(explorer, /"code": "AUTH_NOT_AUTHENTICATED"/);
  await expect(explorer.getByText(HINT)).toBeVisible();

  await signIn(page, await tokenOf(secret, 'ANALYST'));
  await expect(page.getByRole('button', { name: 'Account of analyst' })).toBeVisible();
  await runUntil(explorer, /"name": "analyst"/);
  await expect(explorer.getByText(HINT)).toHaveCount(0);

  await page.close();
  await runUntil(explorer, /"code": "AUTH_NOT_AUTHENTICATED"/);
});

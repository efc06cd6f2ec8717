import { randomBytes } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectBothThemes } from './accessibility';
import { expect, failuresOf, LONGEST_RUN, open, settle } from './journey';
import { signIn, test, tokenOf } from './secured';

const linesOf = (page: Page): Locator => page.getByRole('group', { name: 'Purchase lines of the month' });

test('a wrong token is refused in words, and nothing is shown before one is right', async ({ page, secret }) => {
  await open(page, '/parts', { language: 'en' });
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fparts/);
  await expectAccessible(page);
  // Without a provider nobody is led to one.
  await expect(page.getByRole('button', { name: 'Sign in with the company account' })).toHaveCount(0);

  await signIn(page, await tokenOf(randomBytes(48).toString('base64'), 'ADMIN'));
  await expect(page.getByRole('alert')).toContainText('does not accept this token');
  await expect(page).toHaveURL(/\/sign-in/);

  await signIn(page, await tokenOf(secret, 'VIEWER'));
  await expect(page).toHaveURL(/\/parts$/);
  await settle(page);
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
});

test('who may only look sees hidden names as hidden, and nothing to start or to take back', async ({ page, secret }) => {
  await open(page, '/suppliers', { language: 'en' });
  await signIn(page, await tokenOf(secret, 'VIEWER'));
  const account = page.getByRole('button', { name: 'Account of viewer' });
  await account.click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectBothThemes(page);
  await page.keyboard.press('Escape');
  await expect(account).toBeFocused();
  await expect(page.getByRole('grid').getByText('Hidden name').first()).toBeVisible();
  await expect(page.getByText('***')).toHaveCount(0);

  await page.getByRole('link', { name: 'Pipeline' }).click();
  await expect(page.getByRole('table', { name: 'Snapshots kept' }).getByRole('row').nth(1)).toBeVisible();
  await settle(page);
  await expect(page.getByRole('button', { name: 'Run now' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Go back to snapshot/ })).toHaveCount(0);
});

test('an administrator goes back to an earlier snapshot, and who is looking sees its figures at once', async ({
  page,
  host,
  secret,
  browser,
}) => {
  test.slow();
  const admin = await tokenOf(secret, 'ADMIN');
  await open(page, '/', { language: 'en' });
  await signIn(page, admin);
  await expect(linesOf(page)).toBeVisible();
  const earlier = await linesOf(page).innerText();
  const { number } = (await host.ask<{ goldSnapshot: { number: number } }>('{ goldSnapshot { number } }', admin)).goldSnapshot;

  await host.land(2500);
  await host.ask('mutation { runPipeline(input: {}) { errors { __typename } } }', admin);
  await expect(linesOf(page)).not.toHaveText(earlier, { timeout: LONGEST_RUN, useInnerText: true });

  // A second window does it; the first one only looks.
  const elsewhere = await browser.newContext({ baseURL: host.url });
  const other = await elsewhere.newPage();
  const failures = failuresOf(other);
  await open(other, '/pipeline', { language: 'en' });
  await signIn(other, admin);
  await other.getByRole('button', { name: `Go back to snapshot ${number}`, exact: true }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Go back to the snapshot' }).click();

  const snapshots = other.getByRole('table', { name: 'Snapshots kept' });
  await expect(snapshots.getByRole('row').filter({ hasText: 'Current' })).toHaveText(new RegExp(`^${number}\\s*Current`));
  await expect(other.getByRole('button', { name: `Go back to snapshot ${number}`, exact: true })).toHaveCount(0);
  await expect(linesOf(page)).toHaveText(earlier, { useInnerText: true });
  expect(failures).toEqual([]);
  await elsewhere.close();
});

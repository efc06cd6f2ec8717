import type { Locator, Page } from '@playwright/test';
import { expect, open, settle, test } from './journey';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'List of parts' });

const TOP = 5;

/** The texts of the rows at the top. */
const top = async (page: Page): Promise<string[]> => (await grid(page).getByRole('row').allInnerTexts()).slice(1, TOP + 1);

test('filters and order of a list are in its address: they come back on reload and on the way back', async ({ page, host }) => {
  const { parts } = await host.ask<{ parts: { nodes: { name: string }[] } }>(
    `{ parts(first: ${TOP}, order: { name: ASC }, where: { name: { like: "%cabo%" }, policy: { abcClass: { eq: A } } }) { nodes { name } } }`,
  );
  await open(page, '/parts', { language: 'en' });
  await page.getByLabel('Code or name').fill('cabo');
  await expect(page).toHaveURL(/q=cabo/);
  await page.getByRole('combobox', { name: 'ABC' }).click();
  await page.getByRole('option', { name: 'A', exact: true }).click();
  await grid(page).getByRole('button', { name: 'Sort by Name' }).click();
  await expect(page).toHaveURL(/\/parts\?(?=.*q=cabo)(?=.*abc=A)(?=.*order=name)/);

  const expectSame = async (): Promise<void> => {
    await settle(page);
    await expect(page.getByLabel('Code or name')).toHaveValue('cabo');
    await expect(page.getByRole('combobox', { name: 'ABC' })).toHaveValue('A');
    await expect(grid(page).getByRole('columnheader', { name: 'Sort by Name' })).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => top(page)).toEqual(parts.nodes.map(({ name }) => expect.stringContaining(name) as unknown));
  };
  await expectSame();
  await page.reload();
  await expectSame();

  await grid(page).getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/parts\/[^?]+$/);
  await page.goBack();
  await expectSame();

  // One step further back is the order that was there before.
  await page.goBack();
  await expect(page).toHaveURL(/\/parts\?(?!.*order=)(?=.*abc=A)/);
});

test('an address taken in the middle of a list leads back to that place', async ({ page }) => {
  await open(page, '/parts', { language: 'en' });
  await expect(async () => {
    await grid(page).evaluate((it) => {
      (it.querySelector('[role=rowgroup]')?.parentElement ?? it).scrollTop = 1e6;
      it.scrollTop = 1e6;
    });
    await expect(page).toHaveURL(/after=/, { timeout: 1_000 });
  }).toPass();
  await settle(page);

  await page.reload();
  await settle(page);

  await expect(page.getByText('This list begins where its address was taken.')).toBeVisible();
  const midway = await top(page);
  await page.getByRole('button', { name: 'Show from the beginning' }).click();
  await expect(page).not.toHaveURL(/after=/);
  await expect.poll(() => top(page)).not.toEqual(midway);
});

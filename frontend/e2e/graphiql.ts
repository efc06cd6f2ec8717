import type { Locator, Page } from '@playwright/test';
import { expect } from './journey';

/** What an editor shows. Its blanks are not those of a keyboard. */
export async function expectText(editor: Locator, text: string | RegExp, patience: { timeout?: number } = {}): Promise<void> {
  const shown = async (): Promise<string> => (await editor.locator('.view-lines').first().innerText()).replaceAll('\u00a0', ' ');
  await expect.poll(shown, patience).toMatch(text);
}

/** Runs what is in the editor, which answers with rows. */
export async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const response = page.locator('.graphiql-response');
  await expectText(response, /"data": \{/);
  await expectText(response, /"nodes": \[\s+\{/);
  await expect(response).not.toContainText('"errors"');
}

/** Opens the query behind a part of a page, in a tab that knows the dashboard's. */
export async function openExplorer(page: Page, panel: string): Promise<Page> {
  await page.getByRole('button', { name: `Options of ${panel}` }).click();
  const opened = page.waitForEvent('popup');
  await page.getByRole('menuitem', { name: 'Open the query in the explorer' }).click();
  return opened;
}

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

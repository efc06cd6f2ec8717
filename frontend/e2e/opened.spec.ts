import type { Locator, Page } from '@playwright/test';
import { expectBothThemes } from './accessibility';
import { expect, open, test } from './journey';
import { publish } from './publish';

test('menus are accessible in both themes, take the keyboard and give it back', async ({ page }) => {
  const menu = page.getByRole('menu');
  await open(page, '/', { language: 'en' });
  await expectWayInAndOut(page, page.getByRole('button', { name: 'Options of Retroactive orders by month' }), menu);
  await expectWayInAndOut(page, page.getByRole('button', { name: /^Language/ }), page.getByRole('dialog', { name: /^Language/ }));

  await open(page, '/pipeline', { language: 'en' });
  await expectWayInAndOut(page, page.getByRole('button', { name: 'Other ways to run' }), menu);

  await open(page, '/parts', { language: 'en' });
  await expectWayInAndOut(page, page.getByRole('button', { name: 'Columns' }), menu);
});

test('dialogs are accessible in both themes, take the keyboard and give it back', async ({ page, host }) => {
  const number = await publish(host);
  await open(page, '/pipeline', { language: 'en' });

  const name = `Go back to snapshot ${number - 1}`;
  await expectWayInAndOut(page, page.getByRole('button', { name, exact: true }), page.getByRole('dialog', { name }));

  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/parts', { language: 'en' });
  await expectWayInAndOut(page, page.getByRole('button', { name: 'Open the menu' }), page.getByRole('dialog', { name: 'Main navigation' }));
});

test('lists of choices are accessible in both themes and leave the keyboard where one types', async ({ page }) => {
  await open(page, '/parts', { language: 'en' });
  await page.getByRole('combobox', { name: 'Family' }).fill('no such family');
  await expect(page.getByRole('option', { name: 'None' })).toBeVisible();
  await expectBothThemes(page);
  await page.keyboard.press('Escape');

  for (const name of ['Family', 'Kind']) {
    const field = page.getByRole('combobox', { name });
    const choices = page.getByRole('listbox', { name });
    await field.press('ArrowDown');
    await expect(choices).toBeVisible();
    await expectBothThemes(page);
    await page.keyboard.press('Escape');
    await expect(choices).toBeHidden();
    await expect(field).toBeFocused();
  }
});

test('what is found from every page is accessible in both themes', async ({ page }) => {
  await open(page, '/', { language: 'en' });
  const field = page.getByRole('combobox', { name: /^Search/ });
  const hits = page.getByRole('option');
  await page.keyboard.press('/');
  await expect(page.getByText('A code or a name')).toBeVisible();
  await expectBothThemes(page);

  await field.fill('cabo');
  await expect(hits.nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-combobox-selected]')).toHaveCount(1);
  await expectBothThemes(page);

  await field.fill('zzzz qqqq');
  await expect(page.getByText('Nothing like')).toBeVisible();
  await expectBothThemes(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing like')).toBeHidden();
  await expect(field).toBeFocused();
});

/** Opens something by its control with one key, looks at it, and closes it with another. */
async function expectWayInAndOut(page: Page, control: Locator, opened: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
  await expect(opened).toBeVisible();
  await expect(opened.and(page.locator(':focus')).or(opened.locator(':focus'))).toHaveCount(1);
  await expectBothThemes(page);
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(control).toBeFocused();
}

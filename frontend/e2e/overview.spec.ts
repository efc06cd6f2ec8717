import { expectDataIn } from './charts';
import { expect, open, settle, test } from './journey';

test('the overview shows the figures of the service', async ({ page, host }) => {
  const { operationsMonthly } = await host.ask<{ operationsMonthly: { nodes: { lines: number }[] } }>(
    '{ operationsMonthly(first: 1, where: { isStableWindow: { eq: true } }, order: [{ month: DESC }]) { nodes { lines } } }',
  );
  await open(page, '/');

  const card = page.getByRole('group', { name: 'Linhas de compra no mês' });
  await expect(card).toContainText(new Intl.NumberFormat('pt-BR').format(operationsMonthly.nodes[0]?.lines ?? NaN));
  const charts = page.locator('[data-chart]');
  await expect(charts).toHaveCount(3);
  for (const chart of await charts.all()) {
    await expectDataIn(chart, 'light');
  }
});

test('language and theme are chosen in the page and kept', async ({ page }) => {
  await page.goto('/');
  await settle(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Visão geral');

  await page.getByRole('button', { name: /Idioma/ }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');

  await page.reload();
  await settle(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectDataIn(page.locator('[data-chart]').nth(1), 'dark');
});

test('the keyboard alone leads past the navigation and through the menu of a panel', async ({ page }) => {
  await open(page, '/', { language: 'en' });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();

  const menu = page.getByRole('button', { name: 'Options of Retroactive orders by month' });
  for (let steps = 0; steps < 20 && !(await menu.evaluate((it) => it === document.activeElement)); steps++) {
    await page.keyboard.press('Tab');
  }
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  // A menu takes keys once it has opened; a person presses again, and the key for the first entry does no harm when it is late.
  const first = page.getByRole('menuitem', { name: 'Show as table' });
  await expect(first).toBeVisible();
  await expect(async () => {
    const isInside = await page.locator('[role=menuitem]:focus').count();
    await page.keyboard.press(isInside > 0 ? 'Home' : 'ArrowDown');
    await expect(first).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Retroactive orders by month' })).toBeVisible();
});

import { nova } from './host';
import { expect, open, test } from './journey';
import { record } from './record';

test('a page outlives a restart of the service and says so', async ({ page, host }) => {
  test.slow();
  await open(page, '/', { language: 'en' });
  const toasts = await record(page, '[role=alert]');
  const live = page.locator('[data-connection]');
  await expect(live).toHaveAttribute('data-connection', 'connected');

  await host.quit();
  await expect(live).toHaveAttribute('data-connection', 'lost');
  await expect(page.getByRole('group', { name: 'Purchase lines of the month' })).toBeVisible();

  await host.launch();
  await expect(live).toHaveAttribute('data-connection', 'connected');
  await expect.poll(toasts).toContainEqual(expect.stringContaining('Connection restored'));
});

test('gold that was published while the service was away shows as soon as it is back', async ({ page, host }) => {
  test.slow();
  await open(page, '/', { language: 'en' });
  const toasts = await record(page, '[role=alert]');
  const live = page.locator('[data-connection]');
  await expect(live).toHaveAttribute('data-connection', 'connected');
  const lines = page.getByRole('group', { name: 'Purchase lines of the month' });
  await expect(lines).toBeVisible();
  const before = await lines.innerText();

  await host.quit();
  await host.land(3000);
  await nova('run-pipeline', '--landing', host.landing, '--set', `Lake:Folder=${host.lake}`);
  await host.launch();

  await expect.poll(toasts).toContainEqual(expect.stringContaining('Connection restored'));
  await expect(lines).not.toHaveText(before, { useInnerText: true });
  const { operationsMonthly } = await host.ask<{ operationsMonthly: { nodes: { lines: number }[] } }>(
    '{ operationsMonthly(first: 1, where: { isStableWindow: { eq: true } }, order: [{ month: DESC }]) { nodes { lines } } }',
  );
  await expect(lines).toContainText(new Intl.NumberFormat('en').format(operationsMonthly.nodes[0]?.lines ?? NaN));
});

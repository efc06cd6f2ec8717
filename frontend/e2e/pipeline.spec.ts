import { eventsOf, expect, failuresOf, LONGEST_RUN, open, test } from './journey';
import { record } from './record';

test('a run started in one window is watched live in another, and both show its snapshot', async ({ page: one, host, browser }) => {
  test.slow();
  const elsewhere = await browser.newContext({ baseURL: host.url });
  const two = await elsewhere.newPage();
  const failures = failuresOf(two);
  const socket = eventsOf(two);
  await Promise.all([open(one, '/pipeline', { language: 'en' }), open(two, '/pipeline', { language: 'pt-BR' })]);
  await expect.poll(() => socket.sent.some((text) => text.includes('PipelineRunChanged'))).toBe(true);
  const before = (await host.ask<{ goldSnapshot: { number: number } }>('{ goldSnapshot { number } }')).goldSnapshot.number;
  const toasts = await Promise.all([record(one, '[role=alert]'), record(two, '[role=alert]')]);
  const unavailable = await record(one, 'button[aria-disabled=true]');
  const steps = await record(two, '[data-run-state]');
  const bar = await record(two, '[role=progressbar]', 'aria-valuenow');

  await one.getByRole('button', { name: 'Other ways to run' }).click();
  await one.getByRole('menuitem', { name: /Rebuild/ }).click();

  for (const told of toasts) {
    await expect
      .poll(told, { timeout: LONGEST_RUN })
      .toContainEqual(expect.stringMatching(new RegExp(String.raw`Snapshot \D*\b${before + 1}\b`)));
  }
  for (const [page, state] of [
    [one, 'Succeeded'],
    [two, 'Concluída'],
  ] as const) {
    await expect(page.locator('[data-run-state]')).toHaveAttribute('data-run-state', 'SUCCEEDED');
    await expect(page.getByRole('grid').getByText(state).first()).toBeVisible();
    await expect(
      page
        .getByRole('table', { name: /Snapshots/ })
        .getByRole('row')
        .nth(1),
    ).toContainText(String(before + 1));
  }
  expect(await unavailable()).toContain('Running…');
  expect(await steps()).toContainEqual(expect.stringMatching(/^Etapa \d+: /));
  await expect.poll(async () => (await bar()).at(-1)).toBe('100');
  const values = (await bar()).map(Number);
  // A busy browser draws several steps at once; every one of them was told.
  const told = socket.received.join().matchAll(/"ordinal":(\d+)/g);
  expect(new Set([...told].map(([, ordinal]) => ordinal)).size).toBeGreaterThan(50);
  expect(values.some((value) => value > 0 && value < 100)).toBe(true);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(failures).toEqual([]);
  await elsewhere.close();
});

test('an earlier run is reached by its address', async ({ page, host }) => {
  const { pipelineRuns } = await host.ask<{ pipelineRuns: { nodes: { id: string }[] } }>(
    '{ pipelineRuns(first: 1, order: [{ startedAt: ASC }]) { nodes { id } } }',
  );
  const id = pipelineRuns.nodes[0]?.id ?? '';
  await open(page, `/pipeline?run=${id}`, { language: 'en' });
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText(id);
  await expect(page.getByRole('grid').locator('[aria-selected=true]')).toHaveCount(1);
});

import { expect, failuresOf, open, test } from './journey';
import { recordBar } from './progress';

test('a run started in one window is watched live in another, and both show its snapshot', async ({ page: one, host, browser }) => {
  test.slow();
  const elsewhere = await browser.newContext({ baseURL: host.url });
  const two = await elsewhere.newPage();
  const failures = failuresOf(two);
  await Promise.all([open(one, '/pipeline', { language: 'en' }), open(two, '/pipeline', { language: 'pt-BR' })]);
  const before = (await host.ask<{ goldSnapshot: { number: number } }>('{ goldSnapshot { number } }')).goldSnapshot.number;
  const seenByTwo = recordBar(two.getByRole('progressbar'));
  // Toasts go by themselves, so they are looked out for from the beginning.
  const told = Promise.all(
    [one, two].map((page) =>
      page
        .getByRole('alert')
        .filter({ hasText: String(before + 1) })
        .waitFor({ timeout: 180_000 }),
    ),
  );

  await one.getByRole('button', { name: 'Other ways to run' }).click();
  await one.getByRole('menuitem', { name: /Rebuild/ }).click();

  await expect(one.getByRole('button', { name: 'Running…' })).toBeDisabled();
  await expect(two.getByText(/^Etapa \d+: /)).toBeVisible();
  for (const [page, state] of [
    [one, 'Succeeded'],
    [two, 'Concluída'],
  ] as const) {
    await expect(page.locator('[data-run-state]')).toHaveAttribute('data-run-state', 'SUCCEEDED', { timeout: 120_000 });
    await expect(page.getByRole('grid').getByText(state).first()).toBeVisible();
    await expect(
      page
        .getByRole('table', { name: /Snapshots/ })
        .getByRole('row')
        .nth(1),
    ).toContainText(String(before + 1));
  }
  await told;
  const values = await seenByTwo;
  expect(values.filter((value) => value > 0 && value < 100).length).toBeGreaterThan(3);
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

import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, open, test } from './journey';

const PANEL = 'Retroactive orders by month';

async function choose(page: Page, item: string): Promise<Download> {
  await page.getByRole('button', { name: `Options of ${PANEL}` }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

test('what a panel shows leaves as CSV, the same rows as the table', async ({ page, host }) => {
  const { operationsMonthly } = await host.ask<{ operationsMonthly: { nodes: { month: string; retroactiveLines: number }[] } }>(
    '{ operationsMonthly(first: 240, order: [{ month: ASC }]) { nodes { month retroactiveLines } } }',
  );
  await open(page, '/', { language: 'en' });

  const lines = (await contentOf(await choose(page, 'Download what is shown as CSV'))).toString('utf8').trim().split('\r\n');

  expect(lines[0]).toContain('Month,Retroactive lines');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual(
    operationsMonthly.nodes.map((it) => [it.month, String(it.retroactiveLines)]),
  );
});

test('the whole list leaves as CSV and as Parquet', async ({ page }) => {
  await open(page, '/', { language: 'en' });

  const csv = (await contentOf(await choose(page, 'Download the whole list as CSV'))).toString('utf8').trim().split(/\r?\n/);
  expect(csv[0]).toContain('month,isStableWindow,lines');
  expect(csv.length).toBeGreaterThan(5);

  const parquet = await contentOf(await choose(page, 'Download the whole list as Parquet'));
  expect(parquet.subarray(0, 4).toString()).toBe('PAR1');
  expect(parquet.subarray(-4).toString()).toBe('PAR1');
});

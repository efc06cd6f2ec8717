import type { Locator, Page } from '@playwright/test';
import type { Host } from './host';
import { expect, holdTime, open, settle } from './journey';
import { whereabouts } from './whereabouts';

/** Looks whether everything is as it was left, with figures that are new. */
type Look = () => Promise<void>;

/** Gets into the middle of something. */
type Begin = (page: Page, host: Host) => Promise<Look>;

/** People in the middle of something when a snapshot comes. */
export const readers: Readonly<Record<string, Begin>> = {
  'far down in a filtered list': async (page, host) => {
    await open(page, '/parts?kind=material', { language: 'en' });
    const menu = page.getByRole('button', { name: 'Columns' });
    await menu.click();
    await page.getByRole('menuitemcheckbox', { name: 'Family' }).click();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    const list = listOf(page);
    const columns = await list.getByRole('columnheader').allInnerTexts();
    const row = rowAt(page, 306);
    await expect(async () => {
      await list.evaluate((it) => {
        it.scrollTop = 300 * 40;
      });
      await expect(row).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await rowAt(page, 305).focus();
    await page.keyboard.press('ArrowDown');
    await expect(row).toBeFocused();
    await page.evaluate(() => {
      window.scrollTo(0, 200);
    });
    await expect(page).toHaveURL(/kind=material.*after=/);
    await settle(page);
    const [isThere, isNew] = [await whereabouts(page), await newsIn(row, host)];

    return async () => {
      await isNew();
      await isThere();
      expect(await list.getByRole('columnheader').allInnerTexts()).toEqual(columns);
    };
  },

  'searching, with a word half typed': async (page, host) => {
    await open(page, '/parts', { language: 'en' });
    await holdTime(page);
    await page.getByLabel('Code or name').pressSequentially('caboo');
    await page.keyboard.press('ArrowLeft');
    const [isThere, isNew] = [await whereabouts(page), await newsIn(rowAt(page, 0), host)];

    return async () => {
      await isNew();
      await isThere();
      // The hand goes on where it was.
      await page.keyboard.press('Backspace');
      await page.clock.resume();
      await expect(page).toHaveURL(/q=cabo$/);
    };
  },

  'choosing a family': async (page, host) => {
    await open(page, '/parts', { language: 'en' });
    await page.getByRole('combobox', { name: 'Family' }).click();
    const choices = page.getByRole('listbox', { name: 'Family' }).getByRole('option');
    await expect(choices.first()).toBeVisible();
    await page.keyboard.press('e');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const [isThere, isNew] = [await whereabouts(page), await newsIn(rowAt(page, 0), host)];
    const all = await choices.allInnerTexts();
    const chosen = await choices.and(page.locator('[data-combobox-selected]')).innerText();

    return async () => {
      await isNew();
      await isThere();
      expect(await choices.allInnerTexts()).toEqual(all);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox', { name: 'Family' })).toHaveValue(chosen);
    };
  },

  'asking what would be': async (page, host) => {
    const partCode = await boughtMost(host);
    await open(page, `/parts/${partCode}`, { language: 'en' });
    const menu = page.getByRole('button', { name: 'Options of Demand history' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    await expect(menu).toBeFocused();
    const slider = page.getByRole('slider', { name: 'Service level' });
    await slider.focus();
    await page.keyboard.press('End');
    await expect(page).toHaveURL(/level=0\.999/);
    await settle(page);
    await holdTime(page);
    await page.getByLabel('Cycle (days)').pressSequentially('30');
    await page.evaluate(() => {
      window.scrollTo(0, 200);
    });
    const isThere = await whereabouts(page);
    const answer = page.locator('[data-what-if=safetyStock]');
    const before = await answer.innerText();

    return async () => {
      await expect(answer).not.toHaveText(before);
      await expect(answer).toContainText(await safetyStock(host, `partCode: "${partCode}", serviceLevel: 0.999`));
      await isThere();
      await expect(slider).toHaveAttribute('aria-valuenow', '0.999');
      await expect(page.getByRole('table', { name: 'Demand history' })).toBeVisible();
      await page.clock.resume();
      await expect(answer).toContainText(await safetyStock(host, `partCode: "${partCode}", serviceLevel: 0.999, leadTimeDays: 30`));
    };
  },

  'looking for something from every page': async (page, host) => {
    const partCode = await boughtMost(host);
    await open(page, `/parts/${partCode}`, { language: 'en' });
    await page.keyboard.press('/');
    await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
    await page.keyboard.insertText('cabo');
    const hits = page.getByRole('option');
    await expect(hits.nth(2)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    const chosen = await page.locator('[data-combobox-selected]').innerText();
    const isThere = await whereabouts(page);
    const demand = page.getByRole('group', { name: 'Daily demand' });
    const before = await demand.innerText();

    return async () => {
      await expect(demand).not.toHaveText(before, { useInnerText: true });
      await isThere();
      await expect(page.locator('[data-combobox-selected]')).toHaveText(chosen, { useInnerText: true });
    };
  },

  'comparing two suppliers, with a menu open': async (page, host) => {
    const { suppliers } = await host.ask<{ suppliers: { nodes: readonly { supplierKey: string }[] } }>(
      '{ suppliers(first: 2, order: [{ performance: { lines: DESC } }]) { nodes { supplierKey } } }',
    );
    const [a, b] = suppliers.nodes.map(({ supplierKey }) => encodeURIComponent(supplierKey));
    await open(page, `/suppliers?a=${a}&b=${b}`, { language: 'en' });
    const compared = page.getByRole('button', { name: /out of the comparison$/ });
    await expect(compared).toHaveCount(2);
    await page.getByRole('button', { name: 'Options of Supplier performance' }).click();
    await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
    await page.getByRole('menuitem', { name: /Parquet/ }).focus();
    const isThere = await whereabouts(page);
    const answered = answersTo(page);

    return async () => {
      await expect.poll(() => answered).toEqual(expect.arrayContaining(['SupplierComparison', 'SupplierList']));
      await settle(page);
      await isThere();
      await expect(compared).toHaveCount(2);
    };
  },

  'asked whether to go back to a snapshot': async (page, host) => {
    const { pipelineRuns } = await host.ask<{ pipelineRuns: { nodes: readonly { id: string }[] } }>(
      '{ pipelineRuns(first: 1, order: [{ startedAt: ASC }]) { nodes { id } } }',
    );
    const id = pipelineRuns.nodes[0]?.id ?? '';
    await open(page, `/pipeline?run=${id}`, { language: 'en' });
    const asking = page.getByRole('button', { name: 'Go back to snapshot 1', exact: true });
    await asking.click();
    const dialog = page.getByRole('dialog', { name: 'Go back to snapshot 1' });
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Cancel' }).focus();
    const isThere = await whereabouts(page);

    return async () => {
      await expect(page.getByRole('button', { name: 'Go back to snapshot 2', includeHidden: true })).toHaveCount(1);
      await isThere();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(asking).toBeFocused();
      await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText(id);
    };
  },
};

const listOf = (page: Page): Locator => page.getByRole('grid', { name: 'List of parts' });
const rowAt = (page: Page, index: number): Locator => listOf(page).locator(`[data-index="${index}"]`);

/** Looks whether the row of a part shows other figures than now, and those of the service. */
async function newsIn(row: Locator, host: Host): Promise<Look> {
  const before = await row.innerText();
  const partCode = await row.getByRole('gridcell').nth(1).innerText();
  return async () => {
    await expect(row).not.toHaveText(before, { useInnerText: true });
    await expect(row).toContainText(await safetyStock(host, `partCode: "${partCode}"`));
  };
}

async function safetyStock(host: Host, question: string): Promise<string> {
  const { partPolicy } = await host.ask<{ partPolicy: { safetyStock: number } }>(`{ partPolicy(${question}) { safetyStock } }`);
  return new Intl.NumberFormat('en', { maximumFractionDigits: partPolicy.safetyStock < 1 ? 4 : 2 }).format(partPolicy.safetyStock);
}

/** A part whose figures are known well enough to ask what would be. */
async function boughtMost(host: Host): Promise<string> {
  const { parts } = await host.ask<{ parts: { nodes: readonly { partCode: string }[] } }>(
    '{ parts(first: 1, where: { policy: { safetyStock: { gt: 0 } } }, order: [{ policy: { lines: DESC } }]) { nodes { partCode } } }',
  );
  return parts.nodes[0]?.partCode ?? '';
}

/** The names of the operations that the service answers a page from now on. */
function answersTo(page: Page): readonly string[] {
  const answered: string[] = [];
  page.on('response', (response) => {
    const { operationName } = (response.request().postDataJSON() ?? {}) as { operationName?: string };
    if (operationName !== undefined) {
      answered.push(operationName);
    }
  });
  return answered;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { settle } from './journey';

const script = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Expects that axe-core finds nothing serious on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(motionAtRest);
  // Evaluated rather than added to the page, where the security policy would rightly stop it.
  await page.evaluate(await script);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n')}`);
  });
  expect(found).toEqual([]);
}

/** Expects it in the light theme and in the dark one, whichever the page has. */
export async function expectBothThemes(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await page.evaluate((chosen) => {
      document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
    }, scheme);
    await settle(page);
    await expectAccessible(page);
  }
}

/** A colour half-way to another has the contrast of neither. What turns for ever does not count. */
async function motionAtRest(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

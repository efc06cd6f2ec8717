import { expectText, openExplorer, run } from './graphiql';
import { expect, open, test } from './journey';

test('what a panel shows opens in the explorer with its very query and variables, and runs there', async ({ page }) => {
  await open(page, '/parts?q=cabo&abc=A', { language: 'en' });

  const explorer = await openExplorer(page, 'List of parts');

  await expectText(explorer.locator('.graphiql-query-editor'), /query PartList\(/);
  await expectText(explorer.locator('.graphiql-editor-tool'), /"like": "%cabo%"/);
  await run(explorer);
  await expectText(explorer.locator('.graphiql-response'), /CABO/);
});

test('the list of examples opens one in the explorer, with variables that fit the data', async ({ page }) => {
  await page.goto('/graphql/examples/');
  await page
    .getByRole('heading', { name: 'Looking back' })
    .locator('xpath=following-sibling::p[2]')
    .getByRole('link', { name: 'Open in GraphiQL' })
    .click();

  await expectText(page.locator('.graphiql-query-editor'), /query TimeTravel\(/);
  await expectText(page.locator('.graphiql-editor-tool'), /"earlier": "\d{8}T/);
  await run(page);
});

test('the explorer keeps examples at hand, and choosing one leaves what was written alone', async ({ page }) => {
  await page.goto('/graphql/graphiql/');
  await expectText(page.locator('.graphiql-query-editor'), /__typename/);
  await page.getByRole('button', { name: 'Show Examples' }).click();
  const examples = page.getByRole('region', { name: 'Examples' });
  await expect(examples.getByRole('button')).not.toHaveCount(0);

  await examples.getByRole('button', { name: 'What if it were otherwise' }).click();

  await expectText(page.locator('.graphiql-query-editor'), /query WhatIf\(/);
  await expect(page.getByRole('tab')).toHaveCount(2);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await expectText(page.locator('.graphiql-response'), /"reorderPoint": [\d.]+/);
  await page.getByRole('tab').first().click();
  await expectText(page.locator('.graphiql-query-editor'), /__typename/);
});

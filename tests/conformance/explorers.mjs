// Opens both explorers in a real browser, runs a query and a subscription in each, and watches what leaves the machine.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [endpoint] = process.argv.slice(2);
const origin = new URL(endpoint).origin;
const sockets = origin.replace(/^http/, 'ws');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});

// Longer than the service worker of Banana Cake Pop takes to reload the page of a first visit.
const LONG_ENOUGH = 14_000;

// For what may take a busy machine a while.
const PATIENCE = 120_000;

async function visit(path, work) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const outside = [];
  const problems = [];
  const watch = (url) => {
    if (![origin, sockets].some((own) => url.startsWith(`${own}/`)) && !/^(blob|data):/.test(url)) outside.push(url);
  };
  context.on('request', (request) => watch(request.url()));
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('websocket', (socket) => watch(socket.url()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/service-worker.js')) {
      problems.push(`${message.text()} ${message.location().url}`);
    }
  });

  await page.goto(origin + path, { waitUntil: 'load' });
  const opened = Date.now();
  await page.evaluate(() => (window.sameVisit = true));
  try {
    await work(page);
    await page.waitForTimeout(Math.max(0, LONG_ENOUGH - (Date.now() - opened)));
    assert.equal(await page.evaluate(() => window.sameVisit), true, `${path} reloaded itself`);
    assert.deepEqual(outside, [], `${path} sent requests elsewhere`);
    assert.deepEqual(problems, [], `${path} reported problems`);
  } catch (error) {
    await page.screenshot({ path: `${process.env.TMPDIR ?? '/tmp'}/explorer${path.replaceAll('/', '-')}.png` });
    throw error;
  }

  await context.close();
}

async function write(page, editor, text) {
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  // The editor may have closed a brace on its own.
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
}

// An editor takes note of a change a little later, so the first click may still run the former text.
async function runUntilShown(page, button, text) {
  for (let attempt = 1; ; attempt++) {
    await button.click();
    try {
      await page.waitForFunction(
        (wanted) => [...document.querySelectorAll('.monaco-editor .view-lines')].some((e) => e.textContent.replaceAll('\u00a0', ' ').includes(wanted)),
        text,
        { timeout: 4_000 },
      );
      return;
    } catch (error) {
      if (attempt === 30) throw error;
    }
  }
}

async function use(page, request, button, name) {
  await write(page, request, `{ hello(name: "${name}") }`);
  await runUntilShown(page, button, `"hello": "Olá, ${name}!"`);
  await write(page, request, 'subscription { count(to: 7) }');
  await runUntilShown(page, button, '"count": 7');
}

async function bananaCakePop(page) {
  await page.getByText('Create Document').click();
  await page.getByText('Schema available').waitFor();
  await use(page, page.locator('.monaco-editor').first(), page.getByRole('button', { name: /^Run Operation/ }), 'BCP');
}

async function graphiQL(page) {
  await use(page, page.locator('.graphiql-query-editor .monaco-editor').first(), page.locator('.graphiql-execute-button'), 'GraphiQL');
  await page.getByRole('button', { name: /history/i }).first().click();
  await page.locator('.graphiql-history-item').nth(1).waitFor();
}

try {
  await Promise.all([visit('/graphql', bananaCakePop), visit('/graphql/ui', bananaCakePop), visit('/graphql/graphiql', graphiQL)]);
} finally {
  await browser.close();
}

console.log('ok');

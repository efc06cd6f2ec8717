import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nova, type Host } from './host';
import { expect, failuresOf, hostOfItsOwn, test as plain } from './journey';
import { publish } from './publish';
import { readers } from './readers';
import { record } from './record';

/** A service of its own: what is landed here would be news to other journeys. */
const test = plain.extend<object, { readonly host: Host }>({ host: hostOfItsOwn });

test('a new snapshot finds everybody where they were, and shows them its figures', async ({ browser, host }) => {
  test.slow();
  await publish(host);
  const begun = [];
  for (const [doing, begin] of Object.entries(readers)) {
    // A clock that is held is held for a whole window and all its tabs.
    const page = await browser.newPage({ baseURL: host.url });
    const failures = failuresOf(page);
    const look = await test.step(`begin ${doing}`, () => begin(page, host));
    await expect(page.locator('[data-connection=connected]')).toHaveCount(1);
    begun.push({ doing, failures, look, toasts: await record(page, '[role=alert]') });
  }

  await landTenfold(host);
  const number = await publish(host);

  for (const { doing, failures, look, toasts } of begun) {
    await test.step(`find ${doing}`, async () => {
      await expect.poll(toasts).toContainEqual(expect.stringMatching(new RegExp(String.raw`Snapshot no\. ${number}\b`)));
      await look();
      expect(failures).toEqual([]);
    });
  }
});

/** Every whole quantity tenfold, in the very same lines: no row comes or goes, and most figures are others. */
async function landTenfold(host: Host): Promise<void> {
  await nova('sample', '--until', '2026-10-31', '--csv', '--out', host.landing);
  const sheet = join(host.landing, 'supplies', 'suprimentos.csv');
  const lines = await readFile(sheet, 'utf8');
  await writeFile(sheet, lines.replaceAll(/(?<=;\d+)(?=;\w\w;)/g, '0'));
}

import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

const BYTE_ORDER_MARK = '\uFEFF';

async function text(blob: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

describe('toCsv', () => {
  it('writes what a Portuguese spreadsheet opens: semicolons and decimal commas', async () => {
    const csv = await text(toCsv(['Peça', 'Média'], [['020000', 1.5]], 'pt-BR'));
    expect(csv).toBe(`${BYTE_ORDER_MARK}Peça;Média\r\n020000;1,5\r\n`);
  });

  it('writes commas and decimal points for English readers', async () => {
    expect(await text(toCsv(['a'], [[1.5], [null], [true]], 'en'))).toBe(`${BYTE_ORDER_MARK}a\r\n1.5\r\n\r\ntrue\r\n`);
  });

  it('quotes separators, quotes and line ends', async () => {
    const csv = await text(toCsv(['a', 'b', 'c'], [['x;y', 'say "so"', 'one\ntwo']], 'pt-BR'));
    expect(csv).toContain('"x;y";"say ""so""";"one\ntwo"');
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1'])('keeps a spreadsheet from running %j', async (formula) => {
    expect(await text(toCsv(['a'], [[formula]], 'en'))).toContain(`'${formula}`);
  });

  it('leaves negative numbers numbers', async () => {
    expect(await text(toCsv(['a'], [[-2.25]], 'en'))).toContain('\r\n-2.25\r\n');
  });
});

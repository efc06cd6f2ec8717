import { describe, expect, it } from 'vitest';
import { readIn } from '@/testing/readIn';
import type { Language } from '.';
import { useSaid } from './useSaid';

async function say(text: string, language: Language): Promise<string> {
  return (await readIn(language, useSaid))(text);
}

describe('useSaid', () => {
  it.each([
    ['DATA SOLICITADO is empty or N/A.', 'DATA SOLICITADO está vazio ou é N/A.'],
    ['QUANTIDADE is not above zero: -21.', 'QUANTIDADE não é maior que zero: -21.'],
    ['QUANTIDADE is no number: is no number: 1.', 'QUANTIDADE não é um número: is no number: 1.'],
    ['1 file.', 'Arquivos lidos: 1.'],
    ['3 files.', 'Arquivos lidos: 3.'],
    ['318 checks, 0 failed.', 'Verificações: 318; falhas: 0.'],
    ['Nothing that it is made from has changed.', 'Nada do que a compõe mudou.'],
    [
      'Nothing has changed since the current snapshot, so nothing was published.',
      'Nada mudou desde o snapshot atual; por isso, nada foi publicado.',
    ],
    [
      'It was stopped on request before gold.part, which did not begin; the snapshot that was current stays current.',
      'Foi interrompida a pedido antes de gold.part, que não chegou a começar; o snapshot atual continua o mesmo.',
    ],
    ['It was cut off at gold.part; the snapshot that was current stays current.', 'Caiu em gold.part; o snapshot atual continua o mesmo.'],
    ['Rolled back from snapshot s2-x to s1-x.', 'Voltou do snapshot s2-x para o s1-x.'],
    ['No accepted purchase line names the part P-1.', 'Nenhuma linha de compra aceita cita a peça P-1.'],
    ['The whole file is refused because of row 7.', 'O arquivo inteiro foi recusado por causa da linha 7.'],
    ['P-1 occurs more than once', 'P-1 aparece mais de uma vez'],
    ['Its newest file is of 2026-01-02, older than the 45 days allowed.', 'O arquivo mais novo é de 02/01/2026; o limite é de 45 dias.'],
    [
      "Some sources failed and keep their last good data. items: The file has no column 'code'.",
      "Algumas fontes falharam e mantêm os últimos dados bons. items: Coluna que falta no arquivo: 'code'.",
    ],
    [
      'Some sources failed and keep their last good data. selic: bcb/selic.json: It is not readable, or it is cut off: byte 9',
      'Algumas fontes falharam e mantêm os últimos dados bons. selic: bcb/selic.json: O arquivo está ilegível ou incompleto: byte 9',
    ],
    [
      'Run r7 could not begin. The lake did not answer within 3 s.',
      'A execução r7 não pôde começar. O armazenamento não respondeu em 3 s.',
    ],
    ['Made b-1 of 40 objects, of which 3 were new.', 'Backup b-1 feito. Objetos: 40; novos: 3.'],
    [
      'Run r7 could not begin. The lake server s3:9000 did not do what was asked: Connection refused',
      'A execução r7 não pôde começar. O servidor s3:9000 não fez o que foi pedido: Connection refused',
    ],
    ["'/lake/gold/current.json' holds 9 rows instead of 1200.", '/lake/gold/current.json tem 9 linhas em vez de 1.200.'],
    ['reference:part', 'part existe na outra tabela'],
    ['rows_in_equal_rows_out', 'Nenhuma linha perdida'],
    ['4188 in, 4100 kept, 19 quarantined, 69 left out', 'Entraram: 4.188; mantidas: 4.100; na quarentena: 19; fora do escopo: 69.'],
    ['1234.5001 in, 1234.5002 kept, 0 quarantined', 'Entrou: 1.234,5001; mantido: 1.234,5002; na quarentena: 0.'],
  ])('puts %s into Portuguese', async (text, expected) => {
    expect(await say(text, 'pt-BR')).toBe(expected);
  });

  it('writes moments as the language does', async () => {
    const text = await say('Another replica made a backup at 2026-01-02 12:00:00Z.', 'pt-BR');
    expect(text).toMatch(/^Outra réplica fez um backup em 02\/01\/2026, \d\d:00\.$/);
  });

  it('keeps the sense in English', async () => {
    expect(await say('not_null:unit', 'en')).toBe('unit always filled');
  });

  it('leaves words that it does not know, and marks of the translation in values, as they are', async () => {
    expect(await say('Something new.', 'pt-BR')).toBe('Something new.');
    expect(await say('QUANTIDADE is no number: <b>.', 'pt-BR')).toBe('QUANTIDADE não é um número: <b>.');
  });
});

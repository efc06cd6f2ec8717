import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ptBR } from './pt-BR';
import { understand } from './saidPatterns';

const folder = join(import.meta.dirname, '../../../src/Pipeline/Transforms/silver');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** The transforms that set rows aside name rules and give reasons; both have to be said in the reader's language. */
describe('the words of the quarantine', () => {
  const statements = readdirSync(folder).map(read);
  const rules = statements
    .filter((it) => /\bAS (own_)?rule\b/i.test(it))
    .flatMap((it) => all(it, /\b(?:THEN|ELSE) '([A-Z]+(?:_[A-Z]+)+)'/gi));
  const reasons = all(read('quarantine.sql'), /'([A-Z][^']* [a-z][^']*\.)'/g);

  it('are found', () => {
    expect(rules.length).toBeGreaterThan(30);
    expect(reasons.length).toBeGreaterThan(8);
  });

  it.each([...new Set(rules)])('has a name for %s', (rule) => {
    expect(ptBR.labels.rule).toHaveProperty(rule);
  });

  it.each([...new Set(reasons)])('can say "%s"', (reason) => {
    expect(understand(reason)?.key).toBeDefined();
  });
});

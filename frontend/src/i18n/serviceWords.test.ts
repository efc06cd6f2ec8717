import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understand } from './saidPatterns';

const folder = join(import.meta.dirname, '../../../src/Pipeline');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cs'));
const all = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(({ groups }) => groups?.words ?? [])),
];

describe('what goes wrong with the lake', () => {
  const messages = all(files.map(read).join('\n'), /LakeFault\.\w+,\s*\$"(?<words>(?:[^"\\]|\\.)+)"/g);

  it('is found', () => {
    expect(messages.length).toBeGreaterThan(15);
  });

  it.each(messages)('is said: %s', (message) => {
    expect(understand(message.replaceAll(/\{[^{}]+\}/g, '7'))?.key).toMatch(/^lake/);
  });
});

describe('what the checks of the balance say', () => {
  const statement = read('Checks/SourceBalance.cs');
  const rules = all(statement, /'(?<words>[a-z]+(?:_[a-z]+){3,})'/g);
  const details = all(statement, /format\('(?<words>[^']+)'/g);

  it('is found', () => {
    expect([rules.length, details.length]).toEqual([4, 4]);
  });

  it.each([...rules, ...details.map((detail) => detail.replaceAll('{}', '12.50'))])('is said: %s', (text) => {
    expect(understand(text)?.key).toBeDefined();
  });
});

import { describe, expect, it } from 'vitest';
import { en } from './en';
import { ptBR } from './pt-BR';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] satisfies [string, string]] : leaves(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

const portuguese = new Map(leaves(ptBR));
const english = new Map(leaves(en));

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...portuguese.keys()].sort());
  });

  it('have the same placeholders in both languages', () => {
    for (const [key, text] of portuguese) {
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });
});

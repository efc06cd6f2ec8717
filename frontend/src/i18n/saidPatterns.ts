import type { ptBR } from './pt-BR';

type SaidKey = keyof typeof ptBR.said;

/** How the service puts what it says, by the message that says the same. */
const patterns: readonly (readonly [SaidKey, RegExp])[] = [
  ['empty', /^(?<column>.+) is empty or N\/A\.$/],
  ['tooMuch', /^(?<column>.+?) is above 1,000,000,000: (?<value>.+)\.$/],
  ['noNumber', /^(?<column>.+?) is no number: (?<value>.+)\.$/],
  ['notAboveZero', /^(?<column>.+?) is not above zero: (?<value>.+)\.$/],
  ['noDate', /^(?<column>.+?) is no date from 2000-01-01 to one year ahead: (?<value>.+)\.$/],
  ['noSite', /^A site needs a code and an id\.$/],
  ['noCustomer', /^A customer needs a name and a code of its own\.$/],
  ['noStatus', /^A status needs a name of its own\.$/],
  ['noAccount', /^An account needs a name of its own and an amount\.$/],
  ['noAlias', /^An alias needs both names\.$/],
  ['noBulletin', /^A closing bulletin needs a time and two rates above zero\.$/],
  ['noRate', /^A rate needs a day dd\/MM\/yyyy and a number\.$/],
  ['noFile', /^There is no file\.$/],
  ['files', /^(?<number>\d+) files?\.$/],
  ['sameRows', /^Came to the same rows as before\.$/],
  ['checks', /^(?<number>\d+) checks, (?<failed>\d+) failed\.$/],
  ['newTables', /^(?<fresh>\d+) of (?<all>\d+) tables are new\.$/],
  ['current', /^Snapshot (?<number>\d+) is current\.$/],
  ['currentAgain', /^Snapshot (?<number>\d+) is current again\.$/],
  ['stopped', /^Stopped on request\.$/],
  ['columns', /^columns$/],
  ['uniqueKey', /^unique_key$/],
  ['notNull', /^not_null:(?<column>.+)$/],
  ['accepted', /^accepted_values:(?<column>.+)$/],
  ['range', /^range:(?<column>.+)$/],
  ['reference', /^reference:(?<column>.+)$/],
];

/** What a message may have places for; a pattern catches what its message needs. */
type Values = Readonly<Record<'column' | 'value' | 'number' | 'failed' | 'fresh' | 'all', string>>;

export interface Said {
  readonly key: SaidKey;
  readonly values: Values;
}

/** The message that says what the service said; nothing for words that are not known. */
export function understand(text: string): Said | undefined {
  for (const [key, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match) {
      return { key, values: { ...match.groups } as Values };
    }
  }
  return undefined;
}

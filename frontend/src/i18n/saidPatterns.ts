import { balancePatterns } from './balancePatterns';
import { lakePatterns } from './lakePatterns';
import type { ptBR } from './pt-BR';

type SaidKey = keyof typeof ptBR.said;

/** How the service puts something, with the message that says the same. */
export type Pattern = readonly [SaidKey, RegExp];

const patterns: readonly Pattern[] = [
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
  ['nothingChanged', /^Nothing has changed since the current snapshot, so nothing was published\.$/],
  ['nothingNew', /^Nothing that it is made from has changed\.$/],
  ['stoppedBefore', /^It was stopped on request before (?<column>.+), which did not begin; the snapshot that was current stays current\.$/],
  ['cutOff', /^It was cut off at (?<column>.+); the snapshot that was current stays current\.$/],
  ['lostLock', /^It lost the lock to another run; the snapshot that was current stays current\.$/],
  ['rolledBack', /^Rolled back from snapshot (?<column>\S+) to (?<value>\S+)\.$/],
  ['unknownPart', /^No accepted purchase line names the part (?<value>.+)\.$/],
  ['wholeFile', /^The whole file is refused because of row (?<number>\d+)\.$/],
  ['noPosition', /^A position needs a day, a part, a site and quantities from 0 to 1,000,000,000\.$/],
  ['noHour', /^An hour needs a time, numbers or nulls, and a file named city_uf\.$/],
  [
    'noIndicator',
    /^An indicator needs a month yyyyMM in a column named in the first element, and a number or a marker for a missing one\.$/,
  ],
  ['noColumns', /^The line can't be split into its columns: (?<value>.+)$/],
  ['repeated', /^(?<value>.+) occurs more than once$/],
  ['cutOffAfter', /^It was cut off at (?<column>.+), after it had made snapshot (?<value>\S+) current\.$/],
  ['cutOffStep', /^Cut off\.$/],
  [
    'stoppedDuring',
    /^It was stopped on request during (?<column>.+), which did not end in the time it had left; the snapshot that was current stays current\.$/,
  ],
  ['overtaken', /^Another run has taken the place of this one, which was given up\.$/],
  [
    'heldBack',
    /^Nothing was built: (?<by>.+) rolled gold back from snapshot (?<column>\S+) to (?<value>\S+) at (?<moment>\S+ \S+), and files, transforms and settings are still those that led there\. The next run with others publishes again; a forced run publishes these\.$/,
  ],
  ['degraded', /^Some sources failed and keep their last good data\. (?<rest>.+)$/],
  ['sourceLost', /^Source (?<column>\S+) can't be used and there are no earlier data of it to keep: (?<rest>.+)$/],
  ['checksFailed', /^(?<number>\d+) checks failed, so nothing was published: (?<value>.+)$/],
  ['notRolledBack', /^Gold was not rolled back\. (?<rest>.+)$/],
  ['stale', /^Its newest file is of (?<date>\S+), older than the (?<number>\d+) days allowed\.$/],
  ['cannotOpen', /^It can't be opened: (?<value>.+)$/],
  ['unreadable', /^It is not readable, or it is cut off: (?<value>.+)$/],
  ['noWorkbook', /^It is not a readable workbook, or it is cut off: (?<value>.+)$/],
  ['emptyHeader', /^The first line, which should name the columns, is empty\.$/],
  ['noColumn', /^The (?:file|first line) has no column (?<value>[^;]+)\.$/],
  ['noSheetColumn', /^Sheet '(?<column>[^']+)': no column (?<value>[^;]+)\.$/],
  ['emptySheet', /^Sheet '(?<column>[^']+)': it is empty\.$/],
  ['inProgress', /^A pipeline run is already in progress\.$/],
  ['runInProgress', /^Pipeline run (?<value>\S+) is already in progress\.$/],
  ['started', /^Started run (?<value>\S+)\.$/],
  ['couldNotBegin', /^Run (?<column>\S+) could not begin\. (?<rest>.+)$/],
  ['otherBackup', /^Another replica made a backup at (?<moment>\S+ \S+)\.$/],
  ['madeBackup', /^Made (?<value>\S+) of (?<all>\d+) objects, of which (?<fresh>\d+) were new\.$/],
  ['noneRemoved', /^No snapshot had to go\.$/],
  ['removed', /^Removed (?<value>.+)\.$/],
  ['columns', /^columns$/],
  ['uniqueKey', /^unique_key$/],
  ['notNull', /^not_null:(?<column>.+)$/],
  ['accepted', /^accepted_values:(?<column>.+)$/],
  ['range', /^range:(?<column>.+)$/],
  ['reference', /^reference:(?<column>.+)$/],
  ...balancePatterns,
  ...lakePatterns,
  // What a run says of each source begins with the names of the source and of the file.
  ['ofSource', /^(?<column>[^\s:]+): (?<rest>.+)$/],
];

/**
 * What a message may have places for; a pattern catches what its message needs. A `date`, a `moment` and the amounts are written as the
 * reader's language does, a `rest` is something that the service says by itself, and a `detail` stays in the words of whoever said it.
 */
export type Values = Readonly<Record<Place, string>>;

type Place = 'column' | 'value' | 'number' | 'failed' | 'fresh' | 'all' | 'by' | 'date' | 'moment' | 'rest' | 'detail' | Amount;

/** Of rows or of something else that was counted: how much came, how much of it went on, was set aside, was left out. */
type Amount = 'came' | 'kept' | 'aside' | 'left';

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

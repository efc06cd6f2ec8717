import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { understand, type Values } from './saidPatterns';
import { useFormat } from './useFormat';

/** Amounts that are not equal must not look equal. */
const FINEST = 6;

/** What the service says, in the language of the reader; in its own words where those are new. */
export function useSaid(): (text: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (text) => {
      const amount = (value: string): string => format.number(Number(value), FINEST);
      const ways: Readonly<Record<string, (value: string) => string>> = {
        date: format.date,
        moment: (value) => format.time(value.replace(' ', 'T')),
        came: amount,
        kept: amount,
        aside: amount,
        left: amount,
        rest: (value) => say(value),
      };
      const say = (sentence: string): string => {
        const known = understand(sentence);
        if (!known) {
          return sentence;
        }
        const written = Object.entries(known.values).map(([place, value]) => [place, ways[place]?.(value) ?? value]);
        return t(`said.${known.key}`, Object.fromEntries(written) as Values);
      };
      return say(text);
    },
    [t, format],
  );
}

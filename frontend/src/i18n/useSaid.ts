import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { understand } from './saidPatterns';
import { useFormat } from './useFormat';

/** What the service says, in the language of the reader; in its own words where those are new. */
export function useSaid(): (text: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (text) => {
      const say = (sentence: string): string => {
        const known = understand(sentence);
        if (!known) {
          return sentence;
        }
        const { date, moment, rest } = known.values;
        return t(`said.${known.key}`, {
          ...known.values,
          date: date && format.date(date),
          moment: moment && format.time(moment.replace(' ', 'T')),
          rest: rest && say(rest),
        });
      };
      return say(text);
    },
    [t, format],
  );
}

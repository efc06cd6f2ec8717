import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { understand } from './saidPatterns';

/** What the service says, in the language of the reader; in its own words where those are new. */
export function useSaid(): (text: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (text) => {
      const known = understand(text);
      return known ? t(`said.${known.key}`, known.values) : text;
    },
    [t],
  );
}

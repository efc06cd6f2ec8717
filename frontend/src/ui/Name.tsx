import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What the service writes in place of a name that the reader may not see. */
const MASK = '***';

/** What stands for a part, supplier or site that the source does not name. */
const UNKNOWN = 'UNKNOWN';

/** A name; or that it is hidden from the reader, or unknown. */
export function Name({ children }: { readonly children: string }) {
  const { t } = useTranslation();
  const shown = useShownName()(children);
  return children === MASK ? (
    <Tooltip label={t('suppliers.maskedHint')}>
      <Badge variant="default" tt="none">
        {shown}
      </Badge>
    </Tooltip>
  ) : (
    <span title={shown}>{shown}</span>
  );
}

/** The same as plain text, for titles and sentences. */
export function useShownName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => (name === MASK ? t('suppliers.masked') : name === UNKNOWN ? t('state.unknown') : name);
}

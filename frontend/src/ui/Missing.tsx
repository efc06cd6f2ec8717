import { useTranslation } from 'react-i18next';
import type { MissingReason } from '@/api/schema.generated';
import { NONE } from '@/i18n/useFormat';
import classes from './Tag.module.css';

/** Stands where a figure would be, and says why there is none. */
export function Missing({ reason }: { readonly reason: MissingReason | null | undefined }) {
  const { t } = useTranslation();
  if (!reason) {
    return <span>{NONE}</span>;
  }
  const words = t(`labels.reason.${reason}`);
  return (
    <span className={classes.missing} title={words} aria-label={words} role="note">
      {NONE}
    </span>
  );
}

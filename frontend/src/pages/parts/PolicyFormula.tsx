import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import type { PolicyFiguresFragment } from './parts.generated';
import classes from './Formula.module.css';

const DIGITS = 4;

/** The formulas of a policy, with its figures filled in when there are all of them. */
export function PolicyFormula({ policy }: { readonly policy: PolicyFiguresFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = (value: number | null): string => format.number(value, DIGITS);
  const { safetyStock, reorderPoint } = policy;
  const figures = {
    z: write(policy.serviceLevelZ),
    L: write(policy.cycleMean),
    d: write(policy.dailyMean),
    sd: write(policy.dailyStddev),
    sL: write(policy.cycleStddev),
    safety: write(safetyStock),
  };

  return (
    <div className={classes.formula}>
      <div>{t('parts.safetyFormula')}</div>
      {safetyStock !== null && <div className={classes.filled}>{t('parts.safetyFilled', { ...figures, result: write(safetyStock) })}</div>}
      <div>{t('parts.reorderFormula')}</div>
      {reorderPoint !== null && (
        <div className={classes.filled}>{t('parts.reorderFilled', { ...figures, result: write(reorderPoint) })}</div>
      )}
      <Text size="xs" c="var(--nc-quiet)" mt={6} ff="text">
        {t('parts.symbols')}
      </Text>
    </div>
  );
}

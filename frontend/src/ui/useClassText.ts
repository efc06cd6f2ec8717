import { useTranslation } from 'react-i18next';
import type { AbcClass } from '@/api/schema.generated';
import { useFormat } from '@/i18n/useFormat';

/** Up to which share of all purchase lines the parts of a class go, as the service draws the lines. */
const LIMITS: Readonly<Record<AbcClass, number>> = { A: 0.8, B: 0.95, C: 1 };

/** What a class of importance stands for, in words. */
export function useClassText(): (abc: AbcClass) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (abc) => t(`labels.abc.${abc}`, { share: format.percent(LIMITS[abc]) });
}

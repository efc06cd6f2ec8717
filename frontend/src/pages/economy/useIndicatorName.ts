import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** How readers know an indicator; as the source names it when it is a new one. */
export function useIndicatorName(): (indicator: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (indicator) => {
      switch (indicator) {
        case 'IPCA':
        case 'IPCA15':
        case 'INPC':
        case 'UNEMPLOYMENT':
          return t(`labels.indicator.${indicator}`);
        default:
          return indicator;
      }
    },
    [t],
  );
}

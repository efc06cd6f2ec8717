import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ptBR } from '@/i18n/pt-BR';

type Known = keyof typeof ptBR.labels.rule;

const isKnown = (rule: string): rule is Known => rule in ptBR.labels.rule;

/** A rule in words; as the service names it when it is a new one. */
export function useRuleName(): (rule: string) => string {
  const { t } = useTranslation();
  return useCallback((rule) => (isKnown(rule) ? t(`labels.rule.${rule}`) : rule), [t]);
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ptBR } from './pt-BR';

type Known = keyof typeof ptBR.errors;

const isKnown = (code: unknown): code is Known => typeof code === 'string' && Object.hasOwn(ptBR.errors, code);

/** Why the service did not answer, in the reader's language; nothing for codes that are new. */
export function useReason(): (code: unknown) => string | undefined {
  const { t } = useTranslation();
  return useCallback((code) => (isKnown(code) ? t(`errors.${code}`) : undefined), [t]);
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ptBR } from '@/i18n/pt-BR';

type Known = keyof typeof ptBR.pipeline.jobs;

const isKnown = (job: string): job is Known => Object.hasOwn(ptBR.pipeline.jobs, job);

/** A scheduled job in words; as the service names it when it is a new one. */
export function useJobName(): (job: string) => string {
  const { t } = useTranslation();
  return useCallback((job) => (isKnown(job) ? t(`pipeline.jobs.${job}`) : job), [t]);
}

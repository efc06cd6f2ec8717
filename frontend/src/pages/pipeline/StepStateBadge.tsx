import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepState } from '@/api/schema.generated';

const colors: Readonly<Record<StepState, MantineColor>> = { RUNNING: 'corrente', SUCCEEDED: 'teal', SKIPPED: 'gray', FAILED: 'red' };

export function StepStateBadge({ state }: { readonly state: StepState }) {
  const { t } = useTranslation();
  return (
    <Badge color={colors[state]} variant="light" size="sm" miw="max-content">
      {t(`labels.stepState.${state}`)}
    </Badge>
  );
}

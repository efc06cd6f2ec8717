import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CombinedError } from 'urql';
import { useReason } from '@/i18n/useReason';

interface FailureProps {
  readonly error: unknown;
  readonly resetErrorBoundary: () => void;
}

/** Says that a part of the page failed and why, in the reader's words and in the service's, and offers to try again. */
export function FailureState({ error, resetErrorBoundary }: FailureProps) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const isOffline = error instanceof CombinedError && error.networkError !== undefined;
  const code = error instanceof CombinedError ? error.graphQLErrors[0]?.extensions.code : undefined;
  const reason = reasonOf(code);
  const words = error instanceof CombinedError ? (error.graphQLErrors[0]?.message ?? error.networkError?.message) : String(error);

  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(isOffline ? 'state.offline' : 'state.failed')}
    >
      <Stack gap="xs" align="flex-start">
        {reason && <Text size="sm">{reason}</Text>}
        <Text size={reason ? 'xs' : 'sm'} lang="en">
          {words}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="light" color="red" onClick={resetErrorBoundary}>
            {t('action.retry')}
          </Button>
          {typeof code === 'string' && <Code>{code}</Code>}
        </Group>
      </Stack>
    </Alert>
  );
}

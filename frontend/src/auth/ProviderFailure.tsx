import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { explain } from './explain';

/** What went wrong on the way over the provider, in the reader's words and in the provider's. */
export function ProviderFailure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const { key, detail } = explain(error);
  return (
    <Alert color="red" variant="light" role="alert" title={t(`signIn.failure.${key}`)}>
      <Text size="sm">{t('signIn.said', { detail })}</Text>
    </Alert>
  );
}

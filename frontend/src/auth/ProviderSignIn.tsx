import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginSignIn } from './provider';
import { ProviderFailure } from './ProviderFailure';
import type { Provider } from './signInOptions';

interface ProviderSignInProps {
  readonly provider: Provider;
  readonly back: string;
}

/** The way over the identity provider of the house. */
export function ProviderSignIn({ provider, back }: ProviderSignInProps) {
  const { t } = useTranslation();
  const [isLeaving, setIsLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const leave = (): void => {
    setIsLeaving(true);
    setFailure(undefined);
    beginSignIn(provider, back).catch((error: unknown) => {
      setFailure(error);
      setIsLeaving(false);
    });
  };

  return (
    <Stack gap="md">
      <Button onClick={leave} loading={isLeaving} disabled={!window.isSecureContext}>
        {t('signIn.provider')}
      </Button>
      <Text size="sm" c="var(--nc-quiet)">
        {t(window.isSecureContext ? 'signIn.providerText' : 'signIn.insecure', { provider: new URL(provider.authority).host })}
      </Text>
      {failure !== undefined && <ProviderFailure error={failure} />}
    </Stack>
  );
}

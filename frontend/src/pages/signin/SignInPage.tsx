import { Alert, Anchor, Button, Divider, Paper, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { askWhose } from '@/auth/askWhose';
import { localPath } from '@/auth/paths';
import { ProviderSignIn } from '@/auth/ProviderSignIn';
import { endSession } from '@/auth/provider';
import { session } from '@/auth/session';
import { askForProvider, type Provider } from '@/auth/signInOptions';
import { useViewer } from '@/auth/useViewer';
import { Page } from '@/ui/Page';

/** Takes a token or leads to the identity provider, asks the service who it is, and leads back to where the reader came from. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const back = localPath(parameters.get('return'));
  const viewer = useViewer().data?.viewer;
  const [token, setToken] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<'refused' | 'offline'>();
  const provider = useProvider();
  const isOpen = viewer !== undefined && !viewer.isAuthenticated && viewer.roles.length > 0;

  const signIn = async (): Promise<void> => {
    setIsAsking(true);
    const { outcome } = await askWhose(token.trim());
    if (outcome === 'welcome') {
      endSession();
      session.signIn(token.trim());
      // Everything is asked for anew, by the one who has come.
      window.location.assign(back);
    } else {
      setFailure(outcome);
      setIsAsking(false);
    }
  };

  return (
    <Page title={t('signIn.title')} subtitle={t('signIn.subtitle')}>
      <Paper withBorder p="lg" maw={520} w="100%">
        {isOpen ? (
          <Text size="sm">
            {t('signIn.open')}{' '}
            <Anchor href={back} underline="always">
              {t('signIn.continue')}
            </Anchor>
          </Text>
        ) : (
          <Stack gap="md">
            {parameters.has('over') && (
              <Alert color="yellow" variant="light" role="status">
                {t('signIn.over')}
              </Alert>
            )}
            {viewer?.isAuthenticated && <Text size="sm">{t('signIn.as', { name: viewer.name ?? '' })}</Text>}
            {provider && (
              <>
                <ProviderSignIn provider={provider} back={back} />
                <Divider
                  label={
                    <Text size="sm" c="var(--nc-quiet)">
                      {t('signIn.or')}
                    </Text>
                  }
                />
              </>
            )}
            <Stack
              component="form"
              gap="md"
              onSubmit={(event) => {
                event.preventDefault();
                void signIn();
              }}
            >
              <PasswordInput
                label={t('signIn.token')}
                description={t('signIn.tokenText')}
                value={token}
                autoComplete="off"
                required
                onChange={(event) => {
                  setToken(event.currentTarget.value);
                }}
              />
              {failure && (
                <Alert color="red" variant="light" role="alert">
                  {t(`signIn.${failure}`)}
                </Alert>
              )}
              <Button type="submit" variant={provider ? 'default' : 'filled'} loading={isAsking} disabled={token.trim() === ''}>
                {t('signIn.submit')}
              </Button>
            </Stack>
          </Stack>
        )}
      </Paper>
    </Page>
  );
}

/** The provider of the service. While nobody knows, and when nobody can tell, tokens work all the same. */
function useProvider(): Provider | undefined {
  const [provider, setProvider] = useState<Provider>();
  useEffect(() => {
    askForProvider().then(setProvider, () => undefined);
  }, []);
  return provider;
}

import { Alert, Anchor, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askWhose, type Answer } from '@/auth/askWhose';
import { localPath, signInFor } from '@/auth/paths';
import { completeSignIn, signOut } from '@/auth/provider';
import { ProviderFailure } from '@/auth/ProviderFailure';
import { session } from '@/auth/session';
import { Page } from '@/ui/Page';

type State = { readonly failure: unknown } | Exclude<Answer, { outcome: 'welcome' }>;

/** Where the identity provider sends readers back to. It shows something only when they do not get any further. */
export default function CallbackPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<State>();

  useEffect(() => {
    const arrive = async (): Promise<void> => {
      const { token, back } = await completeSignIn();
      const answer = await askWhose(token);
      if (answer.outcome === 'welcome') {
        session.signIn(token);
        // The address with the code in it is not one to come back to.
        window.location.replace(localPath(back));
      } else {
        setState(answer);
      }
    };
    arrive().catch((failure: unknown) => {
      setState({ failure });
    });
  }, []);

  return (
    <Page title={t('signIn.title')}>
      <Paper withBorder p="lg" maw={520} w="100%">
        {state ? <Stranded state={state} /> : <Skeleton height={80} aria-busy aria-label={t('signIn.arriving')} />}
      </Paper>
    </Page>
  );
}

function Stranded({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  if ('failure' in state) {
    return (
      <Stack gap="md">
        <ProviderFailure error={state.failure} />
        <Anchor href={signInFor(wantedPath(state.failure))}>{t('signIn.again')}</Anchor>
      </Stack>
    );
  }
  const isRefused = state.outcome === 'refused';
  return (
    <Stack gap="md">
      <Alert color="red" variant="light" role="alert" title={t(isRefused ? 'signIn.noRole' : 'signIn.offline')}>
        {isRefused && state.reason && <Text size="sm">{t('signIn.serviceSaid', { detail: state.reason })}</Text>}
      </Alert>
      <Group>
        <Button variant="default" onClick={() => void signOut()}>
          {t('signIn.someoneElse')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Where the reader wanted to go before the provider said no. */
function wantedPath(failure: unknown): string {
  return localPath(typeof failure === 'object' && failure !== null && 'state' in failure ? failure.state : undefined);
}

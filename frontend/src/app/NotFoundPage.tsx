import { Button, Center, Stack, Text } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/ui/Page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('state.notFound')}>
      <Center mih={320} p="md">
        <Stack align="center" maw={440}>
          <IconMapOff size={40} stroke={1.4} color="var(--nc-quiet)" aria-hidden />
          <Text ta="center">{t('state.notFoundText')}</Text>
          <Button component={Link} to="/" variant="light">
            {t('state.toOverview')}
          </Button>
        </Stack>
      </Center>
    </Page>
  );
}

import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/ui/Page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('state.notFound')}>
      <Text>{t('state.notFoundText')}</Text>
      <Anchor component={Link} to="/">
        {t('nav.overview')}
      </Anchor>
    </Page>
  );
}

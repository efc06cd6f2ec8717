import { Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useListAddress } from '@/address/useListAddress';
import { Page } from '@/ui/Page';
import { shape } from './filters';
import { MatrixPanel } from './MatrixPanel';
import { PartsPanel } from './PartsPanel';
import { WatchPanel } from './WatchPanel';

export default function PartsPage() {
  const { t } = useTranslation();
  const address = useListAddress(shape);
  return (
    <Page title={t('parts.title')} subtitle={t('parts.subtitle')}>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <MatrixPanel filters={address.filters} onFilter={address.setFilters} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <WatchPanel filters={address.filters} onFilter={address.setFilters} />
        </Grid.Col>
      </Grid>
      <PartsPanel address={address} />
    </Page>
  );
}

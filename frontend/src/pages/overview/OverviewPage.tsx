import { Grid, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { CyclePanel } from './CyclePanel';
import { FamiliesPanel } from './FamiliesPanel';
import { ChangesPanel, SnapshotPanel } from './SnapshotPanels';
import { HeadlineKpis } from './HeadlineKpis';
import { RetroactivePanel } from './RetroactivePanel';

export default function OverviewPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('overview.title')} subtitle={t('overview.subtitle')}>
      <HeadlineKpis />
      <FamiliesPanel />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <CyclePanel />
        <RetroactivePanel />
      </SimpleGrid>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <SnapshotPanel />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <ChangesPanel />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

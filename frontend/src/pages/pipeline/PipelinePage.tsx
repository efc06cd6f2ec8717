import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAddress } from '@/address/useAddress';
import { text } from '@/address/readers';
import { WithViewer } from '@/auth/WithViewer';
import { Page } from '@/ui/Page';
import { RunNow } from './RunNow';
import { RunPanel } from './RunPanel';
import { RunsPanel } from './RunsPanel';
import { SchedulesPanel } from './SchedulesPanel';
import { SnapshotsPanel } from './SnapshotsPanel';
import { useRunEvents } from './useRunEvents';

export default function PipelinePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('pipeline.title')} subtitle={t('pipeline.subtitle')} actions={<RunNow />}>
      <WithViewer>
        {({ roles }) => <PipelineContent isOperator={roles.includes('OPERATOR')} isAdmin={roles.includes('ADMIN')} />}
      </WithViewer>
    </Page>
  );
}

const readers = { run: text };

function PipelineContent({ isOperator, isAdmin }: { readonly isOperator: boolean; readonly isAdmin: boolean }) {
  const [{ run }] = useAddress(readers);
  const heard = useRunEvents(isOperator);
  return (
    <>
      <RunPanel chosen={run} heard={heard} isOperator={isOperator} />
      <RunsPanel shown={run} isOperator={isOperator} />
      <SimpleGrid cols={{ base: 1, lg: isOperator ? 2 : 1 }}>
        <SnapshotsPanel isAdmin={isAdmin} />
        {isOperator && <SchedulesPanel />}
      </SimpleGrid>
    </>
  );
}

import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { isOver } from '@/api/runState';
import { useGold } from '@/api/useGold';
import { useMay } from '@/auth/useViewer';
import { unavailable } from '@/ui/unavailable';
import { useToast } from '@/ui/useToast';
import { NewestRunDocument, RunPipelineDocument } from './pipeline.generated';

/** Starts a run, for those who may. While one is under way another cannot begin. */
export function RunNow() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const mayRun = useMay('OPERATOR');
  const newest = useGold(NewestRunDocument, { isOperator: true }, { pause: !mayRun }).data?.pipelineRuns?.nodes?.[0];
  const [{ fetching }, run] = useMutation(RunPipelineDocument);
  const isBusy = fetching || (newest !== undefined && !isOver(newest.state));

  const start = (force: boolean): void => {
    if (isBusy) {
      return;
    }
    void run({ force }).then(({ data, error }) => {
      const refusal = data?.runPipeline.errors?.[0];
      if (error || refusal) {
        const isInProgress = refusal?.__typename === 'RunInProgressError';
        const message = isInProgress ? t('pipeline.inProgress') : (refusal?.message ?? error?.message);
        toast({ color: 'red', title: t('pipeline.notStarted'), message });
      } else {
        // The newest run is what the page shows without a parameter.
        void navigate('/pipeline', { replace: true });
      }
    });
  };

  if (!mayRun) {
    return null;
  }
  return (
    <Group gap={2} wrap="nowrap">
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        {...unavailable(isBusy)}
        onClick={() => {
          start(false);
        }}
      >
        {t(isBusy ? 'pipeline.running' : 'pipeline.runNow')}
      </Button>
      <Menu position="bottom-end" shadow="md" width={320}>
        <Menu.Target>
          <ActionIcon size={36} variant="filled" aria-label={t('pipeline.moreWays')}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            {...unavailable(isBusy)}
            onClick={() => {
              start(true);
            }}
          >
            {t('pipeline.rebuild')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

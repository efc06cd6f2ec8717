import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { useSaid } from '@/i18n/useSaid';
import type { Column } from '@/ui/columns';
import { StepStateBadge } from './StepStateBadge';
import type { Step } from './steps';

export function useStepColumns(): readonly Column<Step>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  return [
    { key: 'ordinal', header: '#', value: (it) => it.ordinal, align: 'right' },
    {
      key: 'name',
      header: t('pipeline.stepName'),
      value: (it) => it.name,
      cell: (it) => (
        <Text span ff="monospace" size="sm">
          {it.name}
        </Text>
      ),
    },
    { key: 'stage', header: t('pipeline.stage'), value: (it) => it.stage, cell: (it) => t(`labels.stage.${it.stage}`) },
    { key: 'state', header: t('pipeline.state'), value: (it) => it.state, cell: (it) => <StepStateBadge state={it.state} /> },
    {
      key: 'duration',
      header: t('pipeline.duration'),
      value: (it) => it.durationMs,
      cell: (it) => format.duration(it.durationMs),
      align: 'right',
    },
    { key: 'rowsIn', header: t('pipeline.rowsIn'), value: (it) => it.rowsIn, cell: (it) => format.number(it.rowsIn), align: 'right' },
    { key: 'rowsOut', header: t('pipeline.rowsOut'), value: (it) => it.rowsOut, cell: (it) => format.number(it.rowsOut), align: 'right' },
    { key: 'note', header: t('pipeline.note'), value: (it) => it.note, cell: (it) => (it.note === null ? '–' : said(it.note)) },
  ];
}

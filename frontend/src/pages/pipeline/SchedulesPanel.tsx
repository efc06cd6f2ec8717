import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { useSaid } from '@/i18n/useSaid';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { PipelineSchedulesDocument, type PipelineSchedulesQuery } from './pipeline.generated';
import { useJobName } from './useJobName';

type Schedule = NonNullable<NonNullable<PipelineSchedulesQuery['schedules']>['nodes']>[number];

/** What runs by the clock. */
export function SchedulesPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  const jobName = useJobName();
  const result = useGold(PipelineSchedulesDocument, {});
  const columns: readonly Column<Schedule>[] = [
    {
      key: 'name',
      header: t('pipeline.job'),
      value: (it) => it.name,
      cell: (it) => jobName(it.name),
    },
    { key: 'cron', header: t('pipeline.cron'), value: (it) => `${it.cron} (${it.timeZone})` },
    { key: 'next', header: t('pipeline.next'), value: (it) => it.nextFireAt, cell: (it) => format.time(it.nextFireAt) },
    { key: 'previous', header: t('pipeline.previous'), value: (it) => it.previousFireAt, cell: (it) => format.time(it.previousFireAt) },
    {
      key: 'outcome',
      header: t('pipeline.outcome'),
      value: (it) => it.previousOutcome,
      cell: (it) =>
        it.previousOutcome && (
          <span title={it.previousDetail ? said(it.previousDetail) : undefined}>{t(`pipeline.outcomes.${it.previousOutcome}`)}</span>
        ),
    },
  ];
  return (
    <Panel
      title={t('pipeline.schedules')}
      description={t('pipeline.schedulesText')}
      result={result}
      isList
      empty={(data) => !data.schedules?.nodes?.length && t('pipeline.noSchedules')}
      table={(data) => ({ name: 'schedules', columns, rows: data.schedules?.nodes ?? [] })}
    >
      {(data) => <SimpleTable label={t('pipeline.schedules')} columns={columns} rows={data.schedules?.nodes ?? []} />}
    </Panel>
  );
}

import { Alert, Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { orderInput } from '@/address/order';
import { oneOf, text, type Readers } from '@/address/readers';
import { useListAddress, type ListShape } from '@/address/useListAddress';
import { useGold } from '@/api/useGold';
import { useGoldList } from '@/api/useGoldList';
import { useFormat } from '@/i18n/useFormat';
import { useSaid } from '@/i18n/useSaid';
import type { Column } from '@/ui/columns';
import { ChoiceFilter, TextFilter } from '@/ui/filters';
import { ListPanel } from '@/ui/ListPanel';
import { LongText } from '@/ui/LongText';
import { QualityChecksDocument, QualityRunsDocument, type QualityChecksQuery } from './quality.generated';

type Check = NonNullable<NonNullable<QualityChecksQuery['pipelineChecks']>['nodes']>[number];

const outcomes = ['failed', 'passed'] as const;

const shape = {
  filters: { run: text, outcome: oneOf(outcomes), table: text },
  sortable: ['ordinal', 'tableName', 'violations', 'passed'],
  order: { path: 'passed', descending: false },
} satisfies ListShape<Readers>;

/** Every check of a run, the newest one's unless the address names another. */
export function ChecksPanel({ isOperator }: { readonly isOperator: boolean }) {
  const { t } = useTranslation();
  return isOperator ? (
    <ChecksList />
  ) : (
    <Alert variant="light" color="gray">
      {t('quality.checksNeedOperator')}
    </Alert>
  );
}

function ChecksList() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(shape);
  const { run, outcome, table } = address.filters;
  const runs = useGold(QualityRunsDocument, { isOperator: true }).data?.pipelineRuns?.nodes ?? [];
  const shown = run ?? runs[0]?.id;
  const where = {
    runId: { eq: shown ?? '' },
    ...(outcome && { passed: { eq: outcome === 'passed' } }),
    ...(table && { tableName: { contains: table } }),
  };
  const list = useGoldList(
    QualityChecksDocument,
    { where, order: orderInput(address.order) },
    (data) => data.pipelineChecks,
    address.start,
  );
  const columns = useCheckColumns();

  return (
    <ListPanel
      title={t('quality.checks')}
      description={t('quality.checksText')}
      name="checks"
      list={list}
      address={address}
      columns={columns}
      rowKey={(it) => `${it.runId}/${it.ordinal}`}
      reason={t('quality.noChecks')}
      filters={
        <>
          <ChoiceFilter
            label={t('quality.run')}
            value={shown}
            choices={runs.map((it) => ({ value: it.id, label: format.time(it.startedAt) }))}
            width={190}
            onChange={(chosen) => {
              address.setFilters({ run: chosen });
            }}
          />
          <ChoiceFilter
            label={t('quality.outcome')}
            value={outcome}
            choices={outcomes.map((value) => ({ value, label: t(`quality.outcomes.${value}`) }))}
            onChange={(chosen) => {
              address.setFilters({ outcome: chosen });
            }}
          />
          <TextFilter
            label={t('quality.table')}
            placeholder="purchase_line"
            value={table}
            onChange={(typed) => {
              address.setFilters({ table: typed }, { replace: true });
            }}
          />
        </>
      }
    />
  );
}

function useCheckColumns(): readonly Column<Check>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  return [
    { key: 'table', header: t('quality.table'), value: (it) => it.tableName, sort: 'tableName', width: 210 },
    {
      key: 'rule',
      header: t('quality.check'),
      value: (it) => it.rule,
      cell: (it) => <span title={it.rule}>{said(it.rule)}</span>,
      width: 236,
      grow: true,
    },
    {
      key: 'passed',
      header: t('quality.outcome'),
      value: (it) => it.passed,
      cell: (it) => (
        <Badge variant="light" color={it.passed ? 'teal' : it.severity === 'ERROR' ? 'red' : 'yellow'}>
          {t(`quality.outcomes.${it.passed ? 'passed' : 'failed'}`)}
        </Badge>
      ),
      sort: 'passed',
      width: 104,
    },
    {
      key: 'severity',
      header: t('quality.severity'),
      value: (it) => it.severity,
      cell: (it) => t(`quality.onFailure.${it.severity}`),
      width: 140,
    },
    {
      key: 'violations',
      header: t('quality.violations'),
      value: (it) => it.violations,
      cell: (it) => format.number(it.violations),
      sort: 'violations',
      align: 'right',
      width: 112,
    },
    {
      key: 'detail',
      header: t('quality.detail'),
      value: (it) => it.detail && said(it.detail),
      cell: (it) => <LongText>{it.detail && said(it.detail)}</LongText>,
      width: 210,
      grow: true,
    },
  ];
}

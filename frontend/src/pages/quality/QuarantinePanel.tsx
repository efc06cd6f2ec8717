import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { orderInput } from '@/address/order';
import { text, type Readers } from '@/address/readers';
import { useListAddress, type ListShape } from '@/address/useListAddress';
import { useGold } from '@/api/useGold';
import { useGoldList } from '@/api/useGoldList';
import { useFormat } from '@/i18n/useFormat';
import { useSaid } from '@/i18n/useSaid';
import type { Column } from '@/ui/columns';
import { ChoiceFilter } from '@/ui/filters';
import { ListPanel } from '@/ui/ListPanel';
import { LongText } from '@/ui/LongText';
import { Name } from '@/ui/Name';
import { QualityRulesDocument, QuarantinedRowsDocument, type QuarantinedRowsQuery } from './quality.generated';
import { useRuleName } from './useRuleName';

type Row = NonNullable<NonNullable<QuarantinedRowsQuery['quarantinedRows']>['nodes']>[number];

const shape = {
  filters: { rule: text, source: text },
  sortable: ['source', 'sourceFile', 'sourceRow', 'rule', 'quantity'],
  order: { path: 'sourceRow', descending: false },
} satisfies ListShape<Readers>;

/** The rows that were set aside, what they said and why. */
export function QuarantinePanel() {
  const { t } = useTranslation();
  const ruleName = useRuleName();
  const address = useListAddress(shape);
  const { rule, source } = address.filters;
  const broken = (useGold(QualityRulesDocument, {}).data?.dataQuality?.nodes ?? []).filter((it) => it.kind === 'QUARANTINE');
  const where = rule || source ? { ...(rule && { rule: { eq: rule } }), ...(source && { source: { eq: source } }) } : null;
  const list = useGoldList(
    QuarantinedRowsDocument,
    { where, order: orderInput(address.order) },
    (data) => data.quarantinedRows,
    address.start,
  );
  const columns = useRowColumns();

  return (
    <ListPanel
      title={t('quality.quarantine')}
      description={t('quality.quarantineText')}
      name="quarantined-rows"
      list={list}
      address={address}
      columns={columns}
      rowKey={(it) => it.rowId}
      reason={t('quality.noQuarantine')}
      filters={
        <>
          <ChoiceFilter
            label={t('quality.rule')}
            value={rule}
            choices={distinct(broken.map((it) => it.rule)).map((value) => ({ value, label: ruleName(value) }))}
            width={280}
            onChange={(chosen) => {
              address.setFilters({ rule: chosen });
            }}
          />
          <ChoiceFilter
            label={t('quality.source')}
            value={source}
            choices={distinct(broken.map((it) => it.source)).map((value) => ({ value, label: value }))}
            width={200}
            onChange={(chosen) => {
              address.setFilters({ source: chosen });
            }}
          />
        </>
      }
    />
  );
}

function useRowColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const ruleName = useRuleName();
  const said = useSaid();
  return [
    {
      key: 'row',
      header: t('quality.row'),
      value: (it) => it.sourceRow,
      cell: (it) => (it.sourceRow === null ? t('quality.whole') : format.number(it.sourceRow)),
      sort: 'sourceRow',
      align: 'right',
      width: 76,
    },
    {
      key: 'file',
      header: t('quality.file'),
      value: (it) => it.sourceFile,
      cell: (it) => <LongText>{it.sourceFile}</LongText>,
      sort: 'sourceFile',
      width: 150,
    },
    {
      key: 'rule',
      header: t('quality.rule'),
      value: (it) => it.rule,
      cell: (it) => <LongText>{ruleName(it.rule)}</LongText>,
      sort: 'rule',
      width: 180,
    },
    {
      key: 'reason',
      header: t('quality.reason'),
      value: (it) => it.reason,
      cell: (it) => <LongText>{said(it.reason)}</LongText>,
      width: 210,
      grow: true,
    },
    {
      key: 'quantity',
      header: t('quality.quantity'),
      value: (it) => it.quantity,
      cell: (it) => format.quantity(it.quantity),
      sort: 'quantity',
      align: 'right',
      width: 108,
    },
    { key: 'raw', header: t('quality.raw'), value: (it) => it.raw, cell: (it) => <Raw cells={it.raw} />, width: 290, grow: true },
  ];
}

/** The cells of a row as delivered; those that are empty say nothing. */
function Raw({ cells }: { readonly cells: string | null }) {
  const known = cells === null ? undefined : cellsOf(cells);
  if (!known) {
    return cells === null ? '–' : <Name>{cells}</Name>;
  }
  const shown = known.map(([name, value]) => `${name}: ${value}`).join(' · ');
  return (
    <Text span size="xs" ff="monospace" title={shown} truncate>
      {shown}
    </Text>
  );
}

function cellsOf(json: string): readonly (readonly [string, string])[] | undefined {
  try {
    const cells: unknown = JSON.parse(json);
    return typeof cells === 'object' && cells !== null
      ? Object.entries(cells).flatMap(([name, value]: [string, unknown]) =>
          value === null || value === '' ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const],
        )
      : undefined;
  } catch {
    return undefined;
  }
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { partPath } from '@/lists/paths';
import { useSupplyColumns } from '@/lists/useSupplyColumns';
import { SoleSourceBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { Name } from '@/ui/Name';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { SupplierPartsDocument, type SupplierPartsQuery } from './suppliers.generated';

type Row = NonNullable<NonNullable<SupplierPartsQuery['partSuppliers']>['nodes']>[number];

/** What a supplier supplies, the most frequent first, and what nobody else does. */
export function SupplierPartsPanel({ supplierKey }: { readonly supplierKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(SupplierPartsDocument, { supplierKey });
  const supplyColumns = useSupplyColumns();
  const columns: readonly Column<Row>[] = [
    {
      key: 'part',
      header: t('lines.part'),
      value: (it) => it.part.name,
      cell: (it) => (
        <Group gap="xs">
          <Anchor component={Link} to={partPath(it.partCode)} size="sm">
            <Name>{it.part.name}</Name>
          </Anchor>
          {it.isSoleSource && <SoleSourceBadge />}
        </Group>
      ),
    },
    { key: 'code', header: t('parts.code'), value: (it) => it.partCode },
    { key: 'family', header: t('parts.family'), value: (it) => it.part.familyName, cell: (it) => <Name>{it.part.familyName}</Name> },
    { key: 'lines', header: t('suppliers.lines'), value: (it) => it.lines, cell: (it) => format.number(it.lines), align: 'right' },
    ...supplyColumns,
  ];

  return (
    <Panel
      title={t('suppliers.partList')}
      description={t('suppliers.partListText')}
      result={result}
      height={320}
      isList
      empty={(data) => !data.partSuppliers?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: 'supplier-parts', columns, rows: data.partSuppliers?.nodes ?? [] })}
    >
      {(data) => (
        <SimpleTable
          label={t('suppliers.partList')}
          columns={columns}
          rows={data.partSuppliers?.nodes ?? []}
          rowKey={(it) => it.partCode}
          maxHeight={320}
        />
      )}
    </Panel>
  );
}

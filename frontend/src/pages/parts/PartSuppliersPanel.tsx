import { Alert, Anchor, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { supplierPath } from '@/lists/paths';
import { useSupplyColumns } from '@/lists/useSupplyColumns';
import { SoleSourceBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { Name, useShownName } from '@/ui/Name';
import { SimpleTable } from '@/ui/SimpleTable';
import { PartSuppliersDocument, type PartSuppliersQuery } from './parts.generated';

type Supplier = NonNullable<NonNullable<PartSuppliersQuery['partSuppliers']>['nodes']>[number];

/** Says that a part depends on one supplier. */
export function SoleSourceWarning({ partCode }: { readonly partCode: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shownName = useShownName();
  const { data } = useGold(PartSuppliersDocument, { partCode });
  const sole = data?.partSuppliers?.nodes?.find((it) => it.isSoleSource);
  if (!sole) {
    return null;
  }
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('parts.soleTitle')}>
      {t('parts.soleText', {
        lines: format.number(sole.lines),
        supplier: shownName(sole.supplier.displayName),
      })}
    </Alert>
  );
}

/** Who supplies a part, the largest first. */
export function PartSuppliersPanel({ partCode }: { readonly partCode: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(PartSuppliersDocument, { partCode });
  const supplyColumns = useSupplyColumns();
  const columns: readonly Column<Supplier>[] = [
    {
      key: 'supplier',
      header: t('parts.supplier'),
      value: (it) => it.supplier.displayName,
      cell: (it) => (
        <Group gap="xs">
          <Anchor component={Link} to={supplierPath(it.supplierKey)} size="sm">
            <Name>{it.supplier.displayName}</Name>
          </Anchor>
          {it.isSoleSource && <SoleSourceBadge />}
        </Group>
      ),
    },
    { key: 'lines', header: t('parts.lines'), value: (it) => it.lines, cell: (it) => format.number(it.lines), align: 'right' },
    ...supplyColumns,
  ];

  return (
    <Panel
      title={t('parts.suppliers')}
      description={t('parts.suppliersText')}
      result={result}
      height={320}
      isList
      empty={(data) => !data.partSuppliers?.nodes?.length && t('state.noData')}
      table={(data) => ({ name: `suppliers-${partCode}`, columns, rows: data.partSuppliers?.nodes ?? [] })}
    >
      {(data) => (
        <SimpleTable
          label={t('parts.suppliers')}
          columns={columns}
          rows={data.partSuppliers?.nodes ?? []}
          rowKey={(it) => it.supplierKey}
          maxHeight={320}
        />
      )}
    </Panel>
  );
}

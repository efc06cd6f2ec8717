import { Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { orderInput } from '@/address/order';
import type { Readers } from '@/address/readers';
import { useListAddress, type ListShape } from '@/address/useListAddress';
import type { PurchaseLineFilterInput } from '@/api/schema.generated';
import { useGoldList } from '@/api/useGoldList';
import { useFormat, type Format } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { ListPanel } from '@/ui/ListPanel';
import { Name } from '@/ui/Name';
import { RowLink } from '@/ui/RowLink';
import { Tag } from '@/ui/Tag';
import { partPath, sitePath, supplierPath } from './paths';
import { LineListDocument, type LineListQuery } from './lines.generated';

type Line = NonNullable<NonNullable<LineListQuery['purchaseLines']>['nodes']>[number];

const shape = {
  filters: {},
  sortable: ['requestedOn', 'orderedOn', 'requestToOrderDays', 'quantity'],
  order: { path: 'requestedOn', descending: true },
} satisfies ListShape<Readers>;

interface LinesPanelProps {
  readonly where: PurchaseLineFilterInput;
  /** What all lines have in common, and so needs no column. */
  readonly without: 'part' | 'supplier' | 'site';
}

/** The purchase lines of a part, supplier or site. */
export function LinesPanel({ where, without }: LinesPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(shape);
  const list = useGoldList(LineListDocument, { where, order: orderInput(address.order) }, (data) => data.purchaseLines, address.start);
  const columns = useLineColumns(format, without);

  return (
    <ListPanel
      title={t('parts.purchaseLines')}
      description={t('parts.purchaseLinesText')}
      name="purchase-lines"
      list={list}
      address={address}
      columns={columns}
      rowKey={(line) => line.lineId}
      maxHeight={480}
    />
  );
}

function useLineColumns(format: Format, without: string): readonly Column<Line>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const columns: readonly Column<Line>[] = [
      {
        key: 'requestedOn',
        header: t('lines.requestedOn'),
        value: (it) => it.requestedOn,
        cell: (it) => format.date(it.requestedOn),
        sort: 'requestedOn',
        width: 112,
      },
      {
        key: 'part',
        header: t('lines.part'),
        value: (it) => it.part.name,
        cell: (it) => (
          <RowLink to={partPath(it.partCode)}>
            <Name>{it.part.name}</Name>
          </RowLink>
        ),
        width: 142,
        grow: true,
      },
      {
        key: 'supplier',
        header: t('lines.supplier'),
        value: (it) => it.supplier.displayName,
        cell: (it) => (
          <RowLink to={supplierPath(it.supplierKey)}>
            <Name>{it.supplier.displayName}</Name>
          </RowLink>
        ),
        width: 142,
        grow: true,
      },
      {
        key: 'site',
        header: t('lines.site'),
        value: (it) => it.site.name,
        cell: (it) => (
          <RowLink to={sitePath(it.siteCode)}>
            <Name>{it.site.name}</Name>
          </RowLink>
        ),
        width: 120,
      },
      {
        key: 'quantity',
        header: t('lines.quantity'),
        value: (it) => it.quantity,
        cell: (it) => `${format.quantity(it.quantity)} ${it.unit}`,
        sort: 'quantity',
        align: 'right',
        width: 110,
      },
      {
        key: 'orderedOn',
        header: t('lines.orderedOn'),
        value: (it) => it.orderedOn,
        cell: (it) => format.date(it.orderedOn),
        sort: 'orderedOn',
        width: 104,
      },
      {
        key: 'days',
        header: t('lines.days'),
        description: t('lines.daysHint'),
        value: (it) => it.requestToOrderDays,
        cell: (it) => format.number(it.requestToOrderDays),
        sort: 'requestToOrderDays',
        align: 'right',
        width: 84,
      },
      { key: 'request', header: t('lines.request'), value: (it) => it.requestNumber, width: 92 },
      {
        key: 'flags',
        header: t('lines.flags'),
        value: (it) => it.qualityFlags.join(' '),
        cell: (it) => (
          <Group gap={4} wrap="nowrap" title={it.qualityFlags.map((flag) => t(`labels.rule.${flag}`)).join('; ')}>
            {it.qualityFlags.map((flag) => (
              <Tag key={flag} color={it.isRetroactive ? 'orange' : 'gray'}>
                {t(`labels.rule.${flag}`)}
              </Tag>
            ))}
          </Group>
        ),
        width: 236,
        grow: true,
      },
    ];
    return columns.filter((column) => column.key !== without);
  }, [t, format, without]);
}

import { useTranslation } from 'react-i18next';
import { orderInput } from '@/address/order';
import type { ListAddress } from '@/address/useListAddress';
import { useGoldList } from '@/api/useGoldList';
import { supplierPath } from '@/lists/paths';
import { ChoiceFilter, TextFilter } from '@/ui/filters';
import { ListPanel } from '@/ui/ListPanel';
import { leastLines, supplierKinds, supplierWhere, type shape } from './filters';
import { SupplierListDocument } from './suppliers.generated';
import { useSupplierColumns } from './useSupplierColumns';

interface SuppliersPanelProps {
  readonly address: ListAddress<typeof shape.filters>;
  readonly compared: readonly string[];
  readonly onCompare: (supplierKey: string) => void;
}

/** The list of suppliers with their performance. */
export function SuppliersPanel({ address, compared, onCompare }: SuppliersPanelProps) {
  const { t } = useTranslation();
  const columns = useSupplierColumns(compared, onCompare);
  const list = useGoldList(
    SupplierListDocument,
    { where: supplierWhere(address.filters), order: orderInput(address.order) },
    (data) => data.suppliers,
    address.start,
  );
  const { filters, setFilters } = address;

  return (
    <ListPanel
      title={t('suppliers.list')}
      description={t('suppliers.listText')}
      name="suppliers"
      list={list}
      address={address}
      columns={columns}
      rowKey={(supplier) => supplier.supplierKey}
      linkTo={(supplier) => supplierPath(supplier.supplierKey)}
      isSelected={(supplier) => compared.includes(supplier.supplierKey)}
      onSelect={(supplier) => {
        onCompare(supplier.supplierKey);
      }}
      filters={
        <>
          <TextFilter
            label={t('suppliers.search')}
            placeholder={t('suppliers.searchHint')}
            value={filters.q}
            onChange={(q) => {
              setFilters({ q }, { replace: true });
            }}
          />
          <ChoiceFilter
            label={t('suppliers.kind')}
            value={filters.kind}
            choices={supplierKinds.map((kind) => ({ value: kind, label: t(`labels.supplierKind.${kind}`) }))}
            onChange={(kind) => {
              setFilters({ kind });
            }}
          />
          <ChoiceFilter
            label={t('suppliers.minLines')}
            value={filters.lines}
            choices={leastLines.map((lines) => ({ value: lines, label: t('suppliers.minLinesChoice', { count: Number(lines) }) }))}
            width={130}
            onChange={(lines) => {
              setFilters({ lines });
            }}
          />
        </>
      }
    />
  );
}

import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { orderInput } from '@/address/order';
import type { ListAddress } from '@/address/useListAddress';
import { useGold } from '@/api/useGold';
import { useGoldList } from '@/api/useGoldList';
import { partPath } from '@/lists/paths';
import { ChoiceFilter, TextFilter } from '@/ui/filters';
import { ListPanel } from '@/ui/ListPanel';
import { abcClasses, alertLevels, confidences, kinds, partWhere, xyzClasses, type shape } from './filters';
import { PartFamiliesDocument, PartListDocument } from './parts.generated';
import { usePartColumns } from './usePartColumns';

type Address = ListAddress<typeof shape.filters>;

/** The list of parts with its filters. */
export function PartsPanel({ address }: { readonly address: Address }) {
  const { t } = useTranslation();
  const columns = usePartColumns();
  const list = useGoldList(
    PartListDocument,
    { where: partWhere(address.filters), order: orderInput(address.order) },
    (data) => data.parts,
    address.start,
  );

  return (
    <ListPanel
      title={t('parts.list')}
      description={t('parts.listText')}
      name="parts"
      list={list}
      address={address}
      columns={columns}
      rowKey={(part) => part.partCode}
      linkTo={(part) => partPath(part.partCode)}
      filters={<PartFilterFields address={address} />}
    />
  );
}

function PartFilterFields({ address: { filters, setFilters } }: { readonly address: Address }) {
  const { t } = useTranslation();
  const families = useGold(PartFamiliesDocument, {}).data?.families?.nodes ?? [];
  return (
    <>
      <TextFilter
        label={t('parts.search')}
        placeholder={t('parts.searchHint')}
        value={filters.q}
        onChange={(q) => {
          setFilters({ q }, { replace: true });
        }}
      />
      <ChoiceFilter
        label={t('parts.family')}
        value={filters.family}
        choices={families.map(({ name }) => ({ value: name, label: name }))}
        width={220}
        isSearchable
        onChange={(family) => {
          setFilters({ family });
        }}
      />
      <ChoiceFilter
        label={t('parts.kind')}
        value={filters.kind}
        choices={kinds.map((kind) => ({ value: kind, label: t(`parts.${kind}`) }))}
        width={120}
        onChange={(kind) => {
          setFilters({ kind });
        }}
      />
      <ChoiceFilter
        label={t('parts.abc')}
        value={filters.abc}
        choices={abcClasses.map((abc) => ({ value: abc, label: abc }))}
        width={90}
        onChange={(abc) => {
          setFilters({ abc });
        }}
      />
      <ChoiceFilter
        label={t('parts.xyz')}
        value={filters.xyz}
        choices={xyzClasses.map((xyz) => ({ value: xyz, label: xyz }))}
        width={90}
        onChange={(xyz) => {
          setFilters({ xyz });
        }}
      />
      <ChoiceFilter
        label={t('parts.alert')}
        value={filters.alert}
        choices={alertLevels.map((level) => ({ value: level, label: t(`labels.alert.${level}`) }))}
        width={150}
        onChange={(alert) => {
          setFilters({ alert });
        }}
      />
      <ChoiceFilter
        label={t('parts.confidence')}
        value={filters.confidence}
        choices={confidences.map((confidence) => ({ value: confidence, label: t(`labels.confidence.${confidence}`) }))}
        width={170}
        onChange={(confidence) => {
          setFilters({ confidence });
        }}
      />
      <Checkbox
        label={t('parts.sole')}
        checked={filters.sole ?? false}
        mb={9}
        onChange={(event) => {
          setFilters({ sole: event.currentTarget.checked });
        }}
      />
    </>
  );
}

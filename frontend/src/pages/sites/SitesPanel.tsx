import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListAddress } from '@/address/useListAddress';
import { useGold } from '@/api/useGold';
import { useGoldList } from '@/api/useGoldList';
import { useFormat } from '@/i18n/useFormat';
import { sitePath } from '@/lists/paths';
import { TrustBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { ChoiceFilter, TextFilter } from '@/ui/filters';
import { ListPanel } from '@/ui/ListPanel';
import { Name } from '@/ui/Name';
import { RowLink } from '@/ui/RowLink';
import { lineWhere, siteKinds, siteOrder, type shape } from './filters';
import { SitesAsDeliveredDocument, SitesRealignedDocument, SiteStatesDocument, type SitesAsDeliveredQuery } from './sites.generated';

type Site = NonNullable<NonNullable<SitesAsDeliveredQuery['purchaseLinesAggregate']>['nodes']>[number];
type Address = ListAddress<typeof shape.filters>;

/** Sites by their purchase lines, as delivered or realigned. */
export function SitesPanel({ address }: { readonly address: Address }) {
  const { t } = useTranslation();
  const { filters, order, start } = address;
  const columns = useSiteColumns();
  const list = useGoldList(
    filters.basis === 'REALIGNED' ? SitesRealignedDocument : SitesAsDeliveredDocument,
    { where: lineWhere(filters), order: siteOrder(order, filters.basis) },
    (data) => data.purchaseLinesAggregate,
    start,
  );

  return (
    <ListPanel
      title={t('sites.list')}
      description={t('sites.listText')}
      name={filters.basis === 'REALIGNED' ? 'sites-realigned' : 'sites-as-delivered'}
      list={list}
      address={address}
      columns={columns}
      rowKey={(site) => site.key.code ?? ''}
      linkTo={(site) => sitePath(site.key.code ?? '') + (filters.basis ? `?basis=${filters.basis}` : '')}
      filters={<SiteFilterFields address={address} />}
    />
  );
}

function SiteFilterFields({ address: { filters, setFilters } }: { readonly address: Address }) {
  const { t } = useTranslation();
  const { data } = useGold(SiteStatesDocument, {});
  const states = (data?.sitesAggregate?.nodes ?? []).flatMap(({ key }) => key.state ?? []);
  return (
    <>
      <TextFilter
        label={t('sites.search')}
        placeholder={t('sites.searchHint')}
        value={filters.q}
        onChange={(q) => {
          setFilters({ q }, { replace: true });
        }}
      />
      <ChoiceFilter
        label={t('sites.kind')}
        value={filters.kind}
        choices={siteKinds.map((kind) => ({ value: kind, label: t(`labels.siteKind.${kind}`) }))}
        width={200}
        onChange={(kind) => {
          setFilters({ kind });
        }}
      />
      <ChoiceFilter
        label={t('sites.state')}
        value={filters.state}
        choices={states.map((state) => ({ value: state, label: state }))}
        width={100}
        onChange={(state) => {
          setFilters({ state });
        }}
      />
    </>
  );
}

function useSiteColumns(): readonly Column<Site>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('sites.name'),
        value: (it) => it.key.name,
        cell: (it) => (
          <RowLink to={sitePath(it.key.code ?? '')} isOfRow>
            <Name>{it.key.name ?? ''}</Name>
          </RowLink>
        ),
        sort: 'key.siteName',
        width: 140,
        grow: true,
      },
      {
        key: 'trust',
        header: t('sites.trust'),
        value: (it) => it.key.trust && t(`labels.trust.${it.key.trust}`),
        cell: (it) => it.key.trust && <TrustBadge trust={it.key.trust} />,
        width: 134,
      },
      {
        key: 'kind',
        header: t('sites.kind'),
        value: (it) => it.key.kind && t(`labels.siteKind.${it.key.kind}`),
        width: 116,
      },
      { key: 'state', header: t('sites.state'), value: (it) => it.key.state, width: 60 },
      {
        key: 'lines',
        header: t('sites.lines'),
        value: (it) => it.count,
        cell: (it) => format.number(it.count),
        sort: 'count',
        align: 'right',
        width: 82,
      },
      {
        key: 'parts',
        header: t('sites.parts'),
        value: (it) => it.partCode.countDistinct,
        cell: (it) => format.number(it.partCode.countDistinct),
        sort: 'partCode.countDistinct',
        align: 'right',
        width: 70,
      },
      {
        key: 'suppliers',
        header: t('sites.suppliers'),
        value: (it) => it.supplierKey.countDistinct,
        cell: (it) => format.number(it.supplierKey.countDistinct),
        sort: 'supplierKey.countDistinct',
        align: 'right',
        width: 126,
      },
      {
        key: 'median',
        header: t('sites.median'),
        description: t('sites.medianHint'),
        value: (it) => it.requestToOrderDays.median,
        cell: (it) => format.number(it.requestToOrderDays.median, 1),
        sort: 'requestToOrderDays.median',
        align: 'right',
        width: 94,
      },
      {
        key: 'registry',
        header: t('sites.registry'),
        value: (it) => it.key.isInRegistry,
        cell: (it) => t(it.key.isInRegistry ? 'state.yes' : 'state.no'),
        align: 'center',
        width: 86,
      },
      {
        key: 'last',
        header: t('sites.lastRequest'),
        value: (it) => it.requestedOn.max,
        cell: (it) => format.date(it.requestedOn.max),
        sort: 'requestedOn.max',
        align: 'right',
        width: 112,
      },
    ],
    [t, format],
  );
}

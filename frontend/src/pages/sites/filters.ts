import type { Order } from '@/address/order';
import { orderInput } from '@/address/order';
import { oneOf, text, type Values } from '@/address/readers';
import type { ListShape } from '@/address/useListAddress';
import { containing } from '@/api/like';
import type { PurchaseLineFilterInput, SiteFilterInput } from '@/api/schema.generated';

export const siteKinds = ['TOWER', 'SUBSTATION', 'OFFICE', 'WAREHOUSE', 'REGIONAL', 'PERSON_OR_CONTRACTOR', 'UNKNOWN'] as const;

/** Which site a purchase line counts for: the one that stands beside it in the source, or the one it is moved back to. */
export const bases = ['AS_DELIVERED', 'REALIGNED'] as const;
export type Basis = (typeof bases)[number];

export const basisReader = oneOf(bases);

const filters = { basis: basisReader, q: text, kind: oneOf(siteKinds), state: text };

export type SiteFilters = Values<typeof filters>;

export const shape = {
  filters,
  switches: ['basis'],
  sortable: [
    'count',
    'key.siteName',
    'partCode.countDistinct',
    'supplierKey.countDistinct',
    'requestToOrderDays.median',
    'requestedOn.max',
  ],
  order: { path: 'count', descending: true },
} satisfies ListShape<typeof filters>;

/** The lines of the sites that the filters let through. */
export function lineWhere({ q, kind, state, basis }: SiteFilters): PurchaseLineFilterInput {
  const site: SiteFilterInput = {
    ...(q && { or: [{ siteCode: { like: containing(q) } }, { name: { like: containing(q) } }] }),
    ...(kind && { kind: { eq: kind } }),
    ...(state && { state: { eq: state } }),
  };
  return basis === 'REALIGNED' ? { realignedSite: site } : { site };
}

/** The key of the name has another name when the sites are realigned. */
export function siteOrder({ path, descending }: Order, basis: Basis | undefined): readonly never[] {
  return orderInput({ path: path === 'key.siteName' && basis === 'REALIGNED' ? 'key.realignedSiteName' : path, descending });
}

/** The lines of one site. */
export function linesOfSite(siteCode: string, basis: Basis): PurchaseLineFilterInput {
  return basis === 'REALIGNED' ? { siteCodeRealigned: { eq: siteCode } } : { siteCode: { eq: siteCode } };
}

import { oneOf, text, type Values } from '@/address/readers';
import type { ListShape } from '@/address/useListAddress';
import { containing } from '@/api/like';
import type { SupplierFilterInput } from '@/api/schema.generated';

export const supplierKinds = ['COMPANY', 'INDIVIDUAL', 'UNKNOWN'] as const;
export const leastLines = ['5', '20', '50', '100'] as const;

const filters = {
  q: text,
  kind: oneOf(supplierKinds),
  lines: oneOf(leastLines),
};

export type SupplierFilters = Values<typeof filters>;

export const shape = {
  filters,
  sortable: [
    'displayName',
    'performance.lines',
    'performance.share',
    'performance.parts',
    'performance.cycleCount',
    'performance.cycleMedian',
    'performance.cycleP90',
    'performance.shareWithin7Days',
    'performance.retroactiveShare',
    'performance.lastOrderedOn',
  ],
  order: { path: 'performance.lines', descending: true },
} satisfies ListShape<typeof filters>;

export function supplierWhere({ q, kind, lines }: SupplierFilters): SupplierFilterInput {
  return {
    ...(q && { displayName: { like: containing(q) } }),
    ...(kind && { kind: { eq: kind } }),
    ...(lines && { performance: { lines: { gte: Number(lines) } } }),
  };
}

/** The two suppliers that are compared, by their keys. */
export const comparison = { a: text, b: text };

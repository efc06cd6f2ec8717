import { flag, oneOf, text, type Values } from '@/address/readers';
import type { ListShape } from '@/address/useListAddress';
import { containing } from '@/api/like';
import type { PartFilterInput, PartPolicyFilterInput } from '@/api/schema.generated';

export const abcClasses = ['A', 'B', 'C'] as const;
export const xyzClasses = ['X', 'Y', 'Z'] as const;
export const alertLevels = ['CRITICAL', 'HIGH', 'MEDIUM', 'NONE'] as const;
export const kinds = ['material', 'service'] as const;
export const confidences = ['LOW', 'NORMAL'] as const;

const filters = {
  q: text,
  family: text,
  kind: oneOf(kinds),
  abc: oneOf(abcClasses),
  xyz: oneOf(xyzClasses),
  alert: oneOf(alertLevels),
  confidence: oneOf(confidences),
  sole: flag,
};

export type PartFilters = Values<typeof filters>;

export const shape = {
  filters,
  sortable: [
    'partCode',
    'name',
    'familyName',
    'lastRequestedOn',
    'policy.lines',
    'policy.dailyMean',
    'policy.safetyStock',
    'policy.reorderPoint',
    'inventory.onHand',
    'inventory.coverageDays',
    'inventory.suggestedQuantity',
  ],
  order: { path: 'policy.lines', descending: true },
} satisfies ListShape<typeof filters>;

/** The parts that the filters let through. */
export function partWhere({ abc, xyz, confidence, ...rest }: PartFilters): PartFilterInput {
  const policy: PartPolicyFilterInput = {
    ...(abc && { abcClass: { eq: abc } }),
    ...(xyz && { xyzClass: { eq: xyz } }),
    ...(confidence && { confidence: { eq: confidence } }),
  };
  return { ...withoutPolicy(rest), ...(Object.keys(policy).length > 0 && { policy }) };
}

/** The policies that the matrix counts: those that the filters let through, whatever their class. */
export function matrixWhere({ confidence, ...filters }: PartFilters): PartPolicyFilterInput {
  return { part: withoutPolicy(filters), ...(confidence && { confidence: { eq: confidence } }) };
}

function withoutPolicy({ q, family, kind, alert, sole }: Omit<PartFilters, 'abc' | 'xyz' | 'confidence'>): PartFilterInput {
  return {
    ...(q && { or: [{ partCode: { like: containing(q) } }, { name: { like: containing(q) } }] }),
    ...(family && { familyName: { eq: family } }),
    ...(kind && { isService: { eq: kind === 'service' } }),
    ...(alert && { inventory: { alertLevel: { eq: alert } } }),
    ...(sole && { suppliers: { some: { isSoleSource: { eq: true } } } }),
  };
}

import { describe, expect, it } from 'vitest';
import { matrixWhere, partWhere, type PartFilters } from './filters';

const none: PartFilters = {
  q: undefined,
  family: undefined,
  kind: undefined,
  abc: undefined,
  xyz: undefined,
  alert: undefined,
  confidence: undefined,
  sole: undefined,
};

describe('partWhere', () => {
  it('asks for everything without filters', () => {
    expect(partWhere(none)).toEqual({});
  });

  it('takes the wildcards of a search as they are', () => {
    expect(partWhere({ ...none, q: '50%_\\' })).toEqual({
      or: [{ partCode: { like: '%50\\%\\_\\\\%' } }, { name: { like: '%50\\%\\_\\\\%' } }],
    });
  });

  it('joins all conditions on the policy', () => {
    expect(partWhere({ ...none, abc: 'A', xyz: 'Z', confidence: 'LOW', kind: 'material' })).toEqual({
      isService: { eq: false },
      policy: { abcClass: { eq: 'A' }, xyzClass: { eq: 'Z' }, confidence: { eq: 'LOW' } },
    });
  });
});

describe('matrixWhere', () => {
  it('counts the same parts as the list, whatever their class', () => {
    expect(matrixWhere({ ...none, abc: 'A', xyz: 'Z', sole: true, confidence: 'LOW' })).toEqual({
      part: { suppliers: { some: { isSoleSource: { eq: true } } } },
      confidence: { eq: 'LOW' },
    });
  });
});

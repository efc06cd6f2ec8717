import { ErrorResponse } from 'oidc-client-ts';
import { describe, expect, it } from 'vitest';
import { explain } from './explain';

describe('explain', () => {
  it.each([
    ['access_denied', 'denied'],
    ['temporarily_unavailable', 'unavailable'],
    ['invalid_scope', 'failed'],
  ])('knows the answer %s of a provider', (error, key) => {
    expect(explain(new ErrorResponse({ error, error_description: 'because' }))).toEqual({ key, detail: `${error}: because` });
  });

  it('tells a provider that is away from one that answers something else', () => {
    expect(explain(new TypeError('Failed to fetch')).key).toBe('unreachable');
    expect(explain(new Error('Not Found (404)'))).toEqual({ key: 'failed', detail: 'Not Found (404)' });
  });

  it('knows a sign-in that was not begun here', () => {
    expect(explain(new Error('No matching state found in storage')).key).toBe('outdated');
  });
});

import { describe, expect, it } from 'vitest';
import { localPath, signInFor } from './paths';

describe('localPath', () => {
  it.each(['/parts', '/parts?class=A&order=-score', '/'])('leads back to %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/sign-in?return=/',
    'javascript:alert(1)',
    '',
    null,
    undefined,
    7,
  ])('does not follow %j', (path) => {
    expect(localPath(path)).toBe('/');
  });
});

describe('signInFor', () => {
  it('keeps the whole address to come back to', () => {
    const parameters = new URL(signInFor('/parts?class=A&x=1', { isOver: true }), 'http://localhost').searchParams;
    expect(parameters.get('return')).toBe('/parts?class=A&x=1');
    expect(parameters.has('over')).toBe(true);
  });
});

export const SIGN_IN = '/sign-in';

/** Where the identity provider sends readers back to; it has to know this address. */
export const SIGN_IN_CALLBACK = '/sign-in/callback';

/** The sign-in page, which leads back afterwards. */
export function signInFor(back: string, { isOver = false } = {}): string {
  return `${SIGN_IN}?${new URLSearchParams({ return: back, ...(isOver && { over: '1' }) }).toString()}`;
}

/** A path of this origin: an address that leads elsewhere is not followed. */
export function localPath(path: unknown): string {
  return typeof path === 'string' && path.startsWith('/') && !/^\/[/\\]/.test(path) && !path.startsWith(SIGN_IN) ? path : '/';
}

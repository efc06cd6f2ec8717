/** Where the dashboard keeps the token of its reader, in the storage of its tab. */
const TOKEN = 'nova-corrente.token';
/** That, and what its OpenID Connect library knows of the reader. */
const KEPT = /^(nova-corrente\.token$|oidc\.)/;

/** A tab that another one opens begins with a copy of its storage. Copies are never renewed and outlast a sign-out, so they go. */
export function dropCopies(): void {
  if (isOpened()) {
    Object.keys(sessionStorage)
      .filter((key) => KEPT.test(key))
      .forEach((key) => sessionStorage.removeItem(key));
  }
}

/** Adds the sign-in of the dashboard as it is now. What the reader has written into the headers counts before it. */
export function withSignIn(headers: Record<string, unknown> = {}): Record<string, unknown> {
  const token = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization') ? null : currentToken();
  return token === null ? headers : { ...headers, Authorization: `Bearer ${token}` };
}

/** The token in the tab that opened this one, or in this tab if the dashboard was here before. */
function currentToken(): string | null {
  try {
    return (isOpened() ? (window.opener as Window) : window).sessionStorage.getItem(TOKEN);
  } catch {
    // The tab has gone to another site, which the browser lets nobody look into.
    return null;
  }
}

function isOpened(): boolean {
  return window.opener !== null;
}

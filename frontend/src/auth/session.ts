const STORAGE_KEY = 'nova-corrente.token';

/** The token that the reader has signed in with. It lives as long as the tab, and closing that is signing out. */
export interface Session {
  readonly token: () => string | undefined;
  readonly signIn: (token: string) => void;
  readonly signOut: () => void;
}

export function createSession(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage): Session {
  return {
    token: () => storage.getItem(STORAGE_KEY) ?? undefined,
    signIn: (token) => {
      storage.setItem(STORAGE_KEY, token);
    },
    signOut: () => {
      storage.removeItem(STORAGE_KEY);
    },
  };
}

export const session = createSession();

/** Adds the token to what is sent to the service, when there is one. */
export function authorization(token = session.token()): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

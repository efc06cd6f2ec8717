import type { User, UserManager } from 'oidc-client-ts';
import { SIGN_IN, SIGN_IN_CALLBACK } from './paths';
import { session } from './session';
import { askForProvider, type Provider } from './signInOptions';

/** What the library keeps of someone who has signed in lies in the same place as the token, and goes with it. */
const USER_KEY = 'oidc.user:';
const RETRY_AFTER = 5_000;

/** Leaves for the provider, to come back with a code at {@link SIGN_IN_CALLBACK}. */
export async function beginSignIn(provider: Provider, back: string): Promise<void> {
  const manager = await createManager(provider);
  await manager.signinRedirect({ state: back });
}

let completion: Promise<{ readonly token: string; readonly back: unknown }> | undefined;

/** Takes what the provider has sent the reader back with. A code is good once, so whoever asks again gets the same answer. */
export function completeSignIn(): Promise<{ readonly token: string; readonly back: unknown }> {
  completion ??= complete();
  return completion;
}

async function complete(): Promise<{ token: string; back: unknown }> {
  const manager = await knownManager();
  const user = await manager.signinRedirectCallback();
  return { token: user.access_token, back: user.state };
}

/** Renews the token before it expires, for as long as the page is open and where the provider lets it. */
export async function keepSignedIn(): Promise<void> {
  if (!isFromProvider()) {
    return;
  }
  const manager = await knownManager();
  let user: User | null = await manager.getUser();
  const renew = async (): Promise<void> => {
    if (!user?.refresh_token) {
      return;
    }
    try {
      await manager.signinSilent();
    } catch (error) {
      // A provider that says no says it again; one that did not answer is asked until the token has expired.
      if (!isAnswer(error) && !user.expired) {
        setTimeout(() => void renew(), RETRY_AFTER);
      }
    }
  };
  manager.events.addUserLoaded((renewed) => {
    user = renewed;
    session.signIn(renewed.access_token);
  });
  manager.events.addAccessTokenExpiring(() => void renew());
}

/** Ends the session here and, when it came from the provider, there. */
export async function signOut(): Promise<void> {
  const isForProvider = isFromProvider();
  session.signOut();
  if (isForProvider) {
    try {
      const manager = await knownManager();
      await manager.revokeTokens(['refresh_token']).catch(() => undefined);
      await manager.signoutRedirect();
      return;
    } catch {
      // Not every provider has a page to sign out at, and one that is away keeps nobody signed in here.
      forgetUser();
    }
  }
  // What was answered to the one who leaves must not stay on the screen, nor in memory.
  window.location.assign(SIGN_IN);
}

/** Forgets whoever was signed in, without a word to the provider. */
export function endSession(): void {
  session.signOut();
  forgetUser();
}

function isFromProvider(): boolean {
  return keysOfUser().length > 0;
}

function forgetUser(): void {
  keysOfUser().forEach((key) => {
    sessionStorage.removeItem(key);
  });
}

function keysOfUser(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(USER_KEY));
}

function isAnswer(error: unknown): boolean {
  return error instanceof Error && error.name === 'ErrorResponse';
}

async function knownManager(): Promise<UserManager> {
  const provider = await askForProvider();
  if (!provider) {
    throw new Error('The service names no identity provider.');
  }
  return createManager(provider);
}

async function createManager({ authority, clientId, scopes }: Provider): Promise<UserManager> {
  // Only who signs in this way fetches the library.
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  const inThisTab = () => new WebStorageStateStore({ store: sessionStorage });
  return new UserManager({
    authority,
    client_id: clientId,
    scope: scopes.join(' '),
    redirect_uri: window.location.origin + SIGN_IN_CALLBACK,
    post_logout_redirect_uri: window.location.origin + SIGN_IN,
    userStore: inThisTab(),
    stateStore: inThisTab(),
    // By refresh token only: a hidden frame needs the provider's cookies, which browsers no longer send from there.
    automaticSilentRenew: false,
  });
}

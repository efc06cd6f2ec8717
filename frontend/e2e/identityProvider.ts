import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** People whom the provider knows, by the name that they sign in with. No passwords: what is tried here is what comes after them. */
const people: Readonly<Record<string, Person>> = {
  ana: { name: 'Ana', roles: ['ADMIN'] },
  vera: { name: 'Vera', roles: ['VIEWER'] },
  guest: { name: 'Guest', roles: ['SOMETHING_ELSE'] },
  // The token of Rui is renewed two seconds after it was issued, for the dashboard asks a minute before the end.
  rui: { name: 'Rui', roles: ['ANALYST'], lifetime: 62 },
  // The one of Leo ends, long enough after it was issued for a slow machine to show a page with it, and is not renewed.
  leo: { name: 'Leo', roles: ['ANALYST'], lifetime: 40, isRenewed: false },
};

interface Person {
  readonly name: string;
  readonly roles: readonly string[];
  /** Of an access token, in seconds. */
  readonly lifetime?: number;
  readonly isRenewed?: boolean;
}

export const AUDIENCE = 'urn:nova-corrente';
export const CLIENT = 'dashboard';

/** A real OpenID Connect provider, for as long as some journeys last. */
export class IdentityProvider {
  readonly url: string;

  private constructor(
    private readonly server: Server,
    private provider: Provider | undefined,
  ) {
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** Starts one that knows no application yet, because the service wants to know its address before it has one of its own. */
  static async start(): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    return new IdentityProvider(server, undefined);
  }

  /** Makes the dashboard at an address known. */
  serve(dashboard: string): void {
    const provider = new Provider(this.url, configuration(dashboard));
    const answer = provider.callback();
    this.provider = provider;
    this.server.on('request', (request, response) => {
      void (request.url?.startsWith('/interaction/') ? this.interact(request, response) : answer(request, response));
    });
  }

  async dispose(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Asks who comes, and takes the answer. */
  private async interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.provider;
    if (!provider) {
      return;
    }
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html').end(FORM);
      return;
    }
    const answers = new URLSearchParams(await text(request));
    const login = answers.get('login') ?? '';
    const result =
      answers.get('button') === 'cancel' || !people[login]
        ? { error: 'access_denied', error_description: 'the sign-in was cancelled' }
        : { login: { accountId: login } };
    await provider.interactionFinished(request, response, result);
  }
}

const FORM = `<!doctype html><title>Identity provider</title>
<form method="post"><label>Login <input name="login"></label>
<button name="button" value="continue">Continue</button><button name="button" value="cancel">Cancel</button></form>`;

function configuration(dashboard: string): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${dashboard}/sign-in/callback`],
        post_logout_redirect_uris: [`${dashboard}/sign-in`],
      },
    ],
    clientBasedCORS: () => true,
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: people[id]?.name }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: (_context, client, { accountId }) =>
      Promise.resolve(client.grantTypeAllowed('refresh_token') && people[accountId ?? '']?.isRenewed !== false),
    // Nobody is asked what the dashboard may know.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId ?? '', clientId: CLIENT });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(AUDIENCE, 'openid profile');
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_context, token) => {
      const person = 'accountId' in token ? people[token.accountId] : undefined;
      return { name: person?.name, realm_access: { roles: person?.roles } };
    },
    ttl: { AccessToken: (_context, { accountId }) => people[accountId]?.lifetime ?? 600 },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: leaveAtOnce },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid profile',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

/** Who comes to sign out does not have to say so again. */
const leaveAtOnce: NonNullable<NonNullable<NonNullable<Configuration['features']>['rpInitiatedLogout']>['logoutSource']> = (
  context,
  form,
) => {
  context.body = `<!doctype html><title>Signing out</title>${form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>')}
<button autofocus type="submit" form="op.logoutForm">Sign out here too</button>`;
};

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

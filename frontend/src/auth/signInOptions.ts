/** An OpenID Connect provider, as the service knows it. */
export interface Provider {
  readonly authority: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

interface Configuration {
  readonly authority: string | null;
  readonly clientId: string | null;
  readonly scopes: readonly string[];
}

/** The provider that the service leaves the signing in to; undefined when it has none, or none that knows the dashboard. */
export async function askForProvider(fetcher: typeof fetch = fetch): Promise<Provider | undefined> {
  const response = await fetcher('/auth/config');
  if (!response.ok) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  const { authority, clientId, scopes } = (await response.json()) as Configuration;
  return authority && clientId ? { authority, clientId, scopes } : undefined;
}

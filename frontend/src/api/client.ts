import { cacheExchange } from '@urql/exchange-graphcache';
import { persistedExchange } from '@urql/exchange-persisted';
import type { DocumentNode } from 'graphql';
import type { Client as SocketClient } from 'graphql-ws';
import { Client, fetchExchange, subscriptionExchange, type Exchange } from 'urql';
import { authorization } from '@/auth/session';
import { cacheOptions } from './cache';
import { missedRefreshExchange } from './missedRefresh';
import { operationHashes } from './operations.generated';

/** Where the service answers; the same origin serves the dashboard. */
export const endpoint = '/graphql';

/**
 * The client of the whole application.
 * Operations travel as the hash of their text, known since the build; a service that has not met the hash yet asks for the text once.
 */
export function createClient(socket: SocketClient, fetcher: typeof fetch = fetch): Client {
  return new Client({
    url: endpoint,
    fetch: fetcher,
    fetchOptions: () => ({ headers: authorization() }),
    preferGetMethod: false,
    exchanges: [
      missedRefreshExchange,
      cacheExchange(cacheOptions()),
      persistedExchange({
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: knownHash,
      }),
      fetchExchange,
      subscriptions(socket),
    ],
  });
}

/** The hash that the build gave to an operation. */
export function knownHash(_text: string, document: DocumentNode): Promise<string | undefined> {
  const operation = document.definitions.find((definition) => 'operation' in definition);
  return Promise.resolve(operation?.name && operationHashes[operation.name.value]);
}

function subscriptions(socket: SocketClient): Exchange {
  return subscriptionExchange({
    forwardSubscription: ({ query = '', variables, operationName, extensions }) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe(
          { query, variables: variables as Record<string, unknown> | undefined, operationName, extensions },
          {
            next: (result) => {
              sink.next(result as Parameters<typeof sink.next>[0]);
            },
            error: (error) => {
              sink.error(error);
            },
            complete: () => {
              sink.complete();
            },
          },
        ),
      }),
    }),
  });
}

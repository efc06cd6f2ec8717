import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { endpoint } from './endpoint';
import { note, noteRefusal } from './refusal';
import { withSignIn } from './signIn';

const FORBIDDEN = 4403;

/** Asks as whoever is signed in when the request leaves, and so does a socket that has to connect again. */
export const fetcher: Fetcher = (parameters, options) => {
  const headers = () => withSignIn(options?.headers);
  return createGraphiQLFetcher({ url: endpoint, fetch: attentiveFetch, wsClient: createSocket(headers) })(parameters, {
    ...options,
    headers: headers(),
  });
};

/** A socket of its own for each subscription, for each may have other headers. It opens when it is used. */
function createSocket(connectionParams: () => Record<string, unknown>) {
  return createClient({
    url: endpoint.replace(/^http/, 'ws'),
    connectionParams,
    on: {
      message: (message) => {
        if (message.type === 'next') {
          note(message.payload.errors);
        } else if (message.type === 'error') {
          note(message.payload);
        }
      },
      closed: (event) => {
        if ((event as CloseEvent).code === FORBIDDEN) {
          noteRefusal();
        }
      },
    },
  });
}

const attentiveFetch: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  if (/json/.test(response.headers.get('content-type') ?? '')) {
    note((await response.clone().json()).errors);
  }
  return response;
};

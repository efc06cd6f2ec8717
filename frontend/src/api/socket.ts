import { createClient, type Client } from 'graphql-ws';
import { useSyncExternalStore } from 'react';
import { authorization } from '@/auth/session';
import { endpoint } from './client';

export type Connection = 'idle' | 'connecting' | 'connected' | 'lost';

/** The socket for subscriptions, which comes back by itself, and what is known of it. */
export interface LiveSocket {
  readonly client: Client;
  readonly connection: () => Connection;
  readonly onChange: (listener: () => void) => () => void;
  /** Called when the connection is back after it was lost: events may have been missed. */
  readonly onReturn: (listener: () => void) => () => void;
}

const SLOWEST_RETRY = 15_000;

export function createSocket(origin: string = window.location.origin): LiveSocket {
  let connection: Connection = 'idle';
  const changes = new Set<() => void>();
  const returns = new Set<() => void>();

  const become = (next: Connection): void => {
    const isBack = connection === 'lost' && next === 'connected';
    // While it tries again it is still lost.
    if (!(connection === 'lost' && next === 'connecting')) {
      connection = next;
      changes.forEach((listener) => {
        listener();
      });
    }
    if (isBack) {
      returns.forEach((listener) => {
        listener();
      });
    }
  };

  const client = createClient({
    url: `${origin.replace(/^http/, 'ws')}${endpoint}`,
    connectionParams: () => authorization(),
    keepAlive: 10_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) =>
      new Promise((resolve) => setTimeout(resolve, Math.min(SLOWEST_RETRY, 500 * 2 ** retries) * (0.75 + Math.random() / 2))),
    on: {
      connecting: () => {
        become('connecting');
      },
      connected: () => {
        become('connected');
      },
      closed: (event) => {
        become(event instanceof CloseEvent && event.code === 1000 ? 'idle' : 'lost');
      },
    },
  });

  return { client, connection: () => connection, onChange: listenIn(changes), onReturn: listenIn(returns) };
}

export function useConnection(socket: LiveSocket): Connection {
  return useSyncExternalStore(socket.onChange, socket.connection);
}

function listenIn(listeners: Set<() => void>): (listener: () => void) => () => void {
  return (listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
}

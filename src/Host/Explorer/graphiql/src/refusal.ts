import { useSyncExternalStore } from 'react';

const NOT_SIGNED_IN = 'AUTH_NOT_AUTHENTICATED';

let isRefused = false;
const listeners = new Set<() => void>();

/** Takes note of an answer: whether it says that nobody is signed in. */
export function note(errors: unknown): void {
  become(Array.isArray(errors) && errors.some((error) => error?.extensions?.code === NOT_SIGNED_IN));
}

/** Takes note of a connection that was refused, which says so by its code alone. */
export function noteRefusal(): void {
  become(true);
}

/** Whether the latest answer said that nobody is signed in. */
export function useRefusal(): boolean {
  return useSyncExternalStore(subscribe, () => isRefused);
}

function become(next: boolean): void {
  isRefused = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

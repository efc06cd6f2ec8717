/** Why signing in with the provider came to nothing: the name of a text for the reader, and what the provider or the browser said. */
export interface Explanation {
  readonly key: 'denied' | 'unavailable' | 'outdated' | 'unreachable' | 'failed';
  readonly detail: string;
}

const ANSWERS: Readonly<Record<string, Explanation['key']>> = {
  access_denied: 'denied',
  temporarily_unavailable: 'unavailable',
  server_error: 'unavailable',
};

export function explain(error: unknown): Explanation {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'ErrorResponse') {
    const { error: code, error_description: description } = error as { error?: string | null; error_description?: string | null };
    return { key: ANSWERS[code ?? ''] ?? 'failed', detail: [code, description].filter(Boolean).join(': ') };
  }
  if (/state/i.test(detail)) {
    return { key: 'outdated', detail };
  }
  // What fetch throws when there was no answer at all.
  return { key: error instanceof TypeError ? 'unreachable' : 'failed', detail };
}

import type { Client as SocketClient, Sink } from 'graphql-ws';

export interface Request {
  readonly operationName?: string;
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash: string } };
}

/** Stands in for the service where a test is about the dashboard alone; the journeys in e2e meet the real one. */
export class FakeService {
  readonly requests: Request[] = [];
  readonly subscriptions: Request[] = [];
  readonly answers: Record<string, unknown>;
  readonly socket: SocketClient;
  readonly fetch: typeof fetch;
  private knowsHashes = true;
  private readonly sinks = new Set<Sink>();

  /** Answers by the names of operations: the answer, a promise of one, or a function that makes either from the request. */
  constructor(answers: Record<string, unknown>) {
    this.answers = answers;
    this.fetch = (_input, init) => this.answer(JSON.parse(init?.body as string) as Request);
    this.socket = {
      on: () => () => undefined,
      iterate: () => {
        throw new Error('Nothing iterates over events here.');
      },
      dispose: () => undefined,
      terminate: () => undefined,
      subscribe: (payload, sink) => {
        this.subscriptions.push(payload as Request);
        this.sinks.add(sink);
        return () => {
          this.sinks.delete(sink);
        };
      },
    };
  }

  /** From now on the service wants to see the text of an operation before it knows its hash. */
  knowsNothing(): void {
    this.knowsHashes = false;
  }

  /** Sends an event to everyone who listens. */
  announce(data: Record<string, unknown>): void {
    this.sinks.forEach((sink) => {
      sink.next({ data });
    });
  }

  /** The variables that an operation was asked with last. */
  lastVariables(operation: string): Record<string, unknown> | undefined {
    return this.requests.findLast(({ operationName }) => operationName === operation)?.variables;
  }

  private async answer(request: Request): Promise<Response> {
    this.requests.push(request);
    if (!request.query && !this.knowsHashes) {
      return json({ errors: [{ message: 'PersistedQueryNotFound' }] }, 400);
    }
    const known = this.answers[request.operationName ?? ''];
    const answer: unknown = await (typeof known === 'function' ? (known as (request: Request) => unknown)(request) : known);
    return answer === undefined ? json({ errors: [{ message: `No answer for ${request.operationName ?? '?'}` }] }, 400) : json(answer, 200);
  }
}

function json(body: unknown, status: number): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/graphql-response+json' } });
}

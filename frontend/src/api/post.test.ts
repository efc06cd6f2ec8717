import { afterEach, describe, expect, it, vi } from 'vitest';
import { CurrentSnapshotDocument } from '@/app/live.generated';
import { FakeService } from '@/testing/FakeService';
import { postOperation } from './post';

const operation = { document: CurrentSnapshotDocument, variables: {} };
const answer = { data: { goldSnapshot: null } };

describe('postOperation', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('sends the hash alone', async () => {
    const service = new FakeService({ '': answer });
    vi.stubGlobal('fetch', service.fetch);

    const response = await postOperation(operation, {});

    expect(await response.json()).toEqual(answer);
    expect(service.requests.map(({ query }) => query)).toEqual([undefined]);
  });

  it('sends the text to a service that does not know the hash', async () => {
    const service = new FakeService({ '': answer });
    service.knowsNothing();
    vi.stubGlobal('fetch', service.fetch);

    const response = await postOperation(operation, {});

    expect(await response.json()).toEqual(answer);
    expect(service.requests.map(({ query }) => query?.startsWith('query CurrentSnapshot'))).toEqual([undefined, true]);
  });
});

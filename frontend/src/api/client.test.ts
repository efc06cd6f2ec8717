import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CurrentSnapshotDocument, GoldRefreshedDocument } from '@/app/live.generated';
import { OverviewMonthsDocument } from '@/pages/overview/overview.generated';
import { FakeService } from '@/testing/FakeService';
import { createClient, knownHash } from './client';

const snapshot = (number: number) => ({
  data: { goldSnapshot: { __typename: 'GoldSnapshot', id: `s${number}`, number, createdAt: '2026-01-01T00:00:00Z' } },
});
const months = (lines: number) => ({
  data: {
    operationsMonthly: {
      __typename: 'OperationsMonthlyConnection',
      nodes: [
        {
          __typename: 'OperationsMonthly',
          month: '2026-01-01',
          isStableWindow: true,
          lines,
          cycleCount: 1,
          cycleMedian: 1,
          cycleP90: 1,
          retroactiveLines: 0,
          retroactiveShare: 0,
        },
      ],
    },
  },
});

describe('createClient', () => {
  it('names operations by the hash of the text it would send, and sends the text only when asked', async () => {
    const service = new FakeService({ CurrentSnapshot: snapshot(1) });
    service.knowsNothing();
    const client = createClient(service.socket, service.fetch);

    const { data } = await client.query(CurrentSnapshotDocument, {}).toPromise();

    expect(data?.goldSnapshot?.number).toBe(1);
    const [first, second] = service.requests;
    expect(first?.query).toBeUndefined();
    expect(second?.query).toBeDefined();
    const hash = createHash('sha256')
      .update(second?.query ?? '')
      .digest('hex');
    expect(first?.extensions?.persistedQuery?.sha256Hash).toBe(hash);
  });

  it('names subscriptions by hash, too', async () => {
    const service = new FakeService({});
    const listening = createClient(service.socket, service.fetch)
      .subscription(GoldRefreshedDocument, {})
      .subscribe(() => undefined);

    await expect.poll(() => service.subscriptions).toHaveLength(1);

    const [asked] = service.subscriptions;
    expect(asked?.query).toBe('');
    expect(asked?.extensions?.persistedQuery?.sha256Hash).toBe(await knownHash('', GoldRefreshedDocument));
    listening.unsubscribe();
  });

  it('forgets every answer when gold is refreshed', async () => {
    const service = new FakeService({ OverviewMonths: months(10) });
    const client = createClient(service.socket, service.fetch);
    const seen: (number | undefined)[] = [];
    const watching = client.query(OverviewMonthsDocument, {}).subscribe(({ data, stale }) => {
      if (!stale) {
        seen.push(data?.operationsMonthly?.nodes?.[0]?.lines);
      }
    });
    const listening = client.subscription(GoldRefreshedDocument, {}).subscribe(() => undefined);
    await expect.poll(() => seen).toEqual([10]);

    service.answers.OverviewMonths = months(20);
    service.announce({
      onGoldRefreshed: { __typename: 'GoldRefresh', snapshot: { __typename: 'GoldSnapshot', id: 's2', number: 2 }, tables: [] },
    });

    await expect.poll(() => seen).toEqual([10, 20]);
    watching.unsubscribe();
    listening.unsubscribe();
  });

  it('finds out about a refresh it did not hear of from the current snapshot', async () => {
    const service = new FakeService({ OverviewMonths: months(10), CurrentSnapshot: snapshot(1) });
    const client = createClient(service.socket, service.fetch);
    const seen: (number | undefined)[] = [];
    await client.query(CurrentSnapshotDocument, {}).toPromise();
    const watching = client.query(OverviewMonthsDocument, {}).subscribe(({ data, stale }) => {
      if (!stale) {
        seen.push(data?.operationsMonthly?.nodes?.[0]?.lines);
      }
    });
    await expect.poll(() => seen).toEqual([10]);

    service.answers.OverviewMonths = months(20);
    await client.query(CurrentSnapshotDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    expect(seen).toEqual([10]);

    service.answers.CurrentSnapshot = snapshot(2);
    await client.query(CurrentSnapshotDocument, {}, { requestPolicy: 'network-only' }).toPromise();

    await expect.poll(() => seen).toEqual([10, 20]);
    watching.unsubscribe();
  });
});

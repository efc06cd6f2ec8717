import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CurrentSnapshotDocument, GoldRefreshedDocument } from '@/app/live.generated';
import { OverviewMonthsDocument } from '@/pages/overview/overview.generated';
import { PipelineRunChangedDocument, PipelineRunStepsDocument } from '@/pages/pipeline/pipeline.generated';
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
const step = (ordinal: number, state: string) => ({
  __typename: 'PipelineStep',
  runId: 'r',
  ordinal,
  name: `step ${ordinal}`,
  stage: 'GOLD',
  state,
  durationMs: 1,
  rowsIn: null,
  rowsOut: null,
  note: null,
});
const run = (state: string, ...steps: object[]) => ({
  __typename: 'PipelineRun',
  id: 'r',
  trigger: 'API',
  state,
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  durationMs: null,
  snapshotId: null,
  failedChecks: 0,
  quarantinedRows: 0,
  requestedBy: null,
  reason: null,
  steps: { __typename: 'PipelineStepConnection', nodes: steps },
});

/** Watches the run and listens to its events; gives every state that was shown, with the steps that had ended by then. */
function watchRun(service: FakeService): { readonly shown: string[]; readonly stop: () => void } {
  const client = createClient(service.socket, service.fetch);
  const shown: string[] = [];
  const watching = client.query(PipelineRunStepsDocument, { id: 'r', isOperator: true }).subscribe(({ data, stale }) => {
    if (data?.pipelineRun && !stale) {
      const { state, steps } = data.pipelineRun;
      shown.push(`${state} ${steps?.nodes?.filter((known) => known.state !== 'RUNNING').length ?? 0}`);
    }
  });
  const listening = client.subscription(PipelineRunChangedDocument, { isOperator: true }).subscribe(() => undefined);
  return {
    shown,
    stop: () => {
      watching.unsubscribe();
      listening.unsubscribe();
    },
  };
}

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

  it('shows the newest state of a run wherever it is shown', async () => {
    const service = new FakeService({ PipelineRunSteps: { data: { pipelineRun: run('RUNNING', step(1, 'RUNNING')) } } });
    const { shown, stop } = watchRun(service);
    await expect.poll(() => shown).toEqual(['RUNNING 0']);

    service.answers.PipelineRunSteps = { data: { pipelineRun: run('SUCCEEDED', step(1, 'SUCCEEDED')) } };
    service.announce({ onPipelineRunChanged: run('SUCCEEDED', step(1, 'SUCCEEDED')) });

    await expect.poll(() => shown.at(-1)).toBe('SUCCEEDED 1');
    stop();
  });

  it('lets no late event undo the end of a step that an answer told of', async () => {
    const service = new FakeService({ PipelineRunSteps: { data: { pipelineRun: run('RUNNING', step(1, 'RUNNING')) } } });
    const { shown, stop } = watchRun(service);
    await expect.poll(() => shown).toEqual(['RUNNING 0']);

    service.answers.PipelineRunSteps = { data: { pipelineRun: run('RUNNING', step(1, 'SUCCEEDED')) } };
    service.announce({ onPipelineRunChanged: run('RUNNING', step(1, 'RUNNING')) });
    await expect.poll(() => shown.at(-1)).toBe('RUNNING 1');
    service.announce({ onPipelineRunChanged: run('RUNNING', step(1, 'RUNNING')) });
    // Gives the event its time to do harm.
    await new Promise((resolve) => setTimeout(resolve));
    service.answers.PipelineRunSteps = { data: { pipelineRun: run('SUCCEEDED', step(1, 'SUCCEEDED')) } };
    service.announce({ onPipelineRunChanged: run('SUCCEEDED', step(1, 'SUCCEEDED')) });

    await expect.poll(() => shown.at(-1)).toBe('SUCCEEDED 1');
    expect(shown.slice(shown.indexOf('RUNNING 1'))).not.toContain('RUNNING 0');
    stop();
  });

  it('lets no late event undo the end of a run that an answer told of', async () => {
    const service = new FakeService({ PipelineRunSteps: { data: { pipelineRun: run('RUNNING', step(1, 'RUNNING')) } } });
    const { shown, stop } = watchRun(service);
    await expect.poll(() => shown).toEqual(['RUNNING 0']);

    service.answers.PipelineRunSteps = { data: { pipelineRun: run('SUCCEEDED', step(1, 'SUCCEEDED')) } };
    service.announce({ onPipelineRunChanged: run('RUNNING', step(1, 'RUNNING')) });
    await expect.poll(() => shown.at(-1)).toBe('SUCCEEDED 1');
    const asked = service.requests.length;
    service.announce({ onPipelineRunChanged: run('RUNNING', step(1, 'SUCCEEDED')) });

    await expect.poll(() => service.requests.length).toBeGreaterThan(asked);
    expect(new Set(shown.slice(shown.indexOf('SUCCEEDED 1')))).toEqual(new Set(['SUCCEEDED 1']));
    stop();
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSubscription } from 'urql';
import { describe, expect, it } from 'vitest';
import { GoldRefreshedDocument } from '@/app/live.generated';
import { FakeService } from '@/testing/FakeService';
import { render } from '@/testing/render';
import { SnapshotsPanel } from './SnapshotsPanel';

/** Snapshots of these numbers; the first one is current. */
const kept = (...numbers: readonly number[]) => ({
  data: {
    goldSnapshots: {
      __typename: 'GoldSnapshotsConnection',
      nodes: numbers.map((number, place) => ({
        __typename: 'GoldSnapshot',
        id: `s${number}`,
        number,
        isCurrent: place === 0,
        createdAt: '2026-01-01T00:00:00Z',
        rows: 10,
        bytes: 1000,
        checksum: 'a'.repeat(64),
      })),
    },
  },
});

function Listening() {
  useSubscription({ query: GoldRefreshedDocument });
  return <SnapshotsPanel isAdmin />;
}

describe('SnapshotsPanel', () => {
  it('goes back to the snapshot that was asked about, whatever is published while the question stands', async () => {
    const service = new FakeService({
      GoldSnapshots: kept(2, 1),
      RollbackGold: {
        data: {
          rollbackGold: {
            __typename: 'RollbackGoldPayload',
            goldSnapshot: { __typename: 'GoldSnapshot', id: 's1', number: 1 },
            errors: null,
          },
        },
      },
    });
    await render(<Listening />, { service });
    await userEvent.click(await screen.findByRole('button', { name: 'Go back to snapshot 1' }));
    const dialog = await screen.findByRole('dialog', { name: 'Go back to snapshot 1' });

    service.answers.GoldSnapshots = kept(3, 2, 1);
    service.announce({
      onGoldRefreshed: { __typename: 'GoldRefresh', snapshot: { __typename: 'GoldSnapshot', id: 's3', number: 3 }, tables: [] },
    });
    await screen.findByRole('button', { name: 'Go back to snapshot 2', hidden: true });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go back to the snapshot' }));

    await expect.poll(() => service.lastVariables('RollbackGold')).toEqual({ snapshotId: 's1' });
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSubscription } from 'urql';
import { describe, expect, it } from 'vitest';
import { GoldRefreshedDocument } from '@/app/live.generated';
import { PartListDocument } from '@/pages/parts/parts.generated';
import { FakeService } from '@/testing/FakeService';
import { later } from '@/testing/later';
import { render } from '@/testing/render';
import { useGoldList } from './useGoldList';

const page = (codes: readonly string[], endCursor: string | null, totalCount?: number) => ({
  data: {
    parts: {
      __typename: 'PartsConnection',
      ...(totalCount !== undefined && { totalCount }),
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      nodes: codes.map((partCode) => ({
        __typename: 'Part',
        partCode,
        name: `Part ${partCode}`,
        familyName: 'F',
        unit: 'UN',
        isService: false,
        lastRequestedOn: '2026-01-01',
        policy: null,
        inventory: null,
      })),
    },
  },
});

/** Answers by the cursor that is asked for. */
const pages =
  (byCursor: Readonly<Record<string, unknown>>) =>
  ({ variables }: { readonly variables?: Record<string, unknown> }) =>
    byCursor[(variables?.after as string | undefined) ?? 'start'];

function List({ family = 'F', start }: { readonly family?: string; readonly start?: string }) {
  useSubscription({ query: GoldRefreshedDocument });
  const list = useGoldList(PartListDocument, { where: { familyName: { eq: family } }, order: null }, (data) => data.parts, start);
  return (
    <>
      <output>{list.rows?.map((it) => it.partCode).join(' ')}</output>
      <p>{`${list.total ?? '?'} ${list.hasMore ? 'more' : 'end'} ${list.error?.message ?? ''}`}</p>
      <p data-testid="places">{[0, 1, 2, 3].map((index) => list.cursorBefore(index) ?? '-').join(' ')}</p>
      <button onClick={list.loadMore}>more</button>
    </>
  );
}

describe('useGoldList', () => {
  it('grows page by page, counts once, and knows the cursor of every place', async () => {
    const service = new FakeService({
      PartList: pages({ start: page(['1', '2'], 'c1', 3), c1: page(['3'], null) }),
    });
    await render(<List />, { service });
    await expect.poll(() => screen.getByRole('status').textContent).toBe('1 2');
    expect(screen.getByText(/^3 more/)).toBeDefined();

    await userEvent.click(screen.getByRole('button', { name: 'more' }));

    await expect.poll(() => screen.getByRole('status').textContent).toBe('1 2 3');
    expect(screen.getByText(/^3 end/)).toBeDefined();
    expect(screen.getByTestId('places').textContent).toBe('- - c1 c1');
    expect(service.requests.map((it) => it.variables?.isFirst)).toEqual([true, false]);
  });

  it('reads as many pages anew when gold is refreshed, and shows them all at once', async () => {
    const service = new FakeService({
      PartList: pages({ start: page(['1', '2'], 'c1', 3), c1: page(['3'], null) }),
    });
    await render(<List />, { service });
    await expect.poll(() => screen.getByRole('status').textContent).toBe('1 2');
    await userEvent.click(screen.getByRole('button', { name: 'more' }));
    await expect.poll(() => screen.getByRole('status').textContent).toBe('1 2 3');

    const { promise, keep } = later<unknown>();
    service.answers.PartList = pages({ start: page(['0', '1'], 'c0', 4), c0: promise });
    service.announce({
      onGoldRefreshed: { __typename: 'GoldRefresh', snapshot: { __typename: 'GoldSnapshot', id: 's2', number: 2 }, tables: [] },
    });
    await expect.poll(() => service.lastVariables('PartList')?.after).toBe('c0');
    expect(screen.getByRole('status').textContent).toBe('1 2 3');
    expect(screen.getByText(/^3 end/)).toBeDefined();

    keep(page(['2', '3'], null));

    await expect.poll(() => screen.getByRole('status').textContent).toBe('0 1 2 3');
    expect(screen.getByText(/^4 end/)).toBeDefined();
  });

  it('keeps the rows it has when the next page fails, and tries again', async () => {
    const service = new FakeService({
      PartList: pages({ start: page(['1', '2'], 'c1', 3), c1: { errors: [{ message: 'Too slow.' }] } }),
    });
    await render(<List />, { service });
    await expect.poll(() => screen.getByRole('status').textContent).toBe('1 2');
    await userEvent.click(screen.getByRole('button', { name: 'more' }));
    await expect.poll(() => screen.queryByText(/Too slow/)).not.toBeNull();
    expect(screen.getByRole('status').textContent).toBe('1 2');

    service.answers.PartList = pages({ start: page(['1', '2'], 'c1', 3), c1: page(['3'], null) });
    await userEvent.click(screen.getByRole('button', { name: 'more' }));
    await expect.poll(() => screen.getByRole('status').textContent).toBe('1 2 3');
    expect(screen.queryByText(/Too slow/)).toBeNull();
  });

  it('begins behind a cursor when told to', async () => {
    const service = new FakeService({ PartList: pages({ c1: page(['3'], null, 3) }) });
    await render(<List start="c1" />, { service });
    await expect.poll(() => screen.getByRole('status').textContent).toBe('3');
    expect(screen.getByTestId('places').textContent).toBe('c1 c1 c1 c1');
  });
});

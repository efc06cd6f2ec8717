import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { oneOf, text } from './readers';
import { useListAddress, type ListShape } from './useListAddress';

const filters = { q: text, abc: oneOf(['A', 'B', 'C']), basis: oneOf(['REALIGNED']) };
const shape = {
  filters,
  switches: ['basis'],
  sortable: ['name', 'policy.lines'],
  order: { path: 'policy.lines', descending: true },
} satisfies ListShape<typeof filters>;

function Probe() {
  const address = useListAddress(shape);
  return (
    <>
      <output>{JSON.stringify({ ...address.filters, order: address.order, start: address.start, isFiltered: address.isFiltered })}</output>
      <button
        onClick={() => {
          address.setFilters({ abc: 'A' });
        }}
      >
        filter
      </button>
      <button onClick={address.clearFilters}>clear</button>
      <button
        onClick={() => {
          address.setOrder({ path: 'name', descending: false });
        }}
      >
        order
      </button>
      <button
        onClick={() => {
          address.setAfter('c2');
        }}
      >
        scroll
      </button>
      <button onClick={address.restart}>restart</button>
    </>
  );
}

function open(location: string) {
  const router = createMemoryRouter([{ path: '*', element: <Probe /> }], { initialEntries: [location] });
  render(<RouterProvider router={router} />);
  return {
    router,
    state: () => JSON.parse(screen.getByRole('status').textContent) as Record<string, unknown>,
    press: (name: string) => userEvent.click(screen.getByRole('button', { name })),
  };
}

describe('useListAddress', () => {
  it('reads filters, order and place, and passes over what makes no sense', () => {
    const { state } = open('/?q=led&abc=Q&order=-name&after=c1');
    expect(state()).toEqual({ q: 'led', order: { path: 'name', descending: true }, start: 'c1', isFiltered: true });
  });

  it('starts the list anew when filters or order change', async () => {
    const { router, state, press } = open('/?after=c1');
    await press('filter');
    expect(state()).toMatchObject({ abc: 'A', isFiltered: true });
    expect(state().start).toBeUndefined();
    expect(router.state.location.search).toBe('?abc=A');

    await press('order');
    expect(router.state.location.search).toBe('?abc=A&order=name');
  });

  it('keeps both of two changes that follow each other faster than the page is drawn', async () => {
    const { router } = open('/');
    await act(async () => {
      screen.getByRole('button', { name: 'filter' }).click();
      await expect.poll(() => router.state.location.search).toBe('?abc=A');
      screen.getByRole('button', { name: 'order' }).click();
    });
    expect(router.state.location.search).toBe('?abc=A&order=name');
  });

  it('goes back to where the reader was', async () => {
    const { router, state, press } = open('/?after=c1');
    await press('filter');
    await act(() => router.navigate(-1));
    expect(state()).toMatchObject({ start: 'c1', isFiltered: false });
  });

  it('remembers the place without starting anew and without a step to go back to', async () => {
    const { router, state, press } = open('/');
    await press('scroll');
    expect(router.state.location.search).toBe('?after=c2');
    expect(router.state.historyAction).toBe('REPLACE');
    expect(state().start).toBeUndefined();
  });

  it('begins at the beginning on demand', async () => {
    const { router, state, press } = open('/?abc=B&after=c1');
    await press('restart');
    expect(router.state.location.search).toBe('?abc=B');
    expect(state().start).toBeUndefined();
  });

  it('clears filters, not switches', async () => {
    const { router, press } = open('/?abc=B&basis=REALIGNED&after=c1');
    await press('clear');
    expect(router.state.location.search).toBe('?basis=REALIGNED');
  });
});

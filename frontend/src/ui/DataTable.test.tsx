import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '@/address/order';
import { FakeService } from '@/testing/FakeService';
import { render } from '@/testing/render';
import type { Column } from './columns';
import { DataTable } from './DataTable';

interface Row {
  readonly id: number;
}

const columns: readonly Column<Row>[] = [
  { key: 'id', header: 'Number', value: (it) => it.id, sort: 'id', align: 'right' },
  { key: 'name', header: 'Name', value: (it) => `Row ${it.id}`, sort: 'name' },
  { key: 'note', header: 'Note', value: () => null },
];
const rows = (count: number): readonly Row[] => Array.from({ length: count }, (_, id) => ({ id }));

function Address() {
  return <p data-testid="address">{useLocation().pathname}</p>;
}

async function show(props: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) {
  return render(
    <>
      <Address />
      <DataTable
        label="Numbers"
        columns={columns}
        rows={rows(10_000)}
        rowKey={(it) => String(it.id)}
        linkTo={(it) => `/row/${it.id}`}
        {...props}
      />
    </>,
    { service: new FakeService({}) },
  );
}

/** Shows rows, and gives a way to put others in their place. */
async function showChanging(): Promise<(rows: readonly Row[]) => void> {
  let setRows: (rows: readonly Row[]) => void = () => undefined;
  function Changing() {
    const [shown, setShown] = useState(rows(100));
    useEffect(() => {
      setRows = setShown;
    }, []);
    return (
      <>
        <input aria-label="Elsewhere" />
        <DataTable label="Numbers" columns={columns} rows={shown} rowKey={(it) => String(it.id)} />
      </>
    );
  }
  await render(<Changing />, { service: new FakeService({}) });
  return (next) => {
    act(() => {
      setRows(next);
    });
  };
}

describe('DataTable', () => {
  beforeEach(() => {
    // There is no layout here: the viewport is said to be ten rows high.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  });

  it('draws only the rows on the screen and tells how many there are', async () => {
    await show({ total: 12_345 });
    const grid = screen.getByRole('grid', { name: 'Numbers' });
    const drawn = within(grid).getAllByRole('row');
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.length).toBeLessThan(60);
    expect(grid.getAttribute('aria-rowcount')).toBe('12346');
    expect(drawn[1]?.getAttribute('aria-rowindex')).toBe('2');
    expect(drawn[1]?.textContent).toBe('0Row 0–');
  });

  it('asks for the order that a header stands for, and turns it round', async () => {
    const orders: Order[] = [];
    const onOrder = (order: Order): void => {
      orders.push(order);
    };
    await show({ order: { path: 'name', descending: false }, onOrder });
    expect(screen.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe('ascending');

    await userEvent.click(screen.getByRole('button', { name: 'Sort by Name' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sort by Number' }));

    expect(orders).toEqual([
      { path: 'name', descending: true },
      { path: 'id', descending: true },
    ]);
    expect(screen.queryByRole('button', { name: 'Sort by Note' })).toBeNull();
  });

  it('is walked with the arrows, one tab stop at a time', async () => {
    await show();
    const drawn = (): HTMLElement[] => screen.getAllByRole('row').slice(1);
    expect(drawn().filter((row) => row.tabIndex === 0)).toHaveLength(1);

    drawn()[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');

    await expect.poll(() => document.activeElement?.getAttribute('data-index')).toBe('2');
    expect(drawn().filter((row) => row.tabIndex === 0)).toEqual([document.activeElement]);
  });

  it('chooses a row with the space bar and opens one with Enter', async () => {
    const onSelect = vi.fn();
    await show({ onSelect, isSelected: (it) => it.id === 1 });
    const [, first, second] = screen.getAllByRole('row');
    expect([first?.getAttribute('aria-selected'), second?.getAttribute('aria-selected')]).toEqual(['false', 'true']);

    first?.focus();
    await userEvent.keyboard(' ');
    expect(onSelect.mock.calls).toEqual([[{ id: 0 }]]);

    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => document.activeElement?.getAttribute('data-index')).toBe('1');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => screen.getByTestId('address').textContent).toBe('/row/1');
  });

  it('asks for more when the end comes near, and not before', async () => {
    const onMore = vi.fn();
    const { unmount } = await show({ rows: rows(500), hasMore: true, onMore });
    expect(onMore).not.toHaveBeenCalled();
    unmount();

    await show({ rows: rows(50), hasMore: true, onMore });
    await expect.poll(() => onMore.mock.calls.length).toBeGreaterThan(0);
  });

  it('keeps the keyboard with its row when others come before it, and in its place when it is gone', async () => {
    const become = await showChanging();
    screen.getByRole('row', { name: /Row 3/ }).focus();

    become([{ id: 1000 }, ...rows(100)]);
    expect(document.activeElement?.textContent).toBe('3Row 3–');
    expect(document.activeElement?.getAttribute('tabindex')).toBe('0');

    become([{ id: 1000 }, ...rows(100).filter(({ id }) => id !== 3)]);
    expect(document.activeElement?.textContent).toBe('4Row 4–');
  });

  it('leaves the keyboard alone where it has gone meanwhile', async () => {
    const become = await showChanging();
    screen.getByRole('row', { name: /Row 3/ }).focus();
    screen.getByLabelText('Elsewhere').focus();

    become(rows(100).filter(({ id }) => id !== 3));

    expect(document.activeElement).toBe(screen.getByLabelText('Elsewhere'));
  });

  it('leaves out the columns that are hidden', async () => {
    await show({ hidden: new Set(['name']) });
    expect(screen.queryByRole('columnheader', { name: /Name/ })).toBeNull();
    expect(screen.getAllByRole('row')[1]?.textContent).toBe('0–');
    expect(screen.getByRole('grid').getAttribute('aria-colcount')).toBe('2');
  });
});

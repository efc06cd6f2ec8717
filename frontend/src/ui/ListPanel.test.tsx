import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useAddress } from '@/address/useAddress';
import { useListAddress } from '@/address/useListAddress';
import { comparison, shape } from '@/pages/suppliers/filters';
import { SuppliersPanel } from '@/pages/suppliers/SuppliersPanel';
import { FakeService, type Request } from '@/testing/FakeService';
import { later } from '@/testing/later';
import { render } from '@/testing/render';

const row = (key: string, displayName: string) => ({
  __typename: 'Supplier',
  supplierKey: key,
  displayName,
  kind: 'COMPANY',
  performance: null,
});
const page = (names: readonly string[], endCursor: string | null = null, totalCount = names.length) => ({
  data: {
    suppliers: {
      __typename: 'SuppliersConnection',
      totalCount,
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      nodes: names.map((name, index) => row(`key of ${name.replaceAll('*', 'x')} ${index}`, name)),
    },
  },
});
const refusal = { errors: [{ message: 'The request took too long.', extensions: { code: 'HC0045' } }] };

/** A list of the dashboard as it stands in its page, with all that it keeps in the address. */
function Sample() {
  const { search } = useLocation();
  const [{ a }, compare] = useAddress(comparison);
  return (
    <>
      <p data-testid="address">{search}</p>
      <SuppliersPanel
        address={useListAddress(shape)}
        compared={a === undefined ? [] : [a]}
        onCompare={(key) => {
          compare({ a: key });
        }}
      />
    </>
  );
}

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Supplier performance' });
const shown = (): (string | null | undefined)[] =>
  within(panel())
    .getAllByRole('row')
    .slice(1)
    .map((it) => within(it).getAllByRole('gridcell')[0]?.textContent);
const count = (): string | null => within(panel()).getByRole('status').textContent;

describe('ListPanel', () => {
  beforeEach(() => {
    // There is no layout here: the viewport is said to be ten rows high.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  });

  it('is busy until its first page comes, then shows the rows and how many there are', async () => {
    const { promise, keep } = later<unknown>();
    await render(<Sample />, { service: new FakeService({ SupplierList: promise }) });
    expect(panel().getAttribute('aria-busy')).toBe('true');
    expect(count()).toBe('Loading…');
    expect(within(panel()).queryByRole('grid')).toBeNull();

    keep(page(['ALFA', 'BETA'], null, 2));

    await expect.poll(count).toBe('2 of 2');
    expect(panel().getAttribute('aria-busy')).toBe('false');
    expect(shown()).toEqual(['ALFA', 'BETA']);
  });

  it('gives the reason when there is nothing, and another one when filters let nothing through', async () => {
    await render(<Sample />, { service: new FakeService({ SupplierList: page([]) }) });
    expect(await within(panel()).findByText('The current snapshot has no data for this.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();

    await userEvent.type(screen.getByLabelText('Name'), 'nobody');

    expect(await within(panel()).findByText('No row fits the filters.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await within(panel()).findByText('The current snapshot has no data for this.')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('');
  });

  it('tells a failure in the words of the service and tries again', async () => {
    const service = new FakeService({ SupplierList: refusal });
    await render(<Sample />, { service });
    expect((await within(panel()).findByRole('alert')).textContent).toContain('The request took too long.');
    expect(count()).toBe('');

    service.answers.SupplierList = page(['ALFA']);
    await userEvent.click(within(panel()).getByRole('button', { name: 'Try again' }));

    await expect.poll(count).toBe('1 of 1');
  });

  it('keeps what it has when the next page fails, and goes on from there', async () => {
    const service = new FakeService({
      SupplierList: ({ variables }: Request) => (variables?.after === 'c1' ? refusal : page(['ALFA'], 'c1', 2)),
    });
    await render(<Sample />, { service });
    expect((await within(panel()).findByRole('alert')).textContent).toContain('The next rows could not be had');
    expect(shown()).toEqual(['ALFA']);

    service.answers.SupplierList = page(['BETA']);
    await userEvent.click(within(panel()).getByRole('button', { name: 'Try again' }));

    await expect.poll(shown).toEqual(['ALFA', 'BETA']);
    expect(within(panel()).queryByRole('alert')).toBeNull();
  });

  it('asks anew when a filter or the order changes, from the beginning, and keeps both in the address', async () => {
    const service = new FakeService({ SupplierList: page(['ALFA', 'BETA']) });
    await render(<Sample />, { service, address: '/?after=c1' });
    await expect.poll(count).toBe('2 of 2');
    expect(service.lastVariables('SupplierList')).toMatchObject({ after: 'c1', where: {} });

    service.answers.SupplierList = page(['BETA']);
    await userEvent.type(screen.getByLabelText('Name'), 'beta');

    await expect.poll(count).toBe('1 of 1');
    expect(service.lastVariables('SupplierList')).toMatchObject({
      where: { displayName: { like: '%beta%' } },
      order: [{ performance: { lines: 'DESC' } }],
    });
    expect(service.lastVariables('SupplierList')?.after).toBeUndefined();

    await userEvent.click(screen.getByRole('button', { name: 'Sort by Supplier' }));

    await expect.poll(() => service.lastVariables('SupplierList')?.order).toEqual([{ displayName: 'ASC' }]);
    expect(screen.getByTestId('address').textContent).toBe('?q=beta&order=displayName');
  });

  it('shows the columns that are chosen', async () => {
    await render(<Sample />, { service: new FakeService({ SupplierList: page(['ALFA']) }) });
    await expect.poll(count).toBe('1 of 1');

    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Median' }));

    expect(within(panel()).queryByRole('columnheader', { name: /Median/ })).toBeNull();
    expect(within(panel()).getByRole('columnheader', { name: /p90/ })).toBeDefined();
  });

  it('tells a VIEWER that a name is hidden, and never writes the mask', async () => {
    await render(<Sample />, { service: new FakeService({ SupplierList: page(['ALFA', '***']) }) });
    await expect.poll(count).toBe('2 of 2');

    expect(shown()).toEqual(['ALFA', 'Hidden name']);
    expect(screen.getByRole('checkbox', { name: 'Compare Hidden name' })).toBeDefined();
    expect(panel().innerHTML).not.toContain('***');
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeService, type Request } from '@/testing/FakeService';
import { later } from '@/testing/later';
import { render } from '@/testing/render';
import { ComparisonPanel } from './ComparisonPanel';

// There is no canvas here; charts are looked at in a browser.
vi.mock('@/charts/Canvas', () => ({ default: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }));

interface Supplier {
  readonly key: string;
  readonly name: string;
  readonly lines: number;
}

const one: Supplier = { key: 'k1', name: 'ALFA LTDA', lines: 1200 };
const two: Supplier = { key: 'k2', name: 'BETA SA', lines: 34 };
/** How the service names a natural person to a VIEWER. */
const hidden: Supplier = { key: 'k3', name: '***', lines: 5 };

const answer = (suppliers: readonly Supplier[]) => ({
  data: {
    suppliers: {
      __typename: 'SuppliersConnection',
      nodes: suppliers.map(({ key, name, lines }) => ({
        __typename: 'Supplier',
        supplierKey: key,
        displayName: name,
        performance: {
          __typename: 'SupplierPerformance',
          lines,
          parts: 3,
          share: 0.125,
          cycleCount: 2,
          cycleMedian: 4.5,
          cycleP90: null,
          shareWithin7Days: 0.8,
          retroactiveShare: 0.1,
          lastOrderedOn: '2026-09-30',
        },
      })),
    },
    days: { __typename: 'PurchaseLinesAggregateConnection', nodes: [] },
  },
});

/** The panel as the page holds it: whoever is taken out is gone. */
function Sample({ first }: { readonly first: readonly string[] }) {
  const [keys, setKeys] = useState(first);
  return (
    <>
      <ComparisonPanel
        keys={keys}
        onRemove={(key) => {
          setKeys(keys.filter((it) => it !== key));
        }}
      />
      <button
        onClick={() => {
          setKeys([...keys, hidden.key]);
        }}
      >
        add
      </button>
    </>
  );
}

/** A service that knows all three and gives those that are asked for, in an order of its own. */
const service = (): FakeService =>
  new FakeService({
    SupplierComparison: ({ variables }: Request) =>
      answer([hidden, two, one].filter(({ key }) => (variables?.keys as readonly string[]).includes(key))),
  });

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Comparison' });
const headers = (): (string | null)[] =>
  within(panel())
    .getAllByRole('columnheader')
    .map((it) => it.textContent);

describe('ComparisonPanel', () => {
  it('is busy until its answer comes, then shows the figures in the order of the choice', async () => {
    const { promise, keep } = later<unknown>();
    await render(<Sample first={['k1', 'k2']} />, { service: new FakeService({ SupplierComparison: promise }) });
    expect(panel().getAttribute('aria-busy')).toBe('true');
    expect(within(panel()).queryByRole('table')).toBeNull();

    keep(answer([two, one]));

    const table = await within(panel()).findByRole('table');
    expect(panel().getAttribute('aria-busy')).toBe('false');
    expect(headers()).toEqual(['Figure', 'ALFA LTDA', 'BETA SA']);
    const rows = within(table)
      .getAllByRole('row')
      .map((it) => it.textContent);
    expect(rows).toContain('Lines1,20034');
    expect(rows).toContain('Share12.5%12.5%');
    // What does not exist is not a zero.
    expect(rows).toContain('p90 (days)––');
    expect(await within(panel()).findByRole('img')).toBeDefined();
  });

  it('asks for one more as long as there is only one', async () => {
    await render(<Sample first={['k1']} />, { service: service() });
    await within(panel()).findByRole('table');
    expect(within(panel()).getByText('Tick one more supplier in the list to compare.')).toBeDefined();
  });

  it('says so when the snapshot knows none of them', async () => {
    await render(<Sample first={['gone']} />, { service: service() });
    expect(await within(panel()).findByText('The current snapshot has no supplier with this key.')).toBeDefined();
  });

  it('shows whom it knows of two', async () => {
    await render(<Sample first={['gone', 'k2']} />, { service: service() });
    await within(panel()).findByRole('table');
    expect(headers()).toEqual(['Figure', 'BETA SA']);
  });

  it('tells a failure in the words of the service and tries again', async () => {
    const failing = new FakeService({ SupplierComparison: { errors: [{ message: 'The snapshot is being replaced.' }] } });
    await render(<Sample first={['k1', 'k2']} />, { service: failing });
    expect((await within(panel()).findByRole('alert')).textContent).toContain('The snapshot is being replaced.');

    failing.answers.SupplierComparison = answer([one, two]);
    await userEvent.click(within(panel()).getByRole('button', { name: 'Try again' }));

    await within(panel()).findByRole('table');
    expect(headers()).toEqual(['Figure', 'ALFA LTDA', 'BETA SA']);
  });

  it('follows the choice: one is taken out, another comes in', async () => {
    const asked = service();
    await render(<Sample first={['k1', 'k2']} />, { service: asked });

    await userEvent.click(await screen.findByRole('button', { name: 'Take ALFA LTDA out of the comparison' }));
    await expect.poll(headers).toEqual(['Figure', 'BETA SA']);
    expect(asked.lastVariables('SupplierComparison')).toEqual({ keys: ['k2'] });

    await userEvent.click(screen.getByRole('button', { name: 'add' }));
    await expect.poll(headers).toEqual(['Figure', 'BETA SA', 'Hidden name']);
    expect(asked.lastVariables('SupplierComparison')).toEqual({ keys: ['k2', 'k3'] });
  });

  it('tells a VIEWER that a name is hidden, wherever it would stand', async () => {
    await render(<Sample first={['k3']} />, { service: service() });
    await within(panel()).findByRole('table');
    expect(headers()).toEqual(['Figure', 'Hidden name']);
    expect(screen.getByRole('button', { name: 'Take Hidden name out of the comparison' })).toBeDefined();
    expect(panel().textContent).not.toContain('***');
    // The figures of who is hidden are not.
    expect(within(panel()).getByText('Lines').closest('tr')?.textContent).toBe('Lines5');
  });
});

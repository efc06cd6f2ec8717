import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FakeService, type Request } from '@/testing/FakeService';
import { later } from '@/testing/later';
import { render } from '@/testing/render';
import type { Part } from './PartPage';
import type { PolicyFiguresFragment } from './parts.generated';
import { PolicyPanel } from './PolicyPanel';

// There is no canvas here; charts are looked at in a browser.
vi.mock('@/charts/Canvas', () => ({ default: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }));

const policy = (changes: Partial<PolicyFiguresFragment> = {}): PolicyFiguresFragment => ({
  unit: 'UN',
  windowStart: '2025-10-01',
  windowEnd: '2026-09-30',
  windowDays: 365,
  lines: 40,
  buyingDays: 30,
  totalQuantity: 730,
  dailyMean: 2,
  dailyStddev: 3,
  adi: 12,
  cvSquared: 0.5,
  monthlyCv: 0.4,
  pattern: 'SMOOTH',
  abcClass: 'A',
  abcShareBefore: 0.1,
  xyzClass: 'X',
  cycleCount: 20,
  cycleMean: 7,
  cycleStddev: 1.5,
  serviceLevelZ: 1.644854,
  safetyStock: 14,
  reorderPoint: 28,
  confidence: 'NORMAL',
  reason: null,
  ...changes,
});
const unknown = policy({
  cycleCount: 0,
  cycleMean: null,
  cycleStddev: null,
  safetyStock: null,
  reorderPoint: null,
  reason: 'NO_CYCLE_TIMES',
});

const part = (own: PolicyFiguresFragment | null): Part => ({
  partCode: '020000',
  name: 'CABO',
  familyName: 'Cabos',
  unit: 'UN',
  hasMixedUnits: false,
  isService: false,
  firstRequestedOn: '2025-10-01',
  lastRequestedOn: '2026-09-30',
  policy: own,
  inventory: null,
  purchaseLinesAggregate: { count: 0, requestToOrderDays: { median: null, p90: null } },
  suppliersAggregate: { count: 0 },
});

const answer = (found: PolicyFiguresFragment | null) => ({ data: { partPolicy: found && { __typename: 'PartPolicy', ...found } } });
const LEVELS = ['at80', 'at85', 'at90', 'at95', 'at975', 'at99', 'at995'];
const levels = (found: PolicyFiguresFragment | null) => ({
  data: Object.fromEntries(LEVELS.map((alias) => [alias, found && { __typename: 'PartPolicy', ...found }])),
});

/** A service that finds 20 as the safety stock for any other question than the one of the part itself. */
const service = (): FakeService =>
  new FakeService({
    PartWhatIf: ({ variables }: Request) =>
      answer(policy(variables?.leadTimeDays || variables?.serviceLevel ? { safetyStock: 20, reorderPoint: 48 } : {})),
    PartLevels: levels(policy()),
  });

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Stock policy' });
const whatIf = (figure: string): string | undefined => panel().querySelector(`[data-what-if=${figure}]`)?.textContent;

describe('PolicyPanel', () => {
  it('is busy until its answer comes, then shows the figures and how they come about', async () => {
    const { promise, keep } = later<unknown>();
    await render(<PolicyPanel part={part(policy())} />, {
      service: new FakeService({ PartWhatIf: promise, PartLevels: levels(policy()) }),
    });
    expect(panel().getAttribute('aria-busy')).toBe('true');
    expect(within(panel()).queryByText('14 UN')).toBeNull();

    keep(answer(policy()));

    expect(await within(panel()).findByText('14 UN')).toBeDefined();
    expect(panel().getAttribute('aria-busy')).toBe('false');
    expect(within(panel()).getByText('28 UN')).toBeDefined();
    expect(within(panel()).getByText('= 1.6449 · √(7 · 3² + 2² · 1.5²) = 14')).toBeDefined();
    expect(within(panel()).getByText('= 2 · 7 + 14 = 28')).toBeDefined();
    expect(whatIf('safetyStock')).toBeUndefined();
  });

  it('says why a part has no policy at all', async () => {
    await render(<PolicyPanel part={part(null)} />, { service: new FakeService({ PartWhatIf: answer(null), PartLevels: levels(null) }) });
    expect(await within(panel()).findByText(/materials without demand in the stable window have no stock policy/)).toBeDefined();
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.queryByText('Where the numbers come from')).toBeNull();
  });

  it('says which figure is missing, and never puts a zero in its place', async () => {
    await render(<PolicyPanel part={part(unknown)} />, {
      service: new FakeService({ PartWhatIf: answer(unknown), PartLevels: levels(unknown) }),
    });
    expect(await within(panel()).findByText(/without cycle times there is no safety stock/)).toBeDefined();
    expect(within(panel()).getAllByText('–')).toHaveLength(2);
    // What rests on no cycle cannot be asked otherwise.
    expect(screen.queryByRole('slider')).toBeNull();
    expect(panel().textContent).not.toContain('NaN');
  });

  it('tells a failure in the words of the service and tries again', async () => {
    const failing = new FakeService({
      PartWhatIf: { errors: [{ message: 'The request took too long.', extensions: { code: 'HC0045' } }] },
      PartLevels: levels(policy()),
    });
    await render(<PolicyPanel part={part(policy())} />, { service: failing });
    expect((await within(panel()).findByRole('alert')).textContent).toContain('The request took too long.');

    failing.answers.PartWhatIf = answer(policy());
    await userEvent.click(within(panel()).getByRole('button', { name: 'Try again' }));

    expect(await within(panel()).findByText('14 UN')).toBeDefined();
  });

  it('asks what would be in another cycle, shows it beside what is, and goes back', async () => {
    const asked = service();
    await render(<PolicyPanel part={part(policy())} />, { service: asked });

    await userEvent.type(await screen.findByLabelText('Cycle (days)'), '12');

    await waitFor(() => {
      expect(whatIf('safetyStock')).toBe('→ 20 UN');
    });
    expect(whatIf('reorderPoint')).toBe('→ 48 UN');
    expect(within(panel()).getByText('14 UN')).toBeDefined();
    expect(asked.lastVariables('PartWhatIf')).toEqual({ partCode: '020000', serviceLevel: null, leadTimeDays: 12 });
    await waitFor(() => {
      expect(asked.lastVariables('PartLevels')).toEqual({ partCode: '020000', leadTimeDays: 12 });
    });

    await userEvent.click(screen.getByRole('button', { name: 'Back to how it is' }));

    await waitFor(() => {
      expect(whatIf('safetyStock')).toBeUndefined();
    });
    expect(screen.getByLabelText<HTMLInputElement>('Cycle (days)').value).toBe('');
  });

  it('asks for the service level that the slider is moved to', async () => {
    const asked = service();
    await render(<PolicyPanel part={part(policy())} />, { service: asked });
    const slider = await screen.findByRole('slider', { name: 'Service level' });
    expect(slider.getAttribute('aria-valuetext')).toBe('95%');

    slider.focus();
    await userEvent.keyboard('{End}');

    expect(slider.getAttribute('aria-valuetext')).toBe('99.9%');
    await waitFor(() => {
      expect(whatIf('safetyStock')).toBe('→ 20 UN');
    });
    expect(asked.lastVariables('PartWhatIf')).toMatchObject({ serviceLevel: 0.999, leadTimeDays: null });
  });

  it('takes the question from the address', async () => {
    const asked = service();
    await render(<PolicyPanel part={part(policy())} />, { service: asked, address: '/?level=0.99&lead=30' });
    expect((await screen.findByLabelText<HTMLInputElement>('Cycle (days)')).value).toBe('30');
    expect(asked.lastVariables('PartWhatIf')).toMatchObject({ serviceLevel: 0.99, leadTimeDays: 30 });
  });

  it('has nothing that depends on who is reading: a VIEWER may ask, too', async () => {
    const asked = service();
    asked.answers.CurrentViewer = {
      data: { viewer: { __typename: 'Viewer', name: 'vera', roles: ['VIEWER'], isAuthenticated: true, expiresAt: null } },
    };
    await render(<PolicyPanel part={part(policy())} />, { service: asked });
    await userEvent.type(await screen.findByLabelText('Cycle (days)'), '9');
    await waitFor(() => {
      expect(whatIf('safetyStock')).toBe('→ 20 UN');
    });
    expect(new Set(asked.requests.map(({ operationName }) => operationName))).toEqual(new Set(['PartWhatIf', 'PartLevels']));
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { useGold } from '@/api/useGold';
import { CurrentSnapshotDocument, type CurrentSnapshotQuery } from '@/app/live.generated';
import { FakeService } from '@/testing/FakeService';
import { render } from '@/testing/render';
import { Panel } from './Panel';

const snapshot = { data: { goldSnapshot: { __typename: 'GoldSnapshot', id: 's1', number: 7, createdAt: '2026-01-01T00:00:00Z' } } };
const unpublished = { data: { goldSnapshot: null } };

function Sample({ children }: { readonly children: (data: CurrentSnapshotQuery) => React.ReactNode }) {
  const result = useGold(CurrentSnapshotDocument, {});
  return (
    <Panel
      title="Sample"
      result={result}
      canShowRows
      empty={(data) => !data.goldSnapshot && 'Nothing was published.'}
      table={(data) => ({
        name: 'sample',
        columns: [{ key: 'n', header: 'Number', value: (it: { number: number }) => it.number }],
        rows: data.goldSnapshot ? [data.goldSnapshot] : [],
      })}
    >
      {children}
    </Panel>
  );
}

describe('Panel', () => {
  it('shows its content, and its rows instead when asked', async () => {
    await render(<Sample>{(data) => <p>Snapshot {data.goldSnapshot?.number}</p>}</Sample>, {
      service: new FakeService({ CurrentSnapshot: snapshot }),
    });
    expect(await screen.findByText('Snapshot 7')).toBeDefined();

    await userEvent.click(screen.getByRole('button', { name: 'Options of Sample' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Show as table' }));

    expect(screen.queryByText('Snapshot 7')).toBeNull();
    expect(screen.getByRole('table', { name: 'Sample' }).textContent).toBe('Number7');
  });

  it('gives the reason when there is nothing', async () => {
    await render(<Sample>{() => <p>content</p>}</Sample>, { service: new FakeService({ CurrentSnapshot: unpublished }) });
    expect(await screen.findByText('Nothing was published.')).toBeDefined();
    expect(screen.queryByText('content')).toBeNull();
  });

  it('tells the failure in the words of the service and tries again', async () => {
    const service = new FakeService({
      CurrentSnapshot: { errors: [{ message: 'The request took too long.', extensions: { code: 'HC0045' } }] },
    });
    await render(<Sample>{(data) => <p>Snapshot {data.goldSnapshot?.number}</p>}</Sample>, { service });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The request took too long.');
    expect(alert.textContent).toContain('HC0045');

    service.answers.CurrentSnapshot = snapshot;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Snapshot 7')).toBeDefined();
  });

  it('survives content that fails to draw', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await render(
      <Sample>
        {() => {
          throw new Error('broken content');
        }}
      </Sample>,
      { service: new FakeService({ CurrentSnapshot: snapshot }) },
    );
    expect((await screen.findByRole('alert')).textContent).toContain('broken content');
    expect(screen.getByRole('heading', { name: 'Sample' })).toBeDefined();
  });

  it('links the explorer with the very query and variables', async () => {
    await render(<Sample>{() => <p>content</p>}</Sample>, { service: new FakeService({ CurrentSnapshot: snapshot }) });
    await screen.findByText('content');
    await userEvent.click(screen.getByRole('button', { name: 'Options of Sample' }));

    const link = await screen.findByRole('menuitem', { name: 'Open the query in the explorer' });
    const parameters = new URLSearchParams((link as HTMLAnchorElement).hash.slice(1));
    expect(parameters.get('query')).toContain('query CurrentSnapshot');
    expect(parameters.get('variables')).toBe('{}');
  });
});

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { RunStateBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { OverviewSnapshotDocument, type OverviewSnapshotQuery } from './overview.generated';

type Snapshot = NonNullable<OverviewSnapshotQuery['goldSnapshot']>;
type Table = NonNullable<NonNullable<Snapshot['tables']>['nodes']>[number];

/** Which snapshot answers, how old it is, and how its run went. */
export function SnapshotPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(OverviewSnapshotDocument, {});

  return (
    <Panel
      title={t('overview.snapshot')}
      description={t('overview.snapshotText')}
      result={result}
      empty={(data) => !data.goldSnapshot && t('fresh.none')}
    >
      {({ goldSnapshot }) =>
        goldSnapshot && (
          <Stack gap={6}>
            <Fact name={t('fresh.snapshot', { number: format.number(goldSnapshot.number) })}>
              {goldSnapshot.run && <RunStateBadge state={goldSnapshot.run.state} />}
            </Fact>
            <Fact name={t('overview.published')}>
              <span title={format.time(goldSnapshot.createdAt)}>{format.age(goldSnapshot.createdAt)}</span>
            </Fact>
            <Fact name={t('overview.rows')}>{format.number(goldSnapshot.rows)}</Fact>
            <Fact name={t('overview.size')}>{format.bytes(goldSnapshot.bytes)}</Fact>
            <Fact name={t('overview.checks')}>{format.number(goldSnapshot.run?.failedChecks)}</Fact>
            <Fact name={t('overview.quarantined')}>{format.number(goldSnapshot.run?.quarantinedRows)}</Fact>
            <Fact name={t('overview.run')}>
              <Text span ff="monospace" size="xs">
                {goldSnapshot.run?.id}
              </Text>
            </Fact>
          </Stack>
        )
      }
    </Panel>
  );
}

/** What the newest snapshot changed, table by table. */
export function ChangesPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(OverviewSnapshotDocument, {});
  const columns: readonly Column<Table>[] = [
    { key: 'table', header: t('overview.table'), value: (it) => it.name },
    { key: 'rows', header: t('overview.total'), value: (it) => it.rows, cell: (it) => format.number(it.rows), align: 'right' },
    { key: 'added', header: t('overview.added'), value: (it) => it.rowsAdded, cell: (it) => format.number(it.rowsAdded), align: 'right' },
    {
      key: 'changed',
      header: t('overview.changed'),
      value: (it) => it.rowsChanged,
      cell: (it) => format.number(it.rowsChanged),
      align: 'right',
    },
    {
      key: 'removed',
      header: t('overview.removed'),
      value: (it) => it.rowsRemoved,
      cell: (it) => format.number(it.rowsRemoved),
      align: 'right',
    },
    { key: 'fresh', header: t('overview.freshAsOf'), value: (it) => it.freshAsOf, cell: (it) => format.time(it.freshAsOf), align: 'right' },
  ];

  return (
    <Panel
      title={t('overview.changes')}
      description={t('overview.changesText')}
      result={result}
      empty={(data) => whyEmpty(data, t('fresh.none'), t('overview.changesFirst'), t('overview.changesNone'))}
      table={(data) => ({ name: 'changes', columns, rows: changed(data) })}
    >
      {(data) => <SimpleTable label={t('overview.changes')} columns={columns} rows={changed(data)} maxHeight={280} />}
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text size="sm" c="var(--nc-quiet)">
        {name}
      </Text>
      <Text component="div" size="sm" fw={550} ta="right" className="nc-number">
        {children}
      </Text>
    </Group>
  );
}

function changed({ goldSnapshot }: OverviewSnapshotQuery): readonly Table[] {
  return (goldSnapshot?.tables?.nodes ?? []).filter((it) => it.rowsAdded + it.rowsChanged + it.rowsRemoved > 0);
}

function whyEmpty(data: OverviewSnapshotQuery, unpublished: string, first: string, unchanged: string): string | undefined {
  if (!data.goldSnapshot) {
    return unpublished;
  }
  if (!data.goldSnapshot.previousId) {
    return first;
  }
  return changed(data).length === 0 ? unchanged : undefined;
}

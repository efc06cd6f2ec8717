import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { GoldSnapshotsDocument, type GoldSnapshotsQuery } from './pipeline.generated';
import { RollBack } from './RollBack';

type Snapshot = NonNullable<NonNullable<GoldSnapshotsQuery['goldSnapshots']>['nodes']>[number];

/** The snapshots that are kept, and for administrators the way back to one. */
export function SnapshotsPanel({ isAdmin }: { readonly isAdmin: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(GoldSnapshotsDocument, {});
  const wayBack: Column<Snapshot> = {
    key: 'back',
    header: '',
    value: () => null,
    cell: (it) => !it.isCurrent && <RollBack snapshot={it} />,
    align: 'right',
  };
  const columns: readonly Column<Snapshot>[] = [
    {
      key: 'number',
      header: t('pipeline.snapshot'),
      value: (it) => it.number,
      cell: (it) => (
        <Group gap={6} wrap="nowrap" title={it.id}>
          {format.number(it.number)}
          {it.isCurrent && (
            <Badge size="sm" variant="light" flex="none">
              {t('pipeline.current')}
            </Badge>
          )}
        </Group>
      ),
    },
    { key: 'createdAt', header: t('pipeline.published'), value: (it) => it.createdAt, cell: (it) => format.time(it.createdAt) },
    { key: 'rows', header: t('pipeline.rows'), value: (it) => it.rows, cell: (it) => format.number(it.rows), align: 'right' },
    { key: 'bytes', header: t('pipeline.size'), value: (it) => it.bytes, cell: (it) => format.bytes(it.bytes), align: 'right' },
    {
      key: 'checksum',
      header: t('pipeline.checksum'),
      value: (it) => it.checksum,
      cell: (it) => it.checksum.slice(0, 10),
      description: t('pipeline.checksumText'),
    },
  ];
  return (
    <Panel
      title={t('pipeline.snapshots')}
      description={t('pipeline.snapshotsText')}
      result={result}
      isList
      empty={(data) => !data.goldSnapshots?.nodes?.length && t('fresh.none')}
      table={(data) => ({ name: 'snapshots', columns, rows: data.goldSnapshots?.nodes ?? [] })}
    >
      {(data) => (
        <SimpleTable
          label={t('pipeline.snapshots')}
          columns={isAdmin ? [...columns, wayBack] : columns}
          rows={data.goldSnapshots?.nodes ?? []}
          rowKey={(it) => it.id}
          maxHeight={320}
        />
      )}
    </Panel>
  );
}

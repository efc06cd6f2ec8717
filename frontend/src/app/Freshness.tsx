import { Badge, Tooltip } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { useLiveConnection } from './live';
import { CurrentSnapshotDocument } from './live.generated';

/** How old the data on the screen is, and whether news would be heard of. */
export function Freshness() {
  const { t } = useTranslation();
  const format = useFormat();
  const connection = useLiveConnection();
  const { data, error } = useGold(CurrentSnapshotDocument, {});
  const [now, setNow] = useState(Date.now);
  useInterval(
    () => {
      setNow(Date.now());
    },
    30_000,
    { autoInvoke: true },
  );

  const snapshot = data?.goldSnapshot;
  const words = snapshot
    ? t('fresh.asOf', { age: format.age(snapshot.createdAt, Math.max(now, Date.parse(snapshot.createdAt))) })
    : t('fresh.none');
  const live = connection === 'connected' ? t('fresh.live') : connection === 'lost' ? t('fresh.lost') : t('fresh.connecting');
  const color = connection === 'connected' ? 'teal' : connection === 'lost' ? 'red' : 'gray';

  return (
    <Tooltip
      label={`${snapshot ? `${t('fresh.snapshot', { number: format.number(snapshot.number) })}, ${format.time(snapshot.createdAt)}. ` : ''}${live}`}
    >
      <Badge
        color={color}
        variant="dot"
        size="lg"
        tt="none"
        fw={500}
        visibleFrom="sm"
        role="status"
        tabIndex={0}
        data-connection={connection}
      >
        {data ? words : error ? t('fresh.unknown') : t('state.loading')}
      </Badge>
    </Tooltip>
  );
}

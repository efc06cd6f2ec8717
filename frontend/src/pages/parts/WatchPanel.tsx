import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { AlertBadge } from '@/ui/badges';
import { Panel } from '@/ui/Panel';
import { alertLevels, type PartFilters } from './filters';
import { PartWatchDocument, type PartWatchQuery } from './parts.generated';
import classes from './Watch.module.css';

interface WatchPanelProps {
  readonly filters: PartFilters;
  readonly onFilter: (changes: Partial<PartFilters>) => void;
}

/** What may run out, what depends on one supplier, what rests on little history, and why stock is not known. */
export function WatchPanel({ filters, onFilter }: WatchPanelProps) {
  const { t } = useTranslation();
  const result = useGold(PartWatchDocument, {});
  return (
    <Panel title={t('parts.watch')} description={t('parts.watchText')} result={result} height={301}>
      {(data) => <Watch data={data} filters={filters} onFilter={onFilter} />}
    </Panel>
  );
}

function Watch({ data, filters, onFilter }: WatchPanelProps & { readonly data: PartWatchQuery }) {
  const { t } = useTranslation();
  const alerts = (data.alerts?.nodes ?? []).filter((it) => it.key.alertLevel !== null && it.key.alertLevel !== 'NONE');
  const reasons = (data.unknownStock?.nodes ?? []).filter((it) => it.key.reason !== null);

  return (
    <Stack gap={4}>
      {alertLevels.map((level) => {
        const group = alerts.find((it) => it.key.alertLevel === level);
        return (
          group && (
            <Entry
              key={level}
              count={group.count}
              isChosen={filters.alert === level}
              onToggle={(isChosen) => {
                onFilter({ alert: isChosen ? level : undefined });
              }}
            >
              {t('parts.alert')} <AlertBadge level={level} />
            </Entry>
          )
        );
      })}
      <Entry
        count={data.soleSource?.nodes?.[0]?.count ?? 0}
        isChosen={filters.sole ?? false}
        onToggle={(isChosen) => {
          onFilter({ sole: isChosen ? true : undefined });
        }}
      >
        {t('parts.soleSource')}
      </Entry>
      <Entry
        count={data.policies?.nodes?.find((it) => it.key.confidence === 'LOW')?.count ?? 0}
        isChosen={filters.confidence === 'LOW'}
        onToggle={(isChosen) => {
          onFilter({ confidence: isChosen ? 'LOW' : undefined });
        }}
      >
        {t('parts.lowConfidence')}
      </Entry>
      {reasons.map((group) => (
        <Reason key={group.key.reason} count={group.count}>
          {group.key.reason && t(`labels.reason.${group.key.reason}`)}
        </Reason>
      ))}
    </Stack>
  );
}

interface EntryProps {
  readonly count: number;
  readonly isChosen: boolean;
  readonly onToggle: (isChosen: boolean) => void;
  readonly children: ReactNode;
}

function Entry({ count, isChosen, onToggle, children }: EntryProps) {
  const format = useFormat();
  return (
    <UnstyledButton
      className={classes.entry ?? ''}
      aria-pressed={isChosen}
      onClick={() => {
        onToggle(!isChosen);
      }}
    >
      <Group gap={8}>{children}</Group>
      <span className={classes.count}>{format.number(count)}</span>
    </UnstyledButton>
  );
}

/** Nothing to click: says for how many parts a figure is missing, and why. */
function Reason({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const format = useFormat();
  return (
    <div className={classes.reason}>
      <Text size="xs" c="var(--nc-quiet)">
        {children}
      </Text>
      <span className={classes.count}>{format.number(count)}</span>
    </div>
  );
}

import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AbcClass, AlertLevel, RunState, SiteTrust, XyzClass } from '@/api/schema.generated';
import { Tag } from './Tag';
import { useClassText } from './useClassText';

const runColors: Readonly<Record<RunState, MantineColor>> = {
  QUEUED: 'gray',
  RUNNING: 'corrente',
  SUCCEEDED: 'teal',
  DEGRADED: 'yellow',
  UNCHANGED: 'gray',
  FAILED: 'red',
  ABORTED: 'orange',
};

export function RunStateBadge({ state }: { readonly state: RunState }) {
  const { t } = useTranslation();
  return (
    <Badge color={runColors[state]} variant="light">
      {t(`labels.runState.${state}`)}
    </Badge>
  );
}

const alertColors: Readonly<Record<AlertLevel, MantineColor>> = { CRITICAL: 'red', HIGH: 'orange', MEDIUM: 'yellow', NONE: 'teal' };

export function AlertBadge({ level }: { readonly level: AlertLevel }) {
  const { t } = useTranslation();
  return <Tag color={alertColors[level]}>{t(`labels.alert.${level}`)}</Tag>;
}

const abcColors: Readonly<Record<AbcClass, MantineColor>> = { A: 'corrente', B: 'indigo', C: 'gray' };

/** Importance and steadiness of a part: AX. */
export function ClassBadge({ abc, xyz }: { readonly abc: AbcClass; readonly xyz: XyzClass }) {
  const { t } = useTranslation();
  const classText = useClassText();
  return (
    <Tag color={abcColors[abc]} title={`${classText(abc)}. ${t(`labels.xyz.${xyz}`)}.`}>
      {`${abc}${xyz}`}
    </Tag>
  );
}

const trustColors: Readonly<Record<SiteTrust, MantineColor>> = { LOW_TRUST: 'orange', AS_DELIVERED: 'teal', NO_PURCHASES: 'gray' };

export function TrustBadge({ trust }: { readonly trust: SiteTrust }) {
  const { t } = useTranslation();
  return (
    <Tag color={trustColors[trust]} title={t(`sites.${trust}_TEXT`)}>
      {t(`labels.trust.${trust}`)}
    </Tag>
  );
}

export function SoleSourceBadge() {
  const { t } = useTranslation();
  return <Tag color="red">{t('suppliers.sole')}</Tag>;
}

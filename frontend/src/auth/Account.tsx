import { ActionIcon, Menu } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { signOut } from './provider';
import { useViewer } from './useViewer';

/** Who is signed in, for how long, and the way out. */
export function Account() {
  const { t } = useTranslation();
  const format = useFormat();
  const viewer = useViewer().data?.viewer;
  if (!viewer?.isAuthenticated) {
    return null;
  }
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('signIn.account', { name: viewer.name ?? '' })}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {viewer.name} · {viewer.roles.at(-1)}
        </Menu.Label>
        {viewer.expiresAt && <Menu.Label>{t('signIn.expires', { time: format.time(viewer.expiresAt) })}</Menu.Label>}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('signIn.out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

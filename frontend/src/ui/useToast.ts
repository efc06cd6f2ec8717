import { notifications, type NotificationData } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Tells something at the edge of the page, for a while or until it is put away. */
export function useToast(): (toast: NotificationData) => void {
  const { t } = useTranslation();
  return useCallback(
    (toast) => {
      notifications.show({ closeButtonProps: { 'aria-label': t('action.close') }, ...toast });
    },
    [t],
  );
}

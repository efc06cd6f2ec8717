import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useFormat } from '@/i18n/useFormat';
import { useToast } from '@/ui/useToast';
import { RollbackGoldDocument } from './pipeline.generated';

/** Makes an earlier snapshot current again, after asking whether that is meant. */
export function RollBack({ snapshot }: { readonly snapshot: { readonly id: string; readonly number: number } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [{ fetching }, rollBack] = useMutation(RollbackGoldDocument);
  const number = format.number(snapshot.number);

  const confirm = (): void => {
    void rollBack({ snapshotId: snapshot.id }).then(({ data, error }) => {
      close();
      const refusal = data?.rollbackGold.errors?.[0]?.message ?? error?.message;
      if (refusal === undefined) {
        toast({ color: 'teal', message: t('pipeline.rolledBack', { number }) });
      } else {
        toast({ color: 'red', title: t('pipeline.rollBackFailed'), message: refusal });
      }
    });
  };

  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open} aria-label={t('pipeline.rollBackTo', { number })}>
        {t('pipeline.rollBack')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('pipeline.rollBackTo', { number })}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        centered
      >
        <Text size="sm">{t('pipeline.rollBackText', { number })}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('pipeline.cancel')}
          </Button>
          <Button color="red.9" loading={fetching} onClick={confirm}>
            {t('pipeline.rollBackDo')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

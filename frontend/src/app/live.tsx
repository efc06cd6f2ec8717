import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useSubscription } from 'urql';
import { useConnection, type Connection, type LiveSocket } from '@/api/socket';
import { useFormat } from '@/i18n/useFormat';
import { useToast } from '@/ui/useToast';
import { CurrentSnapshotDocument, GoldRefreshedDocument } from './live.generated';

const ConnectionContext = createContext<Connection>('idle');

/** Listens for new snapshots as long as the dashboard is open. The cache forgets what is old by itself; here the reader is told. */
export function LiveProvider({ socket, children }: { readonly socket: LiveSocket; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = useClient();
  const format = useFormat();
  const connection = useConnection(socket);
  const [{ data }] = useSubscription({ query: GoldRefreshedDocument });
  const refresh = data?.onGoldRefreshed;

  useEffect(() => {
    if (refresh?.snapshot) {
      const count = refresh.tables.filter((it) => it.rowsAdded !== 0 || it.rowsChanged !== 0 || it.rowsRemoved !== 0).length;
      toast({
        id: refresh.snapshot.id,
        color: 'teal',
        title: t('toast.refreshed'),
        message: t('toast.refreshedText', { number: format.number(refresh.snapshot.number), count }),
      });
    }
    // Told once for every snapshot, whatever the language becomes meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [refresh]);

  useEffect(
    () =>
      socket.onReturn(() => {
        // Events may have been missed; the answer tells the cache whether a snapshot was.
        void client.query(CurrentSnapshotDocument, {}, { requestPolicy: 'network-only' }).toPromise();
        toast({ color: 'teal', title: t('toast.back'), message: t('toast.backText') });
      }),
    [socket, client, toast, t],
  );

  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

export function useLiveConnection(): Connection {
  return useContext(ConnectionContext);
}

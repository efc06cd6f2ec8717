import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { Provider, type Client } from 'urql';
import type { LiveSocket } from '@/api/socket';
import { LiveProvider } from './live';
import { createRouter } from './routes';
import { theme } from './theme';

interface AppProps {
  readonly client: Client;
  readonly socket: LiveSocket;
  readonly translation: i18n;
}

const router = createRouter();

export function App({ client, socket, translation }: AppProps) {
  return (
    <I18nextProvider i18n={translation}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="bottom-right" limit={4} />
        <Provider value={client}>
          <LiveProvider socket={socket}>
            <RouterProvider router={router} />
          </LiveProvider>
        </Provider>
      </MantineProvider>
    </I18nextProvider>
  );
}

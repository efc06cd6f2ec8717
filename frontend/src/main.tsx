import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client';
import { createSocket } from './api/socket';
import { App } from './app/App';
import { keepSignedIn } from './auth/provider';
import { startTranslation } from './i18n';

const root = document.getElementById('root');
if (root) {
  const translation = await startTranslation();
  const socket = createSocket();
  createRoot(root).render(
    <StrictMode>
      <App client={createClient(socket.client)} socket={socket} translation={translation} />
    </StrictMode>,
  );
  // Without it the session ends when its token expires, as one that was begun with a token does.
  await keepSignedIn().catch(() => undefined);
}

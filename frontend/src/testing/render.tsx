import { MantineProvider } from '@mantine/core';
import { render as renderPlain, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { createClient } from '@/api/client';
import { theme } from '@/app/theme';
import { startTranslation, type Language } from '@/i18n';
import type { FakeService } from './FakeService';

interface Surroundings {
  readonly service: FakeService;
  readonly address?: string;
  readonly language?: Language;
}

/** Draws something inside all it needs: theme, language, address and service. */
export async function render(element: ReactElement, { service, address = '/', language = 'en' }: Surroundings): Promise<RenderResult> {
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [address] });
  const translation = await startTranslation(language);
  return renderPlain(
    <I18nextProvider i18n={translation}>
      <MantineProvider theme={theme} env="test">
        <Provider value={createClient(service.socket, service.fetch)}>
          <RouterProvider router={router} />
        </Provider>
      </MantineProvider>
    </I18nextProvider>,
  );
}

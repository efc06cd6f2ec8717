import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { I18nextProvider } from 'react-i18next';
import { startTranslation, type Language } from '@/i18n';

/** What a hook gives to a reader of a language. */
export async function readIn<Result>(language: Language, hook: () => Result): Promise<Result> {
  const i18n = await startTranslation(language);
  const wrapper = ({ children }: PropsWithChildren) => <I18nextProvider i18n={i18n}>{children}</I18nextProvider>;
  return renderHook(hook, { wrapper }).result.current;
}

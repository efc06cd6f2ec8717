import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ptBR } from './pt-BR';

export const languages = ['pt-BR', 'en'] as const;
export type Language = (typeof languages)[number];

const STORAGE_KEY = 'nova-corrente.language';

/** Starts translation in the language chosen earlier, else Portuguese. English is fetched only by those who read it. */
export async function startTranslation(language: Language = chosenLanguage()): Promise<i18n> {
  const resources: Resource = { 'pt-BR': { translation: ptBR } };
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    resources,
    lng: 'pt-BR',
    fallbackLng: 'pt-BR',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchLanguage(instance, language);
  return instance;
}

export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  if (language === 'en' && !instance.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en');
    instance.addResourceBundle('en', 'translation', en);
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}

export function isLanguage(text: string | null): text is Language {
  return text !== null && (languages as readonly string[]).includes(text);
}

function chosenLanguage(): Language {
  const wished = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(wished)) {
    return wished;
  }
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLanguage(stored) ? stored : 'pt-BR';
  } catch {
    return 'pt-BR';
  }
}

function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that forbids storage gets the default next time.
  }
}

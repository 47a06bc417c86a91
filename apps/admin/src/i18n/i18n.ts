import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, loadLanguage } from './catalogues';

const KEY = 'latchkey.language';
const FALLBACK = 'en';

const isKnown = (language: string | null | undefined): language is string =>
  language != null && LANGUAGES.includes(language);

/** What the person chose here before, else the first language of the browser that we speak. */
const firstLanguage = (): string => {
  const chosen = localStorage.getItem(KEY);
  if (isKnown(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isKnown) ?? FALLBACK;
};

const show = async (instance: i18n, language: string): Promise<void> => {
  const catalogues = await loadLanguage(language);
  for (const [namespace, texts] of Object.entries(catalogues))
    instance.addResourceBundle(language, namespace, texts, true, true);
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
};

export const i18next = createInstance();

/** Resolves when the first screen can be written in the person's language. */
export const startI18n = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: {},
    defaultNS: 'common',
    fallbackLng: FALLBACK,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await show(i18next, firstLanguage());
};

/** Switches the screen at once and remembers it on this device. */
export const chooseLanguage = async (language: string): Promise<void> => {
  if (!isKnown(language)) return;
  localStorage.setItem(KEY, language);
  await show(i18next, language);
};

/** The name of a language in that language: "Deutsch". */
export const languageName = (language: string): string => {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { FRAME_TEXTS, LANGUAGES, loadTexts } from './catalogues';

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

export const i18next = createInstance();

/** What has been needed until now; another language must have it too. */
const needed = new Set(FRAME_TEXTS);
/** The language on the screen, and the one that is on its way to it. */
let shown = FALLBACK;
let chosen = FALLBACK;

const load = async (language: string, namespaces: Iterable<string>): Promise<void> => {
  const missing = [...namespaces].filter((namespace) => !i18next.hasResourceBundle(language, namespace));
  for (const [namespace, texts] of Object.entries(await loadTexts(language, missing)))
    i18next.addResourceBundle(language, namespace, texts);
};

const show = async (language: string): Promise<void> => {
  chosen = language;
  await load(language, needed);
  if (chosen !== language) return;
  shown = language;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

let isReady: () => void;
/** The router asks for the texts of the first page before the first line of startI18n has run. */
const ready = new Promise<void>((resolve) => {
  isReady = resolve;
});

/** Resolves when these texts can be shown; a feature's pages wait for it (see Feature.texts). */
export const needTexts = async (namespaces: readonly string[]): Promise<void> => {
  for (const namespace of namespaces) needed.add(namespace);
  await ready;
  await Promise.all([...new Set([shown, chosen])].map((language) => load(language, namespaces)));
};

/** Resolves when the first screen can be written in the person's language. */
export const startI18n = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: {},
    defaultNS: 'common',
    fallbackLng: FALLBACK,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  chosen = shown = firstLanguage();
  isReady();
  await show(chosen);
};

/** Switches the screen at once and remembers it on this device. */
export const chooseLanguage = async (language: string): Promise<void> => {
  if (!isKnown(language)) return;
  localStorage.setItem(KEY, language);
  await show(language);
};

/** The name of a language in that language: "Deutsch". */
export const languageName = (language: string): string => {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

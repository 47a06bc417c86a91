import { startTransition, useSyncExternalStore } from 'react';
import { remembered } from '../lib/remembered';
import type { Catalogue } from './translate';

// A further language is a further folder: nothing else names the languages.
const files = import.meta.glob<Catalogue>('./catalogues/*/*.json', { import: 'default' });

export const LANGUAGES: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split('/')[2] ?? '')),
].sort();
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

const chosenHere = remembered('language');
const catalogues = new Map<string, Promise<Catalogue>>();
const listeners = new Set<() => void>();
let current = 'en';

/** The first wish we have; a wish may be as exact as de-AT. */
export function pickLanguage(
  wishes: readonly (string | null | undefined)[],
  have: readonly string[] = LANGUAGES,
): string {
  const known = wishes.map((wish) => wish?.toLowerCase().split('-')[0]);
  return known.find((language) => language !== undefined && have.includes(language)) ?? 'en';
}

export function loadCatalogue(language: string, namespace: string): Promise<Catalogue> {
  const key = `./catalogues/${language}/${namespace}.json`;
  const known = catalogues.get(key);
  if (known) return known;
  const loaded = files[key]?.() ?? Promise.reject(new Error(`No catalogue ${key}`));
  catalogues.set(key, loaded);
  loaded.then(
    // The marks that React's `use` looks for: what is here is shown at once, and nothing typed is lost by waiting for it.
    (value) => Object.assign(loaded, { status: 'fulfilled', value }),
    // A catalogue lost on the way is fetched again when it is next asked for.
    () => catalogues.delete(key),
  );
  return loaded;
}

/** Words that a page will need at once. */
export const fetchWords = (namespace: string): Promise<unknown> =>
  loadCatalogue(current, namespace).catch(() => undefined);

/** Words that must be here before the network is gone, but need not hold up the first page. */
export function fetchLaterWords(): void {
  for (const namespace of ['problem', 'forms']) void fetchWords(namespace);
}

function use(language: string): void {
  current = language;
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
  for (const listener of listeners) listener();
}

/** Before anybody has signed in: what was chosen on this device, else the browser's languages, else English. */
export function startLanguage(): void {
  use(pickLanguage([chosenHere.read(), ...navigator.languages]));
}

/** Somebody chose a language here. The page keeps its words until the new ones are loaded. */
export async function setLanguage(language: string): Promise<void> {
  chosenHere.write(language);
  await switchTo(language);
}

/** The signed-in person's own language goes before the browser's, and is not remembered for others on this device. */
export const followPerson = (language: string | null | undefined): Promise<void> =>
  switchTo(pickLanguage([language, chosenHere.read(), ...navigator.languages]));

async function switchTo(language: string): Promise<void> {
  if (language === current) return;
  const used = new Set([...catalogues.keys()].map((key) => key.slice(key.lastIndexOf('/') + 1, -'.json'.length)));
  await Promise.all([...used].map((namespace) => loadCatalogue(language, namespace)));
  startTransition(() => use(language));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): string => useSyncExternalStore(subscribe, () => current);

/** A language's name in that language: Deutsch, svenska. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

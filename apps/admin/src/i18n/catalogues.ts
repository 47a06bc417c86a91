type Texts = Record<string, unknown>;

/** A language is a folder here: one JSON file per feature, and an index.ts that gathers them into one download. */
const LANGUAGE_FILES = import.meta.glob<Record<string, Texts>>('./*/index.ts', { import: 'catalogue' });

const languageOf = (path: string): string => path.split('/')[1] ?? '';

/** English first: it is the fallback. */
export const LANGUAGES: readonly string[] = Object.keys(LANGUAGE_FILES)
  .map(languageOf)
  .toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b));

/** All texts of one language by namespace, which is the name of the file: `{ common: …, customers: … }`. */
export const loadLanguage = async (language: string): Promise<Record<string, Texts>> => {
  const files = (await LANGUAGE_FILES[`./${language}/index.ts`]?.()) ?? {};
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.replace(/^\.\/|\.json$/g, ''), texts]));
};

type Texts = Record<string, unknown>;

/** A language is a folder here, with one JSON file per namespace; each is a download of its own. */
const FILES = import.meta.glob<Texts>('./*/*.json', { import: 'default' });

const partsOf = (path: string): [language: string, namespace: string] => {
  const [, language = '', file = ''] = path.split('/');
  return [language, file.replace('.json', '')];
};

/** English first: it is the fallback. */
export const LANGUAGES: readonly string[] = [...new Set(Object.keys(FILES).map((path) => partsOf(path)[0]))].toSorted(
  (a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b),
);

export const NAMESPACES: readonly string[] = [...new Set(Object.keys(FILES).map((path) => partsOf(path)[1]))];

/** What the frame and the kit say; everything else comes with the feature that says it. */
export const FRAME_TEXTS: readonly string[] = ['common', 'conflict', 'list', 'problem', 'reauthentication'];

/** Texts of one language by namespace: `{ common: …, customers: … }`. */
export const loadTexts = async (
  language: string,
  namespaces: readonly string[] = NAMESPACES,
): Promise<Record<string, Texts>> => {
  const load = async (name: string): Promise<[string, Texts]> => [
    name,
    (await FILES[`./${language}/${name}.json`]?.()) ?? {},
  ];
  return Object.fromEntries(await Promise.all(namespaces.map(load)));
};

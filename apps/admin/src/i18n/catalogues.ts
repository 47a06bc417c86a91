/** A language is a folder of JSON files here, one file per feature; a fourth language is a fourth folder. */
type Catalogue = Record<string, unknown>;

const FILES = import.meta.glob<Catalogue>('./*/*.json', { import: 'default' });

const parse = (path: string): { language: string; namespace: string } => {
  const [, language = '', file = ''] = path.split('/');
  return { language, namespace: file.replace(/\.json$/, '') };
};

/** English first: it is the fallback. */
export const LANGUAGES: readonly string[] = [...new Set(Object.keys(FILES).map((path) => parse(path).language))].toSorted((a, b) =>
  a === 'en' ? -1 : b === 'en' ? 1 : a.localeCompare(b),
);

export const NAMESPACES: readonly string[] = [...new Set(Object.keys(FILES).map((path) => parse(path).namespace))];

/** All catalogues of one language; the build keeps them in one file, so this is one request. */
export const loadLanguage = async (language: string): Promise<Record<string, Catalogue>> => {
  const wanted = Object.entries(FILES).filter(([path]) => parse(path).language === language);
  const loaded = await Promise.all(wanted.map(async ([path, load]) => [parse(path).namespace, await load()] as const));
  return Object.fromEntries(loaded);
};

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, loadTexts } from './catalogues';

type Texts = Map<string, string>;

const flatten = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
    : [[path, String(value)]];

const textsOf = async (language: string): Promise<Texts> =>
  new Map(
    Object.entries(await loadTexts(language)).flatMap(([namespace, tree]) =>
      flatten(tree).map(([key, text]) => [`${namespace}:${key}`, text]),
    ),
  );

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Plural forms differ between languages: only the base of a key is compared. "too_many" is no plural: it has no "_other". */
const baseOf = (texts: Texts, key: string): string => {
  const base = key.replace(PLURAL, '');
  return texts.has(`${base}_other`) ? base : key;
};
const basesOf = (texts: Texts): string[] => [...new Set([...texts.keys()].map((key) => baseOf(texts, key)))].toSorted();
const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').toSorted();

const english = await textsOf('en');
const others = await Promise.all(
  LANGUAGES.filter((language) => language !== 'en').map(async (language) => ({
    language,
    texts: await textsOf(language),
  })),
);

describe('catalogues', () => {
  it('speak English, German and Swedish', () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining(['en', 'de', 'sv']));
  });

  it.each(others)('have the same keys in $language as in English', ({ texts }) => {
    expect(basesOf(texts)).toEqual(basesOf(english));
  });

  it.each([{ language: 'en', texts: english }, ...others])(
    'have every plural form that $language needs, and no empty text',
    ({ language, texts }) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = new Set([...texts.keys()].map((key) => baseOf(texts, key)).filter((base) => !texts.has(base)));
      expect(
        [...plurals].flatMap((base) =>
          forms.filter((form) => !texts.has(`${base}_${form}`)).map((form) => `${base}_${form}`),
        ),
      ).toEqual([]);
      expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    },
  );

  it.each(others)('fill the same placeholders in $language as in English', ({ texts }) => {
    const wrong = [...texts].filter(([key, text]) => {
      const source = english.get(key) ?? english.get(`${baseOf(texts, key)}_other`) ?? '';
      return key.endsWith('_one') ? false : placeholdersOf(text).join() !== placeholdersOf(source).join();
    });
    expect(wrong).toEqual([]);
  });
});

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('gallery'),
);

/** Keys written out in the code: t('save'), t('list:search'), with the namespace of the file's useTranslation('…'). */
const keysIn = (code: string): string[] => {
  const namespace = /useTranslation\(\[?\s*'([\w-]+)'/.exec(code)?.[1] ?? 'common';
  return [...code.matchAll(/\bt\(\s*'([\w.:-]+)'/g)].map((match) => {
    const key = match[1] ?? '';
    return key.includes(':') ? key : `${namespace}:${key}`;
  });
};

describe('the code', () => {
  it('names only texts that exist', () => {
    const known = new Set(basesOf(english));
    const missing = sources.flatMap((path) =>
      keysIn(readFileSync(SOURCE + path, 'utf8'))
        .filter((key) => !known.has(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { translate, type Catalogue } from './translate';

const files = import.meta.glob<Catalogue>('./catalogues/*/*.json', { eager: true, import: 'default' });
const paths = Object.keys(files).map((path) => path.replace('./catalogues/', '').replace('.json', ''));
const catalogue = (language: string, namespace: string) => files[`./catalogues/${language}/${namespace}.json`] ?? {};
const namesOf = (index: 0 | 1) => [...new Set(paths.map((path) => path.split('/')[index] ?? ''))];
const [languages, namespaces] = [namesOf(0), namesOf(1)];

function flatten(part: Catalogue, before = ''): [string, string][] {
  return Object.entries(part).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flatten(value, `${before}${key}.`),
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const english = new Set(namespaces.flatMap((namespace) => flatten(catalogue('en', namespace)).map(([key]) => key)));
/** A code such as request.too_many only looks like a plural: a plural has a form for "other" as well. */
const isPlural = (key: string) => PLURAL.test(key) && english.has(key.replace(PLURAL, '_other'));
const baseOf = (key: string) => (isPlural(key) ? key.replace(PLURAL, '') : key);
const holesIn = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
    .map((hole) => hole[1] ?? '')
    .toSorted((one, other) => one.localeCompare(other));

/** The keys a language needs: those of English, with its own plural forms. */
function keysFor(language: string, namespace: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = flatten(catalogue('en', namespace)).map(([key]) => key);
  const needed = keys.flatMap((key) => (isPlural(key) ? forms.map((form) => `${baseOf(key)}_${form}`) : [key]));
  return [...new Set(needed)].sort();
}

describe.each(languages)('the catalogues of %s', (language) => {
  it.each(namespaces)('have the same keys as English in %s', (namespace) => {
    expect(
      flatten(catalogue(language, namespace))
        .map(([key]) => key)
        .sort(),
    ).toEqual(keysFor(language, namespace));
  });

  it.each(namespaces)('fill the same places as English in %s, and say something everywhere', (namespace) => {
    const wanted = new Map(flatten(catalogue('en', namespace)).map(([key, text]) => [baseOf(key), holesIn(text)]));
    for (const [key, text] of flatten(catalogue(language, namespace))) {
      expect([key, holesIn(text)]).toEqual([key, wanted.get(baseOf(key))]);
      expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  it('read the same through i18next, whose format they have', async () => {
    const i18next = createInstance();
    const resources = Object.fromEntries(namespaces.map((namespace) => [namespace, catalogue(language, namespace)]));
    await i18next.init({ lng: language, resources: { [language]: resources }, interpolation: { escapeValue: false } });
    for (const namespace of namespaces) {
      for (const [key, text] of flatten(catalogue(language, namespace))) {
        const values = Object.fromEntries(
          holesIn(text).map((name) => [name ?? '', name === 'count' ? 3 : `<${name}>`]),
        );
        const ours = translate({ catalogue: catalogue(language, namespace), language }, baseOf(key), values);
        expect(ours).toBe(i18next.t(baseOf(key), { ...values, ns: namespace }));
      }
    }
  });
});

describe('a language', () => {
  it('chooses the plural form by its own rules', () => {
    const slavic: Catalogue = {
      case_one: '{{count}} sprawa',
      case_few: '{{count}} sprawy',
      case_many: '{{count}} spraw',
      case_other: '{{count}} sprawy',
    };
    expect([1, 3, 5].map((count) => translate({ catalogue: slavic, language: 'pl' }, 'case', { count }))).toEqual([
      '1 sprawa',
      '3 sprawy',
      '5 spraw',
    ]);
  });

  it('does not invent words for an unknown key', () => {
    expect([
      translate({ catalogue: { a: { b: 'x' } }, language: 'en' }, 'a'),
      translate({ catalogue: { a: 'x' }, language: 'en' }, 'a.b'),
    ]).toEqual([undefined, undefined]);
  });
});

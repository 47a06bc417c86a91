import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../i18n/catalogues';
import { VISIT_LANGUAGES } from './portal-values';
import { wordsOf } from './visit-words';

type Tree = Record<string, unknown>;

const read = (path: string): Tree => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Tree;

/** Read as text: the words are the portal's, and apps do not import apps. */
const PORTAL = '../../../../../portal/src/i18n/catalogues';
const FILES = ['visit-start', 'visit', 'forms', 'app'];

const flat = (tree: Tree, path = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? flat(value as Tree, `${path}${key}.`) : [[`${path}${key}`, value]],
  );

describe('the words of the phone preview', () => {
  it('exist in every language of the portal', () => {
    expect([...VISIT_LANGUAGES].toSorted()).toEqual(readdirSync(new URL(PORTAL, import.meta.url)).toSorted());
    expect([...LANGUAGES].toSorted()).toEqual([...VISIT_LANGUAGES].toSorted());
  });

  it.each(VISIT_LANGUAGES)('are those that the portal says in %s', (language) => {
    const portal = new Map(FILES.flatMap((file) => flat(read(`${PORTAL}/${language}/${file}.json`))));
    const preview = flat(read(`../../../i18n/${language}/visit-preview.json`));
    expect(preview.length).toBeGreaterThan(25);
    expect(preview).toEqual(preview.map(([key]) => [key, portal.get(key)]));
  });

  it('are all there for what the screens say', () => {
    const words = new Map(flat(read('../../../i18n/en/visit-preview.json')));
    const used = ['phone-screens.tsx', 'phone-steps.tsx', 'phone-top.tsx'].flatMap((file) =>
      [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/\bwords\(\s*'([\w.]+)'/g)].map(
        ([, key]) => key ?? '',
      ),
    );
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((key) => !words.has(key))).toEqual([]);
  });

  it('fill in facts and show the key of a missing one', () => {
    const words = wordsOf({ report: { step: '{{step}} of {{of}}' } });
    expect(words('report.step', { step: 2, of: 4 })).toBe('2 of 4');
    expect(words('report.gone')).toBe('report.gone');
  });
});

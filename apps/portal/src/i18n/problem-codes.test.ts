import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { translate, type Catalogue } from './translate';

const read = (path: string): string => readFileSync(new URL(`../../../api/src/${path}`, import.meta.url), 'utf8');

/** Every code the API has, and every reason it gives for a weak password. */
const codes = [...read('http/error-codes.ts').matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map((found) => found[1] ?? '');
const weaknesses = /type Weakness =\s+([^;]+);/.exec(read('passwords/password-rules.ts'))?.[1]?.match(/\w+/g) ?? [];
const reasons = weaknesses.map((reason) => `password.${reason}`);

/** What only staff, API keys and other systems can meet. A code that is new lands in the portal until it is named here. */
const NOT_IN_PORTAL = [
  /^(staff|second_factor|audit|erasure|access_run|key|carrier|customer|rights_profile|credential|import|notification|mail)\./,
  /^(deployment|device|label|portal|portal_address)\./,
  /^template\.(?!invalid_answers$)/,
  /^case\.(no_reporter_email|merge_)/,
  /^contact\.(?!no_email$)/,
  /^phone\.(invalid|extension|too_many_logins|on_file|last_way_in)$/,
  /^email\.(in_use|is_taken)$/,
  /^access_request\.nobody_decides$/,
  /^pin\.(?!wrong$)/,
  /^row\.version_required$/,
];
const met = codes.filter((code) => !NOT_IN_PORTAL.some((pattern) => pattern.test(code)));
const catalogues = import.meta.glob<Catalogue>('./catalogues/*/problem.json', { eager: true, import: 'default' });

function keysOf(part: Catalogue, before = ''): string[] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );
}

it('finds the codes of the API', () => {
  expect(met).toContain('sign_in.failed');
  expect(reasons).toContain('password.common');
});

it.each(Object.entries(catalogues))('%s has a sentence for every problem the portal can meet', (_, catalogue) => {
  const silent = [...met, ...reasons].filter((code) => !translate({ catalogue, language: 'en' }, code));
  expect(silent).toEqual([]);
});

it.each(Object.entries(catalogues))('%s has no sentence for a problem that does not exist', (_, catalogue) => {
  const known = new Set([...met, ...reasons, 'unknown', 'network']);
  expect(keysOf(catalogue).filter((key) => !known.has(key))).toEqual([]);
});

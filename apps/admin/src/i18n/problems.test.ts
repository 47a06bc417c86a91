import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTexts } from './catalogues';

/** Codes that staff never meet: the app prevents them, or they belong to the portal. */
const NOT_FOR_STAFF =
  /^(access_request\.too_many|request\.(unsupported_type|wrong_host|cross_site|timeout)|route\.method_not_allowed|session\.company_required|colleague\.\w+|idempotency\.key_\w+|key\.exposed)$/;

/** Read as text: the table is the API's, and apps do not import apps. */
const TABLE = new URL('../../../api/src/http/error-codes.ts', import.meta.url);
const codes = [...readFileSync(TABLE, 'utf8').matchAll(/^ {2}'([a-z_]+\.[a-z_]+)': \[/gm)].map(
  (match) => match[1] ?? '',
);

describe('the sentences for problems', () => {
  it('exist for every code of the API', async () => {
    const { problem } = await loadTexts('en');
    const has = (code: string): boolean =>
      code.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], problem) !==
      undefined;
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !NOT_FOR_STAFF.test(code) && !has(code))).toEqual([]);
  });
});

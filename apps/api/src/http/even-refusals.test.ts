import { describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { signIn } from '../../test/logins.js';

const EVEN_MS = 400;
const test = useApp({ REFUSAL_MILLISECONDS: String(EVEN_MS) });

const took = async (work: () => Promise<number>): Promise<{ status: number; milliseconds: number }> => {
  const began = performance.now();
  const status = await work();
  return { status, milliseconds: performance.now() - began };
};

describe('doors that anybody may try', () => {
  it('refuse no sooner than the moment set for everybody (AUT-4, D7)', async () => {
    const code = { identifier: 'nobody@nowhere.example', code: 'aaaa-aaaa' };
    const refusals = await Promise.all([
      took(async () => (await signIn(test, '070-174 99 99', '493817')).answer.status),
      took(async () => (await signIn(test, 'nobody@nowhere.example', 'not the password')).answer.status),
      took(async () => (await test.client().post('/portal/activation/code', code)).status),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([401, 401, 401]);
    // A timer counts whole milliseconds of the loop's clock.
    for (const { milliseconds } of refusals) expect(milliseconds).toBeGreaterThan(EVEN_MS - 2);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { aPerson, aPhone, passwordOf, pinOf, signIn } from '../logins.js';
import { signedInStaff } from '../staff.js';

const SAMPLES = 200;
/**
 * The cheapest cost at which a comparison takes about as long as all the rest: left out for those who do not exist, it
 * was seen as a difference of 70 to 90 in a hundred, at cost 4 of only 30.
 */
const test = useApp({ SIGN_IN_FAILURES_PER_ADDRESS: '100000', BCRYPT_COST: '5' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

type Try = () => Promise<number>;

async function timed(attempt: Try): Promise<number> {
  const began = performance.now();
  expect(await attempt()).toBe(401);
  return performance.now() - began;
}

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length / 2] ?? 0;

/** Medians of both, taken in turn, so that whatever else this machine does troubles both alike. */
async function medians(known: Try, unknown: Try): Promise<{ known: number; unknown: number }> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    // Every try is one that is looked at: neither is ever made to wait.
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const order = sample % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const one of order) times[one].push(await timed(one === 'known' ? known : unknown));
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

/** How far apart the medians are, in parts of the smaller; measured once more before it counts: the machine may have stumbled. */
async function difference(known: Try, unknown: Try): Promise<number> {
  const once = async () => {
    const found = await medians(known, unknown);
    return Math.abs(found.known - found.unknown) / Math.min(found.known, found.unknown);
  };
  const first = await once();
  return first < 0.25 ? first : Math.min(first, await once());
}

const portal =
  (identifier: string, secret: string): Try =>
  async () =>
    (await signIn(test, identifier, secret)).answer.status;

describe('who exists is not told by time: 200 tries each, medians within a quarter (AUT-4, D7)', () => {
  it('with e-mail and password', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    const known = portal(person.email, 'not the password');
    expect(await difference(known, portal('nobody@nowhere.example', 'not the password'))).toBeLessThan(0.25);
  }, 120_000);

  it('with phone and PIN', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    expect(await difference(portal(person.phone, '000000'), portal(aPhone(), '000000'))).toBeLessThan(0.25);
  }, 120_000);

  it('of staff', async () => {
    const { id, email } = await signedInStaff(test, 'agent');
    await test.db.query(
      `UPDATE staff_members SET password_set_at = now(), password_hash = (SELECT hash FROM credentials WHERE kind = 'password' LIMIT 1) WHERE id = $1`,
      [id],
    );
    const staffTry =
      (address: string): Try =>
      async () =>
        (await test.client().post('/staff/session', { email: address, password: 'not the password' })).status;
    expect(await difference(staffTry(email), staffTry('nobody@nowhere.example'))).toBeLessThan(0.25);
  }, 120_000);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';
import { first } from '../../db/sql.js';

/** What is known to have been compared: what the budget let through, and one record for each comparison that failed. */
async function compared(test: TestApp, identityEmail: string): Promise<{ used: number; recorded: number }> {
  const row = await first<{ used: number; recorded: number }>(
    test.db,
    `SELECT (SELECT sum(used)::int FROM attempt_budgets WHERE identity_id = i.id) AS used,
            (SELECT count(*)::int FROM audit_events WHERE identity_id = i.id AND action = 'sign_in.failed') AS recorded FROM identities i WHERE i.email = $1`,
    [identityEmail],
  );
  if (!row) throw new Error('No such identity');
  return row;
}

describe('300 guesses at once through two processes (AUT-1)', () => {
  // All guesses come from one address here: its own limit is tested in attacks/one-address.test.ts.
  const test = useApp({ SIGN_IN_FAILURES_PER_ADDRESS: '100000' });
  let second: TestApp;
  let staff: Client;

  beforeAll(async () => {
    second = await startApp(test.config);
    staff = (await signedInStaff(test, 'admin')).client;
  });
  afterAll(async () => {
    await second?.app.close();
  });

  /** All at once, half through each app, each from a browser of its own. */
  const attack = (identifier: string, secret: (guess: number) => string): Promise<number[]> =>
    Promise.all(
      Array.from(
        { length: 300 },
        async (_, guess) => (await signIn(guess % 2 ? second : test, identifier, secret(guess))).answer.status,
      ),
    );

  it('compares no more than five PINs, and the right one is refused meanwhile', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const wrong = Array.from({ length: 300 }, (_, guess) => String(100_000 + guess)).filter((guess) => guess !== pin);
    const statuses = await attack(person.phone, (guess) => wrong[guess % wrong.length] ?? '');
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(await compared(test, person.email)).toEqual({ used: 5, recorded: 5 });
    expect((await signIn(second, person.phone, pin)).answer.status).toBe(401);
  });

  it('compares no more than five passwords', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    const statuses = await attack(person.email, (guess) => `guess number ${guess}`);
    expect(statuses.every((status) => status === 401)).toBe(true);
    expect(await compared(test, person.email)).toEqual({ used: 5, recorded: 5 });
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../test/answer.js';
import { solve } from '../../../test/challenges.js';
import { startApp, type TestApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, aPhone, filled, LINK_MESSAGE, passwordOf, pinOf, signIn, signInWith } from '../../../test/logins.js';
import { setStaffPassword, signedInStaff } from '../../../test/staff.js';
import type { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { Challenges } from '../../budgets/challenges.js';
import { first } from '../../db/sql.js';

/** What is known to have been compared: what the budget let through, and one record for each comparison that failed. */
async function compared(test: TestApp, identityEmail: string): Promise<{ used: number | null; recorded: number }> {
  const row = await first<{ used: number | null; recorded: number }>(
    test.db,
    `SELECT (SELECT sum(used)::int FROM attempt_budgets WHERE identity_id = i.id) AS used,
            (SELECT count(*)::int FROM audit_events WHERE identity_id = i.id AND action = 'sign_in.failed') AS recorded FROM identities i WHERE i.email = $1`,
    [identityEmail],
  );
  if (!row) throw new Error('No such identity');
  return row;
}

// Most guesses come from one address here: its own limit is tested in attacks/one-address.test.ts.
const test = useApp({ SIGN_IN_FAILURES_PER_ADDRESS: '100000', TRUSTED_PROXIES: '127.0.0.1' });
let second: TestApp;
let staff: Client;

beforeAll(async () => {
  second = await startApp(test.config);
  staff = (await signedInStaff(test, 'admin')).client;
});
afterAll(async () => {
  await second?.app.close();
});

describe('300 guesses at once through two processes (AUT-1)', () => {
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

let addresses = 0;

/** A browser at an address, behind our proxy that names it. */
function from(address: string, one: TestApp = test): Client {
  const client = one.client();
  client.headers['x-forwarded-for'] = address;
  return client;
}

/** A wrong try at somebody who was never tried before. */
const guess = (client: Client): Promise<Answer> => signInWith(client, aPhone(), '493817');

/** An address that nobody came from before, after so many guesses at different people, all of which were looked at. */
async function after(guesses: number): Promise<string> {
  const address = `198.51.100.${(addresses += 1)}`;
  for (let n = 0; n < guesses; n += 1) expect((await guess(from(address))).status).toBe(401);
  return address;
}

const REQUIRED = { status: 403, body: { code: 'sign_in.challenge_required' } };

/** The work that an answer asked for, done. */
const proof = async ({ body }: Answer): Promise<{ challenge: SolvedChallenge }> => ({
  challenge: await solve(body.challenge),
});

/** Somebody who can come in by each door, and what is sent there. */
async function everyDoor(): Promise<{ path: string; body: object; status: number }[]> {
  const [person, invited, colleague] = [await aPerson(staff), await aPerson(staff), await signedInStaff(test, 'agent')];
  const sent = await staff.post('/credential-sends', { contactIds: [invited.id], draft: LINK_MESSAGE });
  const { values } = (await filled(test, sent.body.sent[0]?.notificationId ?? '')) as {
    values: Record<string, string>;
  };
  const password = 'the way into this house';
  await setStaffPassword(test, colleague.id, password);
  return [
    { path: '/portal/sign-in', body: { identifier: person.phone, secret: await pinOf(staff, person.id) }, status: 200 },
    { path: '/portal/activation/code', body: { identifier: invited.email, code: values.activation_code }, status: 200 },
    { path: '/portal/password-reset', body: { email: person.email }, status: 202 },
    { path: '/staff/session', body: { email: colleague.email, password }, status: 200 },
  ];
}

describe('an address from which thirty people were meant (D6)', () => {
  it('has to do some work from then on; 29 are not too many, nor is one of them 40 times', async () => {
    const address = await after(29);
    expect((await guess(from(address))).status).toBe(401);
    expect(await guess(from(address))).toMatchObject(REQUIRED);
    const [other, known] = [await after(0), aPhone()];
    for (let n = 0; n < 40; n += 1) expect((await signInWith(from(other), known, '493817')).status).toBe(401);
  });

  it('is let in by every door when the work is done, once for each piece of it (AUT-1)', async () => {
    const address = await after(30);
    for (const { path, body, status } of await everyDoor()) {
      const refused = await from(address).post(path, body);
      expect(refused).toMatchObject(REQUIRED);
      const done = await proof(refused);
      expect((await from(address).post(path, { ...body, ...done })).status).toBe(status);
      expect(await from(address).post(path, { ...body, ...done })).toMatchObject(REQUIRED);
    }
  });

  it('may use the work for the door and the address it was asked at, within five minutes, and only if it was done', async () => {
    const [address, other, doors] = [await after(30), await after(30), await everyDoor()];
    const [{ path, body } = { path: '', body: {} }, ...elsewhere] = doors;
    const { challenge } = await proof(await from(address).post(path, body));
    for (const door of elsewhere)
      expect(await from(address).post(door.path, { ...door.body, challenge })).toMatchObject(REQUIRED);
    vi.spyOn(Date, 'now').mockReturnValueOnce(Date.now() - 301_000);
    const late = await solve(await test.app.get(Challenges).make('sign-in', address));
    const { parameters, signature } = challenge.challenge;
    const undone = { ...challenge, solution: { ...challenge.solution, counter: challenge.solution.counter + 1 } };
    const easier = { ...challenge, challenge: { parameters: { ...parameters, cost: 1 }, signature } };
    for (const no of [late, undone, easier])
      expect(await from(address).post(path, { ...body, challenge: no })).toMatchObject(REQUIRED);
    expect(await from(other).post(path, { ...body, challenge })).toMatchObject(REQUIRED);
    expect((await from(address).post(path, { ...body, challenge })).status).toBe(200);
  });

  it('asks nothing of a browser that is known, of a customer or of staff (AUT-5)', async () => {
    const address = await after(0);
    const [pin, , , office] = await everyDoor();
    const [phone, desk] = [from(address), from(address)];
    const comeIn = async () => [
      (await phone.post(pin?.path ?? '', pin?.body)).status,
      (await desk.post(office?.path ?? '', office?.body)).status,
    ];
    expect(await comeIn()).toEqual([200, 200]);
    for (let n = 0; n < 30; n += 1) await guess(from(address));
    expect(await comeIn()).toEqual([200, 200]);
    expect(await guess(phone)).toMatchObject(REQUIRED);
  });

  it('spends nothing of the person and writes nothing down before the work is done', async () => {
    const [address, person] = [await after(30), await aPerson(staff)];
    await pinOf(staff, person.id);
    for (let n = 0; n < 6; n += 1)
      expect(await signInWith(from(address), person.phone, '000000')).toMatchObject(REQUIRED);
    expect(await compared(test, person.email)).toEqual({ used: null, recorded: 0 });
    const asked = async () =>
      (await first<{ n: number }>(test.db, `SELECT count(*)::int AS n FROM password_resets`))?.n;
    const before = await asked();
    expect(await from(address).post('/portal/password-reset', { email: person.email })).toMatchObject(REQUIRED);
    expect(await asked()).toBe(before);
  });

  it('counts failures of the last quarter of an hour: who got in is none of the thirty', async () => {
    const [address, [door]] = [await after(29), await everyDoor()];
    expect((await from(address).post(door?.path ?? '', door?.body)).status).toBe(200);
    expect((await guess(from(address))).status).toBe(401);
    expect(await guess(from(address))).toMatchObject(REQUIRED);
    await first(
      test.db,
      `UPDATE network_tries SET identifiers = (SELECT jsonb_object_agg(e.key, e.value::int - 901) FROM jsonb_each_text(identifiers) e) RETURNING 1`,
    );
    expect((await guess(from(address))).status).toBe(401);
  });

  it('is let guess at thirty of a hundred people at once, through two processes (AUT-1)', async () => {
    const address = await after(0);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, one) => guess(from(address, one % 2 ? second : test))),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(70);
  });
});

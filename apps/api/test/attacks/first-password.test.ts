import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import type { Answer } from '../answer.js';
import type { Client } from '../client.js';
import { aPerson, messagesAbout, pinOf, sentToken, signIn } from '../logins.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
const NEW = 'wolke sieben im regen';
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

const setPassword = (client: Client, fields: object = {}): Promise<Answer> =>
  client.put('/portal/password', { newPassword: NEW, ...fields });

async function signedInByPin() {
  const person = await aPerson(staff);
  const pin = await pinOf(staff, person.id);
  return { person, pin, client: (await signIn(test, person.phone, pin)).client };
}

describe('a first password in a session that a PIN opened (AUT-9)', () => {
  it('needs the PIN again: who finds the portal open makes no way in for later', async () => {
    const { person, pin, client } = await signedInByPin();
    const without = await setPassword(client);
    expect(without).toMatchObject({ status: 422, body: { code: 'pin.wrong', errors: [{ pointer: '/currentPin' }] } });
    expect((await setPassword(client, { currentPassword: pin })).body.code).toBe('pin.wrong');
    expect((await setPassword(client, { currentPin: '000000' })).body.code).toBe('pin.wrong');
    expect((await signIn(test, person.email, NEW)).answer.status).toBe(401);
    expect((await messagesAbout(test, person.id)).map(({ data }) => data.notice)).toEqual([]);

    await rows(test.db, `DELETE FROM attempt_budgets`);
    expect((await setPassword(client, { currentPin: pin })).status).toBe(200);
    expect((await signIn(test, person.email, NEW)).answer.status).toBe(200);
    expect((await messagesAbout(test, person.id)).map(({ data }) => data.notice)).toEqual(['password_changed']);
  });

  it('spends the budget of the PIN: no second door for guesses, and the lock holds here too (AUT-1, AUT-6)', async () => {
    const { person, pin, client } = await signedInByPin();
    const wrong = Array.from({ length: 41 }, (_, guess) => String(100_000 + guess)).filter((guess) => guess !== pin);
    const guesses = wrong.slice(0, 40).map((currentPin) => setPassword(client, { currentPin }));
    const answers = await Promise.all(guesses);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]));
    const used = `SELECT b.used, b.kind FROM attempt_budgets b JOIN identities i ON i.id = b.identity_id WHERE i.email = $1`;
    expect(await rows(test.db, used, [person.email])).toEqual([{ used: 5, kind: 'pin' }]);
    const refused = await setPassword(client, { currentPin: pin });
    expect(refused).toMatchObject({ status: 422, body: { code: 'pin.wrong' } });
    expect(refused.body.waitSeconds).toBeGreaterThan(0);
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(401);
  });

  it('is a change like any other once there is a password: the PIN does not replace it', async () => {
    const { pin, client } = await signedInByPin();
    expect((await setPassword(client, { currentPin: pin })).status).toBe(200);
    expect(
      (await client.put('/portal/password', { currentPin: pin, newPassword: 'nordisk sommar 31' })).body.code,
    ).toBe('password.wrong');
  });

  it('takes strings only (AUT-10)', async () => {
    const { client } = await signedInByPin();
    for (const currentPin of [123456, ['a'], null, true, ''])
      expect((await setPassword(client, { currentPin })).body.code).toBe('request.invalid_body');
  });
});

describe('a first password in a session that a link opened', () => {
  it('needs nothing more for a quarter of an hour, and a new link after that (SES-6)', async () => {
    const person = await aPerson(staff);
    const client = test.client();
    const token = await sentToken(test, staff, person.id);
    const kept = await client.post('/portal/activation/accept', { token, password: NEW });
    expect(kept.status).toBe(200);
    await rows(test.db, `DELETE FROM credentials WHERE identity_id = (SELECT id FROM identities WHERE email = $1)`, [
      person.email,
    ]);
    const later = `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE identity_id = (SELECT id FROM identities WHERE email = $1)`;
    await rows(test.db, later, [person.email]);
    expect((await setPassword(client)).body.code).toBe('session.reauthentication_required');
    await rows(test.db, later.replace('16', '14'), [person.email]);
    expect((await setPassword(client)).status).toBe(200);
  });
});

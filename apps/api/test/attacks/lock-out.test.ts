import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { PasswordsService } from '../../src/passwords/passwords.service.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
const PASSWORD = 'the way into this house';
let hash: string;

beforeAll(async () => {
  hash = await test.app.get(PasswordsService).hash(PASSWORD);
});

async function aMember(): Promise<{ id: string; email: string }> {
  const { id, email } = await signedInStaff(test, 'owner');
  await rows(test.db, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [id, hash]);
  return { id, email };
}

const signIn = async (client: Client, email: string, password = PASSWORD): Promise<number> =>
  (await client.post('/staff/session', { email, password })).status;

async function attack(email: string): Promise<void> {
  const statuses = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => signIn(test.client(), email, `guess number ${guess}`)),
  );
  expect(new Set(statuses)).toEqual(new Set([401]));
}

describe('somebody guessing at the address of an owner', () => {
  it('locks strangers out, not the owner at a browser that is known (AUT-5, G4)', async () => {
    const { email } = await aMember();
    const known = test.client();
    expect(await signIn(known, email)).toBe(200);
    await attack(email);
    expect(await signIn(test.client(), email)).toBe(401);
    await known.delete('/staff/session');
    expect(await signIn(known, email)).toBe(200);
    expect(await signIn(test.client(), email)).toBe(401);
  });

  it('is not helped by a browser that is known to be of somebody else, or a token that was changed (AUT-5)', async () => {
    const [victim, mallory] = [await aMember(), await aMember()];
    const browser = test.client();
    expect(await signIn(browser, mallory.email)).toBe(200);
    await attack(victim.email);
    expect(await signIn(browser, victim.email)).toBe(401);
    const token = browser.cookies.get('latchkey-staff-device') ?? '';
    for (const forged of [`9${token}`, token.replace('.', '.x'), '', '..', 'x'.repeat(3_000)]) {
      browser.cookies.set('latchkey-staff-device', forged);
      expect(await signIn(browser, victim.email)).toBe(401);
    }
  });

  it('gets ten guesses out of a stolen token, however many at once, and none after a new password (AUT-1, REC-8)', async () => {
    const { id, email } = await aMember();
    const owner = test.client();
    expect(await signIn(owner, email)).toBe(200);
    const stolen = () => {
      const client = test.client();
      client.cookies.set('latchkey-staff-device', owner.cookies.get('latchkey-staff-device') ?? '');
      return client;
    };
    await Promise.all(Array.from({ length: 30 }, (_, guess) => signIn(stolen(), email, `guess number ${guess}`)));
    const compared = `SELECT count(*)::int AS n FROM audit_events WHERE action = 'staff.sign_in_failed'
                       AND detail ->> 'subjectKey' IN (SELECT key FROM attempt_budgets WHERE kind = 'staff-device')`;
    expect(await rows(test.db, compared)).toEqual([{ n: 10 }]);

    await rows(test.db, `UPDATE staff_members SET password_set_at = now() WHERE id = $1`, [id]);
    await attack(email);
    expect(await signIn(stolen(), email)).toBe(401);
  });
});

describe('the password asked for again', () => {
  const again = async (client: Client, password: string): Promise<number> =>
    (await client.post('/staff/session/reauthentication', { password })).status;

  it('cannot be locked by strangers who guess at the address (AUT-5)', async () => {
    const { email } = await aMember();
    const owner = test.client();
    expect(await signIn(owner, email)).toBe(200);
    await attack(email);
    expect(await again(owner, PASSWORD)).toBe(200);
    expect(
      (await owner.put('/staff/session/password', { currentPassword: PASSWORD, newPassword: `${PASSWORD} now` }))
        .status,
    ).toBe(200);
  });

  it('spends the budget of the person, and keeps it with a new e-mail address (AUT-1, AUT-2, AUT-6)', async () => {
    const { client: stolen, id, email } = await signedInStaff(test, 'owner');
    await rows(test.db, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [
      id,
      hash,
    ]);
    await Promise.all(Array.from({ length: 20 }, (_, guess) => again(stolen, `guess number ${guess}`)));
    expect(await again(stolen, PASSWORD)).toBe(422);
    expect(await signIn(test.client(), email)).toBe(401);
    await rows(test.db, `UPDATE staff_members SET email = 'new-' || email WHERE id = $1`, [id]);
    expect(await again(stolen, PASSWORD)).toBe(422);
    expect(await signIn(test.client(), `new-${email}`)).toBe(401);
  });

  it('gets ten guesses in a quarter of an hour out of a stolen browser (AUT-1)', async () => {
    const { email } = await aMember();
    const stolen = test.client();
    expect(await signIn(stolen, email)).toBe(200);
    await Promise.all(Array.from({ length: 30 }, (_, guess) => again(stolen, `guess number ${guess}`)));
    expect(await again(stolen, PASSWORD)).toBe(422);
  });
});

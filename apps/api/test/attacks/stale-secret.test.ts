import bcrypt from 'bcrypt';
import { beforeAll, describe, expect, it } from 'vitest';
import { PasswordStore } from '../../src/credentials/passwords/password-store.js';
import { PinStore } from '../../src/credentials/pins/pin-store.js';
import { rows } from '../../src/db/sql.js';
import { PasswordsService } from '../../src/passwords/passwords.service.js';
import { useApp } from '../app.js';
import type { Answer } from '../answer.js';
import type { Client } from '../client.js';
import { aPerson, passwordOf, pinOf, signIn } from '../logins.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
let admin: Client;

beforeAll(async () => {
  admin = (await signedInStaff(test, 'admin')).client;
});

/** Holds a sign-in up after it looked at the secret and before it compares it, and does `change` meanwhile. */
async function during(
  attempt: () => Promise<Answer>,
  change: (tx: typeof test.db.manager) => Promise<unknown>,
): Promise<Answer> {
  const waiting = async () =>
    (
      await rows(
        test.db,
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      )
    ).length;
  let answer: Promise<Answer> | undefined;
  await test.db.transaction(async (tx) => {
    await rows(tx, `SELECT 1 FROM attempt_budgets FOR UPDATE`);
    answer = attempt();
    await expect.poll(waiting).toBe(1);
    await change(tx);
  });
  if (!answer) throw new Error('Nothing was tried');
  return answer;
}

const setBy = { kind: 'staff', id: '01900000-0000-7000-8000-00000000dead', name: null } as const;

async function identityOf(email: string): Promise<string> {
  const [row] = await rows<{ id: string }>(test.db, `SELECT id FROM identities WHERE email = $1`, [email]);
  return row?.id ?? '';
}

describe('a sign-in under way while its secret is replaced', () => {
  it('opens no session with the old password (REC-8, SES-3)', async () => {
    const person = await aPerson(admin);
    const old = await passwordOf(admin, person.id);
    await signIn(test, person.email, 'a wrong password');
    const hash = await test.app.get(PasswordsService).hash('quite another password');
    const identityId = await identityOf(person.email);

    const answer = await during(
      async () => (await signIn(test, person.email, old)).answer,
      (tx) => test.app.get(PasswordStore).replace(tx, identityId, { hash, setBy, mustChange: false }),
    );

    expect(answer.status).toBe(401);
    expect(await rows(test.db, `SELECT 1 FROM sessions WHERE identity_id = $1`, [identityId])).toEqual([]);
  });

  it('opens no session with the old PIN (REC-8)', async () => {
    const person = await aPerson(admin);
    const old = await pinOf(admin, person.id);
    await signIn(test, person.phone, old);
    await signIn(test, person.phone, old === '111213' ? '111214' : '111213');
    const next = await pinOf(admin, person.id);
    await signIn(test, person.phone, old === '111213' ? '111214' : '111213');
    const identityId = await identityOf(person.email);
    const pins = test.app.get(PinStore);

    const answer = await during(
      async () => (await signIn(test, person.phone, old)).answer,
      async (tx) => {
        const stored = await rows<never>(
          tx,
          `SELECT id, identity_id AS "identityId", state, hash FROM credentials WHERE identity_id = $1`,
          [identityId],
        );
        const pending = stored.find((pin) => pins.matches(pin, next));
        if (pending) await pins.use(tx, pending);
        await rows(tx, `DELETE FROM sessions WHERE identity_id = $1`, [identityId]);
      },
    );

    expect(answer.status).toBe(401);
    expect(await rows(test.db, `SELECT 1 FROM sessions WHERE identity_id = $1`, [identityId])).toEqual([]);
  });

  it('opens no staff session, and brings no old hash back (REC-8, D22)', async () => {
    const { email, id } = await signedInStaff(test, 'agent');
    const passwords = test.app.get(PasswordsService);
    // Made at another cost: a sign-in would store it anew.
    const prepared = (passwords as unknown as { prepared(password: string): string }).prepared(
      'the old password of an agent',
    );
    await rows(test.db, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [
      id,
      await bcrypt.hash(prepared, 5),
    ]);
    const attempt = () => test.client().post('/staff/session', { email, password: 'the old password of an agent' });
    const hash = await passwords.hash('the new password of an agent');

    const raced = await duringCompare(attempt, id, hash);
    expect(raced.status).toBe(401);
    expect(await rows(test.db, `SELECT password_hash AS hash FROM staff_members WHERE id = $1`, [id])).toEqual([
      { hash },
    ]);
  });
});

/** The same for a member of staff: the row is held while the sign-in stands before writing to it. */
async function duringCompare(attempt: () => Promise<Answer>, staffId: string, hash: string): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  await test.db.transaction(async (tx) => {
    await rows(tx, `SELECT 1 FROM staff_members WHERE id = $1 FOR UPDATE`, [staffId]);
    answer = attempt();
    const waiting = async () =>
      (
        await rows(
          test.db,
          `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        )
      ).length;
    await expect.poll(waiting).toBe(1);
    await rows(tx, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [
      staffId,
      hash,
    ]);
  });
  if (!answer) throw new Error('Nothing was tried');
  return answer;
}

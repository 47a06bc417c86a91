import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, signIn } from '../../../test/logins.js';
import { newContact } from '../../../test/people.js';
import { ask, askedToken, mailed, resetMails } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import { transaction } from '../../db/sql.js';
import { PendingResets } from './pending-resets.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

const changeSettings = async (change: object) => {
  const { version } = (await staff.get('/settings')).body;
  expect((await staff.patch('/settings', change, { 'if-match': `"${version}"` })).status).toBe(200);
};

async function eva() {
  const person = await aPerson(staff);
  return { ...person, password: await passwordOf(staff, person.id) };
}

/** Staff learn that the mailbox is somebody else's. */
async function newAddress(id: string) {
  const { body } = await staff.get(`/contacts/${id}`);
  const change = { email: `new-${String(body.email)}` };
  expect((await staff.patch(`/contacts/${id}`, change, { 'if-match': `"${Number(body.version)}"` })).status).toBe(200);
}

const stateOf = async (contactId: string) =>
  (await staff.get(`/password-resets?contactId=${contactId}`)).body.items.map(({ state }: { state: string }) => state);
const finish = (token: string) =>
  test.client().post('/portal/password-reset/finish', { token, password: 'nordisk sommar 31' });

describe('an address that is no longer on file', () => {
  it('is not written to, though the person signs in with it (S2.21, INV-5)', async () => {
    const person = await eva();
    await newAddress(person.id);
    expect((await ask(test, person.email)).status).toBe(202);
    expect(await resetMails(test, person.email)).toEqual([]);
    expect((await staff.get('/password-resets?limit=1')).body.items[0]!.state).toBe('unknown');
    expect((await signIn(test, person.email, person.password)).answer.status).toBe(200);
  });

  it('has no link that works (REC-2)', async () => {
    const person = await eva();
    const token = await askedToken(test, person.email);
    await newAddress(person.id);
    expect((await finish(token)).status).toBe(410);
    expect(await stateOf(person.id)).toEqual(['changed']);
  });

  it('has no temporary password that works, not even in the moment between the look at it and its use (REC-2, REC-11)', async () => {
    await changeSettings({ passwordReset: { mode: 'temporary' } });
    const person = await eva();
    await ask(test, person.email);
    const { temporary_password: temporary } = await mailed(test, person.email);
    const [mail] = await resetMails(test, person.email);
    await newAddress(person.id);
    expect((await signIn(test, person.email, temporary!)).answer.status).toBe(401);
    expect(await transaction(test.db, (tx) => test.app.get(PendingResets).use(tx, mail!.id))).toBe(false);
    await changeSettings({ passwordReset: { mode: 'link' } });
  });
});

describe('a contact that was merged into another', () => {
  it('leaves its link in force, and the record of who asked (REC-1, S2.22)', async () => {
    const gone = await eva();
    const token = await askedToken(test, gone.email);
    const kept = await newContact(staff, gone.customerId, { firstName: 'Eva' });
    expect((await staff.post(`/contacts/${gone.id}/merge`, { into: kept.id })).status).toBe(200);
    expect((await finish(token)).status).toBe(200);
    expect(await stateOf(kept.id)).toEqual(['used']);
  });
});

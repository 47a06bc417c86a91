import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Item } from '../../../test/answer.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, passwordOf, pinOf, signIn, signInWith } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  await askNobodyFirst(test);
  staff = (await signedInStaff(test, 'agent')).client;
});

const NOBODY = '01900000-0000-7000-8000-00000000dead';

const devicesOf = async (contactId: string): Promise<Item[]> =>
  (await staff.get(`/contacts/${contactId}/known-devices`)).body.items;

/** Eva with a PIN, signed in with two browsers. */
async function twice() {
  const eva = await aPerson(staff);
  const pin = await pinOf(staff, eva.id);
  const [{ client: old }, { client: here }] = [await signIn(test, eva.phone, pin), await signIn(test, eva.phone, pin)];
  return { eva, pin, old, here };
}

describe('the browsers of a person', () => {
  it('are seen by staff at each company, when they came first and last, and whether they are signed in (SES-5)', async () => {
    const { eva, old, pin } = await twice();
    const second = await newContact(staff, (await newCustomer(staff)).id, { firstName: 'Eva', email: eva.email });
    await old.delete('/portal/session');
    await rows(
      test.db,
      `UPDATE known_devices SET created_at = now() - interval '40 days', last_seen_at = now() - interval '30 days'`,
    );
    const listed = await devicesOf(eva.id);
    expect(listed).toMatchObject([{ isSignedIn: true }, { isSignedIn: false }]);
    expect(await devicesOf(second.id)).toEqual(listed);
    expect(JSON.stringify(listed)).not.toMatch(/token|isCurrent/);

    expect((await signInWith(old, eva.phone, pin)).status).toBe(200);
    const again = await devicesOf(eva.id);
    expect(again.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
    expect(again.every(({ isSignedIn }) => isSignedIn)).toBe(true);
  });

  it('are ended by staff one by one: signed out on the next request, and known no more (SES-3, SES-5, INV-8)', async () => {
    const { eva, old, here, pin } = await twice();
    const [mine] = (await old.get('/portal/known-devices')).body.items;
    expect((await staff.delete(`/contacts/${eva.id}/known-devices/${mine!.id}`)).status).toBe(200);
    expect((await old.get('/portal/session')).status).toBe(401);
    expect((await here.get('/portal/session')).status).toBe(200);
    expect(await devicesOf(eva.id)).toHaveLength(1);
    for (let guess = 0; guess < 6; guess += 1) await signIn(test, eva.phone, '000000');
    expect((await signInWith(old, eva.phone, pin)).status).toBe(401);
    expect((await signInWith(here, eva.phone, pin)).status).toBe(200);
    const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toContain('session.device_ended_by_staff');
  });

  it('go with a new password, all but the session that set it, which stays in the list', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id);
    const [{ client: old }, { client: here }] = [
      await signIn(test, eva.email, password),
      await signIn(test, eva.email, password),
    ];
    const change = { currentPassword: password, newPassword: 'a wholly different sentence' };
    expect((await here.put('/portal/password', change)).status).toBe(200);
    expect((await old.get('/portal/session')).status).toBe(401);
    const [only, ...others] = (await here.get('/portal/known-devices')).body.items;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ isCurrent: true, isSignedIn: true });
    expect((await here.delete(`/portal/known-devices/${only!.id}`)).status).toBe(200);
    expect((await here.get('/portal/session')).status).toBe(401);
  });

  it('are none for who has no login, nobody else’s, and not for everybody’s hands', async () => {
    const [{ eva }, { eva: other }] = [await twice(), await twice()];
    const [foreign] = await devicesOf(other.id);
    expect((await staff.delete(`/contacts/${eva.id}/known-devices/${foreign!.id}`)).status).toBe(404);
    expect(await devicesOf(other.id)).toHaveLength(2);
    const without = await aPerson(staff);
    expect((await staff.get(`/contacts/${without.id}/known-devices`)).body.code).toBe('credential.none');
    expect((await staff.get(`/contacts/${NOBODY}/known-devices`)).status).toBe(404);
    expect((await staff.get('/contacts/x/known-devices')).status).toBe(400);
    expect((await test.client().get(`/contacts/${eva.id}/known-devices`)).status).toBe(401);
    const { client: viewer } = await signedInStaff(test, 'viewer');
    expect((await viewer.get(`/contacts/${eva.id}/known-devices`)).status).toBe(200);
    expect((await viewer.delete(`/contacts/${eva.id}/known-devices/${foreign!.id}`)).status).toBe(403);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aMinuteLater, aPerson, sentToken } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { ExpiryService } from '../expiry.service.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

const PASSWORD = 'nordisk sommar 31';
const post = (path: string, body: object) => test.client().post(`/portal/activation/${path}`, body);

/** The state as the contact, its access and the filtered list say it: they must agree. */
async function stateOf(person: { id: string; customerId: string }): Promise<string> {
  const state = String((await staff.get(`/contacts/${person.id}`)).body.invitation);
  const access = (await staff.get(`/contacts/${person.id}/access`)).body;
  const listed = await staff.get(`/contacts?customerId=${person.customerId}&invitation=${state}`);
  expect(listed.body.items.map((one: { id: string }) => one.id)).toEqual([person.id]);
  expect(access.invitation).toBe(state);
  return state;
}

const sweep = () => test.app.get(ExpiryService).sweep();
const deliver = (contactId: string, state: string) =>
  rows(test.db, `UPDATE notifications SET state = $2 WHERE contact_id = $1`, [contactId, state]);

describe('the state of an invitation (S4.8, S4.9, S4.11)', () => {
  it('goes from none over invited and opened to accepted, and a scanner moves nothing (INV-9)', async () => {
    const person = await aPerson(staff);
    expect(await stateOf(person)).toBe('none');
    const token = await sentToken(test, staff, person.id);
    for (let look = 0; look < 3; look += 1) await post('view', { token });
    expect(await stateOf(person)).toBe('invited');
    expect((await post('open', { token })).status).toBe(200);
    expect((await post('open', { token })).status).toBe(200);
    expect(await stateOf(person)).toBe('opened');
    const { items } = (await staff.get(`/contacts/${person.id}/activity`)).body;
    expect(items.filter((one: { action: string }) => one.action === 'invitation.opened')).toHaveLength(1);
    await post('accept', { token, password: PASSWORD });
    expect(await stateOf(person)).toBe('accepted');
  });

  it('is revoked, and invited again by the next one', async () => {
    const person = await aPerson(staff);
    await sentToken(test, staff, person.id);
    await staff.post(`/contacts/${person.id}/invitations/revoke`);
    expect(await stateOf(person)).toBe('revoked');
    await aMinuteLater(test, person.id);
    await sentToken(test, staff, person.id);
    expect(await stateOf(person)).toBe('invited');
  });

  it('expires by the clock alone, at the time that the settings say (REC-12)', async () => {
    const settings = (await staff.get('/settings')).body;
    await staff.patch('/settings', { invitations: { days: 3 } }, { 'if-match': `"${settings.version}"` });
    const person = await aPerson(staff);
    await sentToken(test, staff, person.id);
    const [made] = await rows<{ days: number }>(
      test.db,
      `SELECT extract(day FROM expires_at - created_at)::int AS days FROM invitations WHERE contact_id = $1`,
      [person.id],
    );
    expect(made?.days).toBe(3);
    await rows(test.db, `UPDATE invitations SET expires_at = now() WHERE contact_id = $1`, [person.id]);
    await sweep();
    expect(await stateOf(person)).toBe('expired');
  });

  it.each(['refused', 'failed', 'bounced'])(
    'is bounced when its message was %s, until it is sent again',
    async (lost) => {
      const person = await aPerson(staff);
      await sentToken(test, staff, person.id);
      await deliver(person.id, lost);
      await sweep();
      expect(await stateOf(person)).toBe('bounced');
      await deliver(person.id, 'queued');
      await sweep();
      expect(await stateOf(person)).toBe('invited');
    },
  );

  it('stays accepted when a later link runs out', async () => {
    const person = await aPerson(staff);
    await post('accept', { token: await sentToken(test, staff, person.id), password: PASSWORD });
    await aMinuteLater(test, person.id);
    await sentToken(test, staff, person.id);
    expect(await stateOf(person)).toBe('invited');
    await rows(test.db, `UPDATE invitations SET expires_at = now() WHERE contact_id = $1 AND used_at IS NULL`, [
      person.id,
    ]);
    await sweep();
    expect(await stateOf(person)).toBe('accepted');
  });
});

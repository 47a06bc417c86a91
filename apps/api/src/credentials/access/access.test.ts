import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aMinuteLater, aPerson, askNobodyFirst, passwordOf, pinOf, sentToken, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
  await askNobodyFirst(test);
});

const access = async (contactId: string) => (await staff.get(`/contacts/${contactId}/access`)).body;

describe('GET /contacts/:id/access', () => {
  it('follows a person from no way in to active (A3, S0.3, S4.11)', async () => {
    const eva = await aPerson(staff);
    expect(await access(eva.id)).toMatchObject({
      access: 'none',
      identityId: null,
      password: null,
      pin: { active: null, pending: null },
      lastSignIn: null,
      invitations: [],
      companies: [],
      deliveries: [],
      loginIds: [
        { kind: 'email', value: eva.email },
        { kind: 'phone', value: eva.phone },
      ],
      warnings: ['no_way_in'],
      sessions: { count: 0, lastSeenAt: null },
    });
    const token = await sentToken(test, staff, eva.id);
    expect(await access(eva.id)).toMatchObject({
      access: 'invited',
      invitations: [{ state: 'invited' }],
      deliveries: [
        {
          kind: 'portal-credentials',
          subject: expect.not.stringContaining('{{'),
          state: 'queued',
          events: [{ event: 'queued' }],
        },
      ],
      warnings: [],
    });
    await test.client().post('/portal/activation/accept', { token, password: 'nordisk sommar 31' });
    expect(await access(eva.id)).toMatchObject({
      access: 'active',
      lastSignIn: { method: 'link' },
      sessions: { count: 1 },
      companies: [{ contactId: eva.id, isOpen: true }],
    });
  });

  it('says that a password is set, by whom and when, never which (S3.9)', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id, {});
    const view = await access(eva.id);
    expect(view.password).toEqual({
      setBy: 'staff',
      setByName: expect.stringContaining('Staff'),
      setAt: expect.any(String),
      mustChange: true,
    });
    expect(JSON.stringify(view)).not.toContain(password);
    expect(JSON.stringify(view)).not.toContain('$2b$');
  });

  it('counts a sign-in at every company of the person', async () => {
    const eva = await aPerson(staff);
    const pin = await pinOf(staff, eva.id);
    const second = await newContact(staff, (await newCustomer(staff)).id, { firstName: 'Eva', email: eva.email });
    expect((await access(second.id)).access).toBe('invited');
    await signIn(test, eva.phone, pin);
    expect((await access(second.id)).access).toBe('active');
    expect((await access(second.id)).companies).toHaveLength(2);
  });

  it('warns when the contact and the login drifted apart', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    const { version } = (await staff.get(`/contacts/${eva.id}`)).body;
    await staff.patch(
      `/contacts/${eva.id}`,
      { email: 'eva.moved@nordic.example', phones: [{ number: '+46701749995' }] },
      { 'if-match': `"${version}"` },
    );
    expect(await access(eva.id)).toMatchObject({
      loginIds: [{ value: eva.email }, { value: eva.phone }],
      warnings: ['email_differs', 'phone_differs', 'phone_left_over'],
    });
  });

  it('refuses nobody, unknown contacts and nonsense', async () => {
    expect((await test.client().get('/contacts/01900000-0000-7000-8000-00000000dead/access')).status).toBe(401);
    expect((await staff.get('/contacts/01900000-0000-7000-8000-00000000dead/access')).status).toBe(404);
    expect((await staff.get('/contacts/x/access')).status).toBe(400);
  });
});

const WHY: Record<string, object> = { 'lock/lift': { reason: 'Rang and proved who it is' } };

describe('what staff do to a way in', () => {
  it('lifts a lock for a reason, which stands in the record (D6, INV-10)', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    for (const reason of [undefined, '', '  ', 'x'.repeat(201)])
      expect((await staff.post(`/contacts/${eva.id}/lock/lift`, { reason })).status).toBe(422);
    for (let guess = 0; guess < 5; guess += 1) await signIn(test, eva.phone, '000000');
    expect((await access(eva.id)).access).toBe('locked');
    await staff.post(`/contacts/${eva.id}/lock/lift`, WHY['lock/lift']);
    expect((await access(eva.id)).locks).toEqual([]);
    const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
    expect(items[0]).toMatchObject({ action: 'lock.lifted', detail: { reason: 'Rang and proved who it is' } });
  });

  it('revokes open invitations (REC-12, INV-10)', async () => {
    const eva = await aPerson(staff);
    const token = await sentToken(test, staff, eva.id);
    expect((await staff.post(`/contacts/${eva.id}/invitations/revoke`)).body).toEqual({ revoked: 1 });
    expect((await test.client().post('/portal/activation/view', { token })).status).toBe(410);
    expect(await access(eva.id)).toMatchObject({ access: 'none', invitations: [{ state: 'revoked' }] });
    expect((await staff.post(`/contacts/${eva.id}/invitations/revoke`)).body).toEqual({ revoked: 0 });
  });

  it('tells one that a newer one ended from one that somebody revoked (S4.11)', async () => {
    const eva = await aPerson(staff);
    await sentToken(test, staff, eva.id);
    await aMinuteLater(test, eva.id);
    await staff.post(`/contacts/${eva.id}/invitations/revoke`);
    for (let n = 0; n < 2; n += 1) {
      await sentToken(test, staff, eva.id);
      await aMinuteLater(test, eva.id);
    }
    expect((await access(eva.id)).invitations).toMatchObject([
      { state: 'invited', replacedAt: null },
      { state: 'revoked', replacedAt: expect.any(String) },
      { state: 'revoked', replacedAt: null },
    ]);
  });

  it('needs a login to act on, and the permission', async () => {
    const eva = await aPerson(staff);
    for (const path of ['lock/lift', 'invitations/revoke'])
      expect((await staff.post(`/contacts/${eva.id}/${path}`, WHY[path])).body.code).toBe('credential.none');
    expect((await staff.delete(`/contacts/${eva.id}/sessions`)).body.code).toBe('credential.none');
    const { client: viewer } = await signedInStaff(test, 'viewer');
    for (const path of ['lock/lift', 'invitations/revoke']) {
      expect((await viewer.post(`/contacts/${eva.id}/${path}`)).status).toBe(403);
      expect((await test.client().post(`/contacts/${eva.id}/${path}`)).status).toBe(401);
      expect((await staff.post(`/contacts/01900000-0000-7000-8000-00000000dead/${path}`, WHY[path])).status).toBe(404);
    }
    expect((await viewer.delete(`/contacts/${eva.id}/sessions`)).status).toBe(403);
  });
});

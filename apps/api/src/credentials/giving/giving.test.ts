import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import {
  aMinuteLater,
  aPerson,
  askNobodyFirst,
  aPhone,
  filled,
  messagesAbout,
  passwordOf,
  pinOf,
  signIn,
} from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  await askNobodyFirst(test);
});

const give = (id: string, body: object = {}, headers = {}) => staff.post(`/contacts/${id}/access`, body, headers);
const credentialsOf = (contactId: string) =>
  rows(
    test.db,
    `SELECT s.kind, s.hash, i.credential_version FROM contacts c JOIN identities i ON i.id = c.identity_id JOIN credentials s ON s.identity_id = i.id WHERE c.id = $1 ORDER BY s.kind`,
    [contactId],
  );

describe('POST /contacts/:id/access', () => {
  it('shows the plan and changes nothing, then does what it showed (I4)', async () => {
    const eva = await aPerson(staff);
    const planned = await give(eva.id, { plan: true });
    expect([planned.status, planned.body]).toMatchObject([
      202,
      { outcome: 'send', way: 'email', to: eva.email, message: 'invitation', isDone: false, notificationId: null },
    ]);
    expect(await messagesAbout(test, eva.id)).toEqual([]);
    const done = await give(eva.id);
    expect(done.body).toMatchObject({ ...planned.body, isDone: true, notificationId: expect.any(String) });
    expect((await staff.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'invited', invitation: 'invited' });
    const [message] = await messagesAbout(test, eva.id);
    expect(await filled(test, message?.id ?? '')).toMatchObject({ values: { activation_code: expect.any(String) } });
  });

  it('is done once, however often it is pressed, at once or with the same key', async () => {
    const eva = await aPerson(staff);
    const key = { 'idempotency-key': randomUUID() };
    const [one, same] = [await give(eva.id, {}, key), await give(eva.id, {}, key)];
    expect(same.body).toEqual(one.body);
    const more = await Promise.all(Array.from({ length: 5 }, () => give(eva.id)));
    expect(more.map(({ body }) => body.reason)).toEqual(more.map(() => 'already_invited'));
    const ola = await aPerson(staff);
    await Promise.all(Array.from({ length: 8 }, () => give(ola.id)));
    expect([await messagesAbout(test, eva.id), await messagesAbout(test, ola.id)].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
  });

  it('never touches a credential that works (INV-1)', async () => {
    const eva = await aPerson(staff);
    const pin = await pinOf(staff, eva.id);
    const password = await passwordOf(staff, eva.id);
    await signIn(test, eva.phone, pin);
    const before = await credentialsOf(eva.id);
    for (const strategy of ['auto', 'email', 'pin'])
      expect((await give(eva.id, { strategy })).body).toMatchObject({ outcome: 'nothing', reason: 'already_active' });
    expect(await credentialsOf(eva.id)).toEqual(before);
    expect((await signIn(test, eva.email, password)).answer.status).toBe(200);
  });

  it('tells somebody who has a login of the new company, without a link and without a secret (S3.6, INV-1)', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id);
    await signIn(test, eva.email, password);
    const svea = await newCustomer(staff, { name: 'Svea {{Bygg}}' });
    const there = await newContact(staff, svea.id, { firstName: 'Eva', email: eva.email });
    const before = await credentialsOf(eva.id);
    expect((await give(there.id)).body).toMatchObject({ outcome: 'send', message: 'added', to: eva.email });
    const [message] = await messagesAbout(test, there.id);
    expect(message).toMatchObject({
      subject: 'You now also have access to Svea Bygg',
      data: { hasLink: false, pinId: null },
    });
    expect(message?.body).not.toContain('activation');
    expect(await credentialsOf(eva.id)).toEqual(before);
    expect((await give(there.id)).body).toMatchObject({ outcome: 'nothing', reason: 'already_active' });
    const { client } = await signIn(test, eva.email, password);
    expect(await filled(test, message!.id)).toMatchObject({ values: { login_id: eva.email } });
    await client.put('/portal/session/company', { contactId: there.id });
    expect(await filled(test, message!.id)).toEqual({ cancelled: expect.stringContaining('knows the company by now') });
  });

  it('takes phone and PIN where mail does not arrive and no SMS can, and keeps the PIN it issued', async () => {
    const phone = aPhone();
    const eva = await aPerson(staff, { phones: [{ number: phone, type: 'office' }] });
    await rows(
      test.db,
      `INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', 'No such mailbox')`,
      [eva.email],
    );
    expect((await give(eva.id)).body).toMatchObject({ outcome: 'issue_pin', way: 'pin', to: phone, isDone: true });
    const before = await credentialsOf(eva.id);
    expect((await give(eva.id)).body).toMatchObject({ outcome: 'nothing', reason: 'already_invited' });
    expect(await credentialsOf(eva.id)).toEqual(before);
  });

  it('invites again when the last invitation was taken back (S4.9)', async () => {
    const eva = await aPerson(staff);
    await give(eva.id);
    await staff.post(`/contacts/${eva.id}/invitations/revoke`);
    expect((await give(eva.id)).body).toMatchObject({ ways: [{ way: 'email', obstacle: 'recently_sent' }, {}, {}] });
    const bare = await aPerson(staff, { phones: [] });
    await give(bare.id);
    await staff.post(`/contacts/${bare.id}/invitations/revoke`);
    await aMinuteLater(test, bare.id);
    expect((await give(bare.id)).body).toMatchObject({ outcome: 'send', isDone: true });
  });

  it('resends an open invitation when asked to, and the older link stops working (S4.9)', async () => {
    const eva = await aPerson(staff);
    await give(eva.id);
    expect((await give(eva.id, { again: true })).body).toMatchObject({ outcome: 'nothing', reason: 'recently_sent' });
    await aMinuteLater(test, eva.id);
    expect((await give(eva.id, { again: true, plan: true })).body).toMatchObject({ way: 'email', isDone: false });
    expect((await give(eva.id, { again: true })).body).toMatchObject({ message: 'invitation', isDone: true });
    const { invitations } = (await staff.get(`/contacts/${eva.id}/access`)).body;
    expect(invitations).toMatchObject([{ state: 'invited' }, { state: 'revoked', replacedAt: expect.any(String) }]);
  });

  it('refuses who may not send, and knows no contact that is not there', async () => {
    const viewer = (await signedInStaff(test, 'viewer')).client;
    const eva = await aPerson(staff);
    expect((await viewer.post(`/contacts/${eva.id}/access`, {})).status).toBe(403);
    expect((await test.client().post(`/contacts/${eva.id}/access`, {})).status).toBe(401);
    expect((await give(randomUUID())).status).toBe(404);
    expect((await give(eva.id, { strategy: 'pigeon' })).status).toBe(422);
  });
});

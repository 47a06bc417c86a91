import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson } from '../../../test/logins.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, stateOf, useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import type { ContactDto } from '../../contacts/contact.dto.js';
import { rows, transaction } from '../../db/sql.js';
import { AddressTroubles } from './address-troubles.service.js';
import { Bounces, type Report } from './bounces.service.js';

const test = useApp({ ROLE: 'all' });
let mailbox: Mailbox;
let staff: Client;

beforeAll(async () => {
  registerTestKind(test);
  mailbox = await startMailbox();
  await useMailServer(test, mailbox);
  staff = (await signedInStaff(test, 'agent')).client;
});
afterAll(() => mailbox?.stop());

/** Eva, and a message to her that the mail server accepted. */
async function sent() {
  const person = await aPerson(staff);
  const id = await enqueue(test, { to: person.email, contactId: person.id, customerId: person.customerId });
  await reach(test, id, ({ state }) => state === 'accepted');
  return { ...person, messageId: id };
}

const note = (report: Report) => transaction(test.db, (tx) => test.app.get(Bounces).note(tx, report));
const bounce = (person: { messageId: string; email: string }, more: Partial<Report> = {}) =>
  note({
    kind: 'bounced',
    notificationId: person.messageId,
    addresses: [person.email],
    detail: '550 5.1.1 No such person',
    isAboutTheAddress: true,
    ...more,
  });
const troubles = async (contactId: string) =>
  (await staff.get<ContactDto>(`/contacts/${contactId}`)).body.emailTroubles;

describe('a message that comes back', () => {
  it('is bounced in its story, on the contact and among what needs somebody (S4.11, MSG-8)', async () => {
    const person = await sent();
    expect(await bounce(person)).toBe('applied');
    expect(await stateOf(test, person.messageId)).toMatchObject({
      state: 'bounced',
      lastError: '550 5.1.1 No such person',
      events: ['queued', 'handed_over', 'accepted', 'bounced'],
    });
    expect(await troubles(person.id)).toMatchObject([
      { address: person.email, kind: 'bounced', detail: '550 5.1.1 No such person', notificationId: person.messageId },
    ]);
    expect((await staff.get('/dashboard')).body.needsYou).toMatchObject([{ id: person.messageId }]);
    const { items } = (await staff.get(`/contacts/${person.id}/activity`)).body;
    expect(items[0]).toMatchObject({ action: 'notification.bounced', detail: { to: person.email } });
    expect(await bounce(person)).toBe('repeated');
    expect((await stateOf(test, person.messageId)).events).toHaveLength(4);
  });

  it('counts for its own receiver only, after it was accepted, and as long as it exists', async () => {
    const person = await sent();
    expect(await bounce(person, { addresses: ['somebody@else.example'] })).toBe('unknown');
    expect(await bounce(person, { notificationId: person.id })).toBe('unknown');
    const waiting = await enqueue(test, { to: person.email, kind: 'no-such-kind' });
    expect(['early', 'unknown']).toContain(await bounce(person, { notificationId: waiting }));
    expect(await troubles(person.id)).toEqual([]);
  });

  it('says nothing about the address when the cause lies elsewhere', async () => {
    const person = await sent();
    expect(await bounce(person, { isAboutTheAddress: false, detail: '554 5.7.1 Spam' })).toBe('applied');
    expect((await stateOf(test, person.messageId)).state).toBe('bounced');
    expect(await troubles(person.id)).toEqual([]);
  });

  it('can be sent again, which takes the address to work until it comes back anew', async () => {
    const person = await sent();
    await bounce(person);
    const { body } = await staff.get(`/notifications/${person.messageId}`);
    expect(body.allowedActions).toEqual(['retry']);
    expect((await staff.post(`/notifications/${person.messageId}/retry`)).status).toBe(200);
    expect(await troubles(person.id)).toEqual([]);
    await reach(test, person.messageId, ({ state }) => state === 'accepted');
    expect(await bounce(person)).toBe('applied');
    expect(await troubles(person.id)).toHaveLength(1);
  });
});

describe('a troubled address', () => {
  it('is one whose mail server knows no such mailbox, but not one that refuses for another reason (S4.11)', async () => {
    const refused = async (text: string) => {
      const person = await aPerson(staff);
      mailbox.behave({ rcpt: { code: 550, text } });
      const id = await enqueue(test, { to: person.email });
      await reach(test, id, ({ state }) => state === 'refused');
      mailbox.behave({ rcpt: null });
      return (await troubles(person.id)).map(({ kind }) => kind);
    };
    expect(await refused('5.1.1 The account does not exist')).toEqual(['bounced']);
    expect(await refused('No such user here')).toEqual(['bounced']);
    expect(await refused('5.7.1 Your network is on a list: mailbox unavailable')).toEqual([]);
  });

  it('works again when staff say so, and shows who did (INV-10)', async () => {
    const person = await sent();
    await bounce(person);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.delete(`/contacts/${person.id}/email-troubles`)).status).toBe(403);
    expect((await test.client().delete(`/contacts/${person.id}/email-troubles`)).status).toBe(401);
    expect((await staff.delete(`/contacts/${person.messageId}/email-troubles`)).status).toBe(404);
    for (let time = 0; time < 2; time += 1)
      expect((await staff.delete(`/contacts/${person.id}/email-troubles`)).status).toBe(200);
    expect(await troubles(person.id)).toEqual([]);
    const { items } = (await staff.get(`/contacts/${person.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
      'contact.email_trouble_cleared',
      'notification.bounced',
    ]);
  });

  it('works again when a later message is delivered, or was accepted days ago and did not come back', async () => {
    const [told, quiet] = [await sent(), await sent()];
    for (const person of [told, quiet]) {
      await bounce(person);
      const later = await enqueue(test, { to: person.email });
      await reach(test, later, ({ state }) => state === 'accepted');
      Object.assign(person, { later });
    }
    await test.app.get(AddressTroubles).forgetSettled();
    expect([await troubles(told.id), await troubles(quiet.id)]).toMatchObject([[{}], [{}]]);

    const { later } = told as unknown as { later: string };
    const said = { kind: 'delivered', notificationId: later, addresses: [told.email], detail: '250 ok' } as const;
    expect(await note({ ...said, isAboutTheAddress: false })).toBe('applied');
    await rows(test.db, `UPDATE address_troubles SET at = now() - interval '7 days' WHERE address_key = $1`, [
      quiet.email,
    ]);
    await rows(
      test.db,
      `UPDATE notifications SET accepted_at = now() - interval '6 days' WHERE lower(to_address) = $1 AND state = 'accepted'`,
      [quiet.email],
    );
    await test.app.get(AddressTroubles).forgetSettled();
    expect([await troubles(told.id), await troubles(quiet.id)]).toEqual([[], []]);
  });

  it('is not the address of a contact who got another one, and is of whoever gets it (S4.11)', async () => {
    const [person, other] = [await sent(), await aPerson(staff)];
    await bounce(person, { kind: 'complained', detail: 'Reported as spam' });
    expect((await stateOf(test, person.messageId)).state).toBe('accepted');
    const change = async (id: string, email: string) => {
      const { version } = (await staff.get(`/contacts/${id}`)).body;
      await staff.patch(`/contacts/${id}`, { email }, { 'if-match': `"${version}"` });
    };
    await change(person.id, 'eva.new@nordic.example');
    await change(other.id, person.email.toUpperCase());
    expect(await troubles(person.id)).toEqual([]);
    expect(await troubles(other.id)).toMatchObject([{ kind: 'complained', address: person.email.toUpperCase() }]);
  });
});

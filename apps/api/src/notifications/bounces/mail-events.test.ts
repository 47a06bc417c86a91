import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, signIn } from '../../../test/logins.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, stateOf, useMailServer } from '../../../test/messages.js';
import { complaintMail, ordinaryMail, statusMail } from '../../../test/report-mails.js';
import { ask, resetMails, tokenOf } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import type { ContactDto } from '../../contacts/contact.dto.js';
import { MOST_REPORT_BYTES } from './report-mail.js';

const test = useApp({ ROLE: 'all', TRUSTED_PROXIES: '127.0.0.1' });
let mailbox: Mailbox;
let staff: Client;
let secret: string;

beforeAll(async () => {
  registerTestKind(test);
  mailbox = await startMailbox();
  await useMailServer(test, mailbox);
  staff = (await signedInStaff(test, 'owner')).client;
  secret = (await staff.post<{ secret: string }>('/settings/bounces/secret')).body.secret;
});
afterAll(() => mailbox?.stop());

const bearer = (value = secret) => ({ authorization: `Bearer ${value}` });
const post = (events: object[], headers: Record<string, string> = bearer()) =>
  test.client().post('/mail-events', { events }, headers);
const postMail = (mail: Buffer, headers: Record<string, string> = bearer()) =>
  test.client().post('/mail-events/raw', mail, { ...headers, 'content-type': 'message/rfc822' });

async function sent() {
  const person = await aPerson(staff);
  const id = await enqueue(test, { to: person.email, contactId: person.id });
  await reach(test, id, ({ state }) => state === 'accepted');
  return {
    ...person,
    messageId: (await staff.get(`/notifications/${id}`)).body.messageId as string,
    notificationId: id,
  };
}
const troubles = async (id: string) => (await staff.get<ContactDto>(`/contacts/${id}`)).body.emailTroubles;

describe('POST /mail-events', () => {
  it('notes what a provider says, and the same said again changes nothing (S4.11)', async () => {
    const [one, other, third] = [await sent(), await sent(), await sent()];
    const events = [
      { kind: 'bounced', messageId: one.messageId, email: one.email, detail: '550 5.1.1 Unknown' },
      { kind: 'complained', messageId: other.messageId, email: other.email },
      { kind: 'delivered', messageId: third.messageId, email: third.email },
      { kind: 'bounced', messageId: third.messageId, email: one.email },
      { kind: 'bounced', messageId: '<x@y.example>', email: third.email },
    ];
    const answer = await post(events);
    expect([answer.status, answer.body]).toEqual([200, { applied: 3, repeated: 0, unknown: 2 }]);
    expect((await post(events)).body).toEqual({ applied: 0, repeated: 3, unknown: 2 });
    expect(await stateOf(test, one.notificationId)).toMatchObject({ state: 'bounced', lastError: '550 5.1.1 Unknown' });
    expect((await stateOf(test, third.notificationId)).events.at(-1)).toBe('delivered');
    expect(await troubles(other.id)).toMatchObject([{ kind: 'complained' }]);
    expect(await troubles(third.id)).toEqual([]);
  });

  it('marks the address alone where the provider names no message', async () => {
    const person = await sent();
    expect((await post([{ kind: 'bounced', email: person.email, detail: 'Suppressed' }])).body.applied).toBe(1);
    expect(await troubles(person.id)).toMatchObject([{ kind: 'bounced', notificationId: null }]);
    expect((await stateOf(test, person.notificationId)).state).toBe('accepted');
    await post([{ kind: 'delivered', email: person.email }]);
    expect(await troubles(person.id)).toEqual([]);
  });

  it('takes nothing without the secret of the settings, nor with an older one', async () => {
    const person = await sent();
    const events = [{ kind: 'bounced', messageId: person.messageId, email: person.email }];
    const older = secret;
    secret = (await staff.post<{ secret: string }>('/settings/bounces/secret')).body.secret;
    const wrong = [{}, bearer(older), bearer(`${secret}x`), { authorization: secret }, bearer('')];
    for (const headers of wrong) {
      expect((await post(events, headers as Record<string, string>)).status).toBe(403);
      expect(
        (await postMail(statusMail({ ...person, to: person.email }), headers as Record<string, string>)).status,
      ).toBe(403);
    }
    await staff.delete('/settings/bounces/secret');
    expect((await post(events)).status).toBe(403);
    expect((await staff.get('/settings/bounces')).body.secretMadeAt).toBeNull();
    secret = (await staff.post<{ secret: string }>('/settings/bounces/secret')).body.secret;
    expect(JSON.stringify((await staff.get('/settings/bounces')).body)).not.toContain(secret);
    expect((await stateOf(test, person.notificationId)).state).toBe('accepted');
  });

  it('refuses what is not of its form', async () => {
    for (const events of [
      [],
      [{}],
      [{ kind: 'opened', email: 'a@b.example' }],
      Array(201).fill({ kind: 'bounced', email: 'a@b.example' }),
    ])
      expect((await post(events)).status).toBe(422);
    expect((await postMail(ordinaryMail())).status).toBe(400);
    expect((await postMail(Buffer.alloc(MOST_REPORT_BYTES + 1, 32))).status).toBe(413);
    expect((await test.client().post('/mail-events/raw', { events: [] }, bearer())).status).toBe(415);
  });

  it('is set up by owners and admins who proved their password (SES-6, AZN-1)', async () => {
    const agent = (await signedInStaff(test, 'agent')).client;
    expect((await agent.post('/settings/bounces/secret')).status).toBe(403);
    expect((await agent.get('/settings/bounces')).status).toBe(403);
    expect((await test.client().get('/settings/bounces')).status).toBe(401);
  });
});

describe('a new password whose message is accepted and then comes back', () => {
  it('ends its link, leaves the old password working, and says on the contact what happened (INV-3, S2.4, S2.5)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    await ask(test, person.email);
    const [mail] = await resetMails(test, person.email);
    await reach(test, mail!.id, ({ state }) => state === 'accepted');
    const received = mailbox.received.find(
      (one) => one.envelope.to.includes(person.email) && one.mail.text?.includes('/reset#t='),
    );
    const token = tokenOf(/http\S+\/reset#t=[\w-]{43}/.exec(received?.mail.text ?? '')?.[0]);
    expect((await test.client().post('/portal/password-reset/view', { token })).status).toBe(200);

    const report = statusMail({ messageId: received?.mail.messageId ?? '', to: person.email });
    expect((await postMail(report)).body).toEqual({ applied: 1, repeated: 0, unknown: 0 });

    const finish = { token, password: 'nordisk sommar 31' };
    expect((await test.client().post('/portal/password-reset/finish', finish)).status).toBe(410);
    expect((await signIn(test, person.email, password)).answer.status).toBe(200);
    expect((await staff.get(`/password-resets?contactId=${person.id}`)).body.items[0]).toMatchObject({
      state: 'undelivered',
      error: '550 5.1.1 No such person',
    });
    expect(await troubles(person.id)).toMatchObject([{ address: person.email, detail: '550 5.1.1 No such person' }]);
  });

  it('is told of by a complaint too, which ends nothing', async () => {
    const person = await sent();
    expect((await postMail(complaintMail({ messageId: person.messageId, to: person.email }))).body.applied).toBe(1);
    expect(await stateOf(test, person.notificationId)).toMatchObject({ state: 'accepted' });
    expect(await troubles(person.id)).toMatchObject([{ kind: 'complained' }]);
  });
});

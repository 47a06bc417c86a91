import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aMinuteLater, aPerson, LINK_MESSAGE } from '../../../test/logins.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { reach, useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp({ ROLE: 'all' });
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  await useMailServer(test, mailbox);
});
afterAll(async () => {
  await mailbox?.stop();
});

const answering = (data: { code: number; text: string } | null) => mailbox.behave({ data });

describe('credentials on their way over a real mail server', () => {
  it('arrive as a link that lets the person in, and staff see each step (A4, C1, S0.7)', async () => {
    const { client: staff } = await signedInStaff(test, 'agent');
    const person = await aPerson(staff);
    const draft = (await staff.get(`/credential-draft?contactId=${person.id}`)).body;
    const body = { contactIds: [person.id], draft: { subject: draft.subject, body: draft.body } };
    const { sent } = (await staff.post('/credential-sends', body)).body;
    await reach(test, sent[0]!.notificationId, ({ state }) => state === 'accepted');

    const received = mailbox.received.find(({ envelope }) => envelope.to.includes(person.email));
    expect(received?.mail.html).toContain('Set up my login');
    const token = /\/activate#t=([\w-]{43})/.exec(received?.mail.text ?? '')?.[1];
    const browser = test.client();
    const accepted = await browser.post('/portal/activation/accept', { token, password: 'nordisk sommar 31' });
    expect(accepted.body).toEqual({ next: 'home', pin: null });
    const { deliveries } = (await staff.get(`/contacts/${person.id}/access`)).body;
    const steps = deliveries.find(({ id }: { id: string }) => id === sent[0]!.notificationId)!.events;
    expect(steps.map(({ event }: { event: string }) => event)).toEqual(['queued', 'handed_over', 'accepted', 'used']);
  });

  it('change nothing when the server refuses them: what worked before works on (REC-1, INV-3)', async () => {
    const { client: staff } = await signedInStaff(test, 'agent');
    const person = await aPerson(staff);
    const pin = (await staff.post(`/contacts/${person.id}/pin`)).body.pin;
    expect((await test.client().post('/portal/sign-in', { identifier: person.phone, secret: pin })).status).toBe(200);
    answering({ code: 550, text: 'No such person here' });
    const { sent } = (await staff.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE })).body;
    await reach(test, sent[0]!.notificationId, ({ state }) => state === 'refused');
    answering(null);
    expect((await test.client().post('/portal/sign-in', { identifier: person.phone, secret: pin })).status).toBe(200);
    const access = (await staff.get(`/contacts/${person.id}/access`)).body;
    expect(access).toMatchObject({
      access: 'active',
      warnings: ['last_delivery_failed'],
      deliveries: [{ state: 'refused' }],
    });
    expect(JSON.stringify(access.deliveries[0]!.events)).toContain('No such person here');
  });

  it('are cancelled instead of arriving with a dead link when a newer one was sent meanwhile (REC-12)', async () => {
    const { client: staff } = await signedInStaff(test, 'agent');
    const person = await aPerson(staff);
    answering({ code: 451, text: 'Try again later' });
    const send = () => staff.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
    const old = (await send()).body.sent[0]!.notificationId;
    await reach(test, old, ({ events }) => events.includes('deferred'));
    answering(null);
    await aMinuteLater(test, person.id);
    const fresh = (await send()).body.sent[0]!.notificationId;
    await test.db.query(`UPDATE notifications SET next_at = now() WHERE id = $1`, [old]);
    await reach(test, fresh, ({ state }) => state === 'accepted');
    expect((await reach(test, old, ({ state }) => state === 'cancelled')).details).toContain('The link was replaced');
    expect(mailbox.received.filter(({ envelope }) => envelope.to.includes(person.email))).toHaveLength(1);
  });
});

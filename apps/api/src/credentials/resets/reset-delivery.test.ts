import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, signIn } from '../../../test/logins.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { reach, useMailServer } from '../../../test/messages.js';
import { ask, resetMails, tokenOf } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp({ ROLE: 'all', TRUSTED_PROXIES: '127.0.0.1' });
let mailbox: Mailbox;
let staff: Client;

beforeAll(async () => {
  mailbox = await startMailbox();
  await useMailServer(test, mailbox);
  staff = (await signedInStaff(test, 'owner')).client;
});
afterAll(async () => {
  await mailbox?.stop();
});

async function asked() {
  const person = await aPerson(staff);
  const password = await passwordOf(staff, person.id);
  await ask(test, person.email);
  const [mail] = await resetMails(test, person.email);
  return { ...person, password, messageId: mail!.id };
}

const logOf = async (contactId: string) => (await staff.get(`/password-resets?contactId=${contactId}`)).body.items[0]!;
const works = async (email: string, secret: string) => (await signIn(test, email, secret)).answer.status === 200;

describe('a new password on its way over a real mail server', () => {
  it('arrives as a link that works, and is accepted until its arrival is reported (S2.3, S4.1, S4.11, C4)', async () => {
    const person = await asked();
    await reach(test, person.messageId, ({ state }) => state === 'accepted');
    const received = mailbox.received.find(
      ({ envelope, mail }) => envelope.to.includes(person.email) && mail.subject?.includes('Choose a new password'),
    );
    const link = /http\S+\/reset#t=[\w-]{43}/.exec(received?.mail.text ?? '')?.[0];
    expect(received?.mail.html).toContain('>Choose a new password</a>');
    expect(await logOf(person.id)).toMatchObject({ state: 'accepted', sentTo: person.email, error: null });
    const { secret } = (await staff.post<{ secret: string }>('/settings/bounces/secret')).body;
    const events = [{ kind: 'delivered', messageId: received?.mail.messageId, email: person.email }];
    const told = await test.client().post('/mail-events', { events }, { authorization: `Bearer ${secret}` });
    expect([told.status, (await logOf(person.id)).state]).toEqual([200, 'delivered']);
    const finish = { token: tokenOf(link), password: 'nordisk sommar 31' };
    expect((await test.client().post('/portal/password-reset/finish', finish)).status).toBe(200);
    expect(await works(person.email, 'nordisk sommar 31')).toBe(true);
  });

  it('is nothing when the server refuses it: the old password works, and staff read why (S2.4, S2.5, INV-3, REC-1)', async () => {
    mailbox.behave({ data: { code: 550, text: 'No such person here' } });
    const person = await asked();
    await reach(test, person.messageId, ({ state }) => state === 'refused');
    mailbox.behave({ data: null });
    expect(await logOf(person.id)).toMatchObject({ state: 'undelivered', sentTo: person.email });
    expect((await logOf(person.id)).error).toContain('No such person here');
    expect((await staff.get(`/notifications/${person.messageId}`)).body.allowedActions).toEqual([]);
    expect((await staff.post(`/notifications/${person.messageId}/retry`)).status).toBe(409);
    expect(await works(person.email, person.password)).toBe(true);
  });

  it('waits while the server is down, and the old password works; then its link does (INV-3, R5)', async () => {
    await mailbox.stop();
    const person = await asked();
    await reach(test, person.messageId, ({ events }) => events.includes('deferred'));
    expect(await logOf(person.id)).toMatchObject({ state: 'sending', error: expect.stringContaining('ECONNREFUSED') });
    await mailbox.start();
    await test.db.query(`UPDATE notifications SET next_at = now() WHERE id = $1`, [person.messageId]);
    await reach(test, person.messageId, ({ state }) => state === 'accepted');
    expect(await works(person.email, person.password)).toBe(true);
  });

  it('waits while the server is busy, and is not sent any more when the person remembered (D3)', async () => {
    mailbox.behave({ data: { code: 451, text: 'Try again later' } });
    const person = await asked();
    await reach(test, person.messageId, ({ events }) => events.includes('deferred'));
    expect((await logOf(person.id)).state).toBe('sending');
    expect(await works(person.email, person.password)).toBe(true);
    mailbox.behave({ data: null });
    await test.db.query(`UPDATE notifications SET next_at = now() WHERE id = $1`, [person.messageId]);
    await reach(test, person.messageId, ({ state }) => state === 'cancelled');
    expect((await logOf(person.id)).state).toBe('old_password');
    expect(await works(person.email, person.password)).toBe(true);
  });
});

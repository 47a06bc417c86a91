import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import {
  aMinuteLater,
  aPerson,
  filled,
  LINK_MESSAGE,
  messagesAbout,
  PIN_MESSAGE,
  pinOf,
  sentToken,
  signIn,
} from '../../../test/logins.js';
import { newContact } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
});

const send = (contactIds: string[], draft: object = LINK_MESSAGE, { client = staff, key = newId() } = {}) =>
  client.post('/credential-sends', { contactIds, draft }, { 'idempotency-key': key });

describe('POST /credential-sends', () => {
  it('queues one message with a link that leads to the configured address, the secret in its fragment (S0.4, S0.7, A4, D11, REC-6)', async () => {
    const person = await aPerson(staff);
    const answer = await staff.post(
      '/credential-sends',
      { contactIds: [person.id], draft: LINK_MESSAGE },
      { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    );
    expect(answer).toMatchObject({
      status: 202,
      body: { sent: [{ contactId: person.id, to: person.email }], skipped: [] },
    });
    const message = await filled(test, answer.body.sent[0]!.notificationId);
    expect(message).toMatchObject({
      values: { login_id: person.email, portal_link: `${test.config.portalOrigin}/sign-in`, name: 'Eva Lind' },
    });
    expect((message as { values: Record<string, string> }).values.activation_link).toMatch(
      new RegExp(`^${test.config.portalOrigin}/activate#t=[\\w-]{43}$`),
    );
    expect((await staff.get(`/contacts/${person.id}/access`)).body).toMatchObject({
      access: 'invited',
      invitations: [{ state: 'invited', sentTo: person.email }],
    });
  });

  it("writes the template in each contact's own language, and a text of its own as it is, to everybody (S0.6, S0.11)", async () => {
    const people = [await aPerson(staff, { language: 'sv' }), await aPerson(staff, { language: 'de' })];
    const ids = people.map(({ id }) => id);
    const shown = async (draft: object): Promise<unknown> =>
      (await staff.post('/credential-previews', { contactIds: ids, draft })).body.items.map((item) => [
        item.language,
        String(item.subject).split(' ')[0],
      ]);
    expect(await shown({})).toEqual([
      ['sv', 'Din'],
      ['de', 'Ihr'],
    ]);
    expect(await shown({ language: 'en' })).toEqual([
      ['en', 'Your'],
      ['en', 'Your'],
    ]);
    expect(await shown({ subject: 'News {{company}}', body: 'Here: {{activation_link}}' })).toEqual([
      ['sv', 'News'],
      ['de', 'News'],
    ]);
    expect((await send(ids, { subject: 'Only a subject' })).status).toBe(422);
    expect((await send(ids, {})).body.sent).toHaveLength(2);
    const stored = await rows(
      test.db,
      `SELECT language, subject FROM notifications WHERE contact_id = ANY ($1) ORDER BY id`,
      [ids],
    );
    expect(stored).toEqual([
      { language: 'sv', subject: 'Din inloggning hos {{company}}' },
      { language: 'de', subject: 'Ihr Zugang zu {{company}}' },
    ]);
    expect((await staff.get(`/contacts/${ids[0]}/access`)).body.deliveries[0]).toMatchObject({
      subject: expect.stringMatching(/^Din inloggning hos [^{]+$/),
    });
  });

  it('keeps no secret anywhere in the database, and says the same at every try (REC-7, R2, MSG-6)', async () => {
    const person = await aPerson(staff);
    const { sent } = (await send([person.id], { subject: 'Hi', body: `${PIN_MESSAGE.body} {{activation_link}}` })).body;
    const first = (await filled(test, sent[0]!.notificationId)) as { values: Record<string, string> };
    expect(await filled(test, sent[0]!.notificationId)).toEqual(first);
    const token = first.values.activation_link?.split('#t=')[1] ?? '';
    const tables = [
      'notifications',
      'notification_events',
      'invitations',
      'credentials',
      'identities',
      'audit_events',
      'idempotency_keys',
      'contacts',
    ];
    const dump = await Promise.all(tables.map((table) => rows(test.db, `SELECT t::text FROM ${table} t`)));
    expect(JSON.stringify(dump)).not.toContain(token);
    // The microseconds of a time have as many digits as a PIN.
    expect(JSON.stringify(dump).replaceAll(/:\d\d\.\d+/g, '')).not.toMatch(
      new RegExp(`"[^"]*\\b${first.values.initial_pin}\\b`),
    );
    expect((await signIn(test, person.phone, first.values.initial_pin ?? '')).answer.status).toBe(200);
  });

  it('sends the PIN that can still be read, issues one when none can, and cancels it once it was used (S0.7, S0.9)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const first = (await send([person.id], PIN_MESSAGE)).body.sent[0]!.notificationId;
    expect(await filled(test, first)).toMatchObject({ values: { initial_pin: pin, login_id: person.phone } });
    await signIn(test, person.phone, pin);
    expect(await filled(test, first)).toEqual({
      cancelled: 'The PIN was used',
      known: {
        portal_link: expect.any(String),
        login_id: expect.any(String),
        valid_until: expect.any(String),
        name: expect.any(String),
        company: expect.any(String),
      },
    });
    await aMinuteLater(test, person.id);
    const second = await filled(test, (await send([person.id], PIN_MESSAGE)).body.sent[0]!.notificationId);
    expect((second as { values: Record<string, string> }).values.initial_pin).not.toBe(pin);
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
  });

  it('lets the older link die when a new one is sent (REC-12, INV-10)', async () => {
    const person = await aPerson(staff);
    const old = await sentToken(test, staff, person.id);
    const [message] = await messagesAbout(test, person.id);
    await aMinuteLater(test, person.id);
    const fresh = await sentToken(test, staff, person.id);
    expect(fresh).not.toBe(old);
    const view = (token: string) => test.client().post('/portal/activation/view', { token });
    expect([(await view(old)).status, (await view(fresh)).status]).toEqual([410, 200]);
    const { lostSense, content } = (await staff.get(`/notifications/${message?.id}`)).body;
    expect(lostSense).toBe('The link was replaced');
    expect(content.text).toContain(`Open •••••• or sign in as ${person.email}`);
    const events = (await staff.get(`/contacts/${person.id}/activity`)).body.items;
    expect(events.filter((event: { action: string }) => event.action === 'credential.sent')).toHaveLength(2);
  });

  it('sends to many, says whom it left out and why (S0.13, S0.10, S0.11)', async () => {
    const [one, two] = [await aPerson(staff), await aPerson(staff)];
    const noMail = await newContact(staff, one.customerId, { firstName: 'Ola', phones: [{ number: '+46701749997' }] });
    const noPhone = await newContact(staff, one.customerId, { firstName: 'Kim', email: 'kim@nordic.example' });
    const guest = await newContact(staff, one.customerId, {
      firstName: 'Per',
      email: 'per@nordic.example',
      isPortalUser: false,
    });
    const unknown = newId();
    const answer = await send([one.id, two.id, noMail.id, noPhone.id, guest.id, unknown], PIN_MESSAGE);
    expect(answer.body.sent.map(({ contactId }: { contactId: string }) => contactId)).toEqual([one.id, two.id]);
    expect(answer.body.skipped).toEqual([
      { contactId: noMail.id, code: 'no_email' },
      { contactId: noPhone.id, code: 'no_phone_login' },
      { contactId: guest.id, code: 'not_portal_user' },
      { contactId: unknown, code: 'not_found' },
    ]);
  });

  it('waits 60 seconds, ends at ten a day, also when asked at once (D2)', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => send([person.id])));
    expect(answers.filter(({ body }) => body.sent.length === 1)).toHaveLength(1);
    expect((await send([person.id])).body.skipped).toEqual([{ contactId: person.id, code: 'recently_sent' }]);
    for (let more = 0; more < 9; more += 1) {
      await aMinuteLater(test, person.id);
      expect((await send([person.id])).body.sent).toHaveLength(1);
    }
    await aMinuteLater(test, person.id);
    expect((await send([person.id])).body.skipped).toEqual([{ contactId: person.id, code: 'daily_limit' }]);
  });

  it('does one request once, however often it is sent (D12, R4)', async () => {
    const person = await aPerson(staff);
    const key = newId();
    const answer = await send([person.id], LINK_MESSAGE, { key });
    expect((await send([person.id], LINK_MESSAGE, { key })).body).toEqual(answer.body);
    // The process died before it could note its answer: the same request does the work again, and nothing twice.
    await rows(test.db, `DELETE FROM idempotency_keys WHERE key = $1`, [key]);
    await aMinuteLater(test, person.id);
    expect((await send([person.id], LINK_MESSAGE, { key })).body).toEqual(answer.body);
    expect(await messagesAbout(test, person.id)).toHaveLength(1);
  });

  it('refuses unknown placeholders and secrets in the subject (D2)', async () => {
    const person = await aPerson(staff);
    for (const body of ['{{PIN}}', '{{ password }}', '{{constructor}}', '{{}}']) {
      expect((await send([person.id], { subject: 'Hi', body })).body).toMatchObject({
        status: 422,
        code: 'credential.placeholder_unknown',
      });
    }
    expect((await send([person.id], { subject: '{{initial_pin}}', body: 'Hi' })).body.code).toBe(
      'credential.placeholder_unknown',
    );
    expect((await send([person.id], { subject: 'Hi\r\nBcc: x@evil.example', body: 'Hi' })).status).toBe(422);
    expect(await messagesAbout(test, person.id)).toEqual([]);
  });

  it('refuses viewers, nobody, and nothing to send to', async () => {
    const person = await aPerson(staff);
    expect(
      (await send([person.id], LINK_MESSAGE, { client: (await signedInStaff(test, 'viewer')).client })).status,
    ).toBe(403);
    expect((await send([person.id], LINK_MESSAGE, { client: test.client() })).status).toBe(401);
    expect((await send([])).status).toBe(422);
  });
});

describe('limits and ways to send', () => {
  it('ends at 200 messages of one staff member within an hour (D2)', async () => {
    const person = await aPerson(staff);
    const [one, two] = [await signedInStaff(test, 'agent'), await signedInStaff(test, 'agent')];
    await send([person.id], LINK_MESSAGE, { client: one.client });
    await rows(test.db, `UPDATE attempt_budgets SET used = 200 WHERE kind = 'credential-send'`);
    const other = await aPerson(staff);
    const answer = await send([other.id], LINK_MESSAGE, { client: one.client });
    expect(answer.body.skipped).toEqual([{ contactId: other.id, code: 'hourly_limit' }]);
    expect((await send([other.id], LINK_MESSAGE, { client: two.client })).body.sent).toHaveLength(1);
  });

  it('cannot send a PIN that may not be read (D1)', async () => {
    const { client: owner } = await signedInStaff(test, 'owner');
    const { version } = (await owner.get('/settings')).body;
    const changed = await owner.patch('/settings', { pins: { readableDays: 0 } }, { 'if-match': `"${version}"` });
    const person = await aPerson(staff);
    expect((await send([person.id], PIN_MESSAGE)).body.skipped).toMatchObject([{ code: 'pin_not_available' }]);
    await pinOf(staff, person.id);
    const reveal = await staff.post(`/contacts/${person.id}/pin/reveal`, { reason: 'Asked' });
    expect(reveal.body.code).toBe('pin.not_readable');
    await owner.patch('/settings', { pins: { readableDays: 30 } }, { 'if-match': `"${changed.body.version}"` });
  });

  it("starts from the company's own text where it wrote one", async () => {
    const { client: owner } = await signedInStaff(test, 'owner');
    const { version } = (await owner.get('/settings')).body;
    const templates = { 'portal-credentials': { en: { subject: 'Welcome', body: 'Our words: {{activation_link}}' } } };
    await owner.patch('/settings', { templates }, { 'if-match': `"${version}"` });
    const person = await aPerson(staff);
    const draft = (await staff.get(`/credential-draft?contactId=${person.id}&language=en`)).body;
    expect(draft).toMatchObject({ subject: 'Welcome', warnings: ['login_id_missing'] });
  });

  it('takes an API key with the scope, asks it for a key of the request, and shows it no secret (S0.8, D15)', async () => {
    const { client: owner } = await signedInStaff(test, 'owner');
    const made = await owner.post('/api-keys', { name: 'ERP', scopes: ['credential:send'], expiresInDays: 1 });
    const key = test.client();
    key.headers.authorization = `Bearer ${made.body.key}`;
    const person = await aPerson(staff);
    const body = { contactIds: [person.id], draft: LINK_MESSAGE };
    expect((await key.post('/credential-sends', body)).body.code).toBe('idempotency.key_required');
    expect((await key.post('/credential-sends', body, { 'idempotency-key': 'order-17' })).body.sent).toHaveLength(1);
    expect((await key.post(`/contacts/${person.id}/pin`)).status).toBe(403);
    expect((await key.post(`/contacts/${person.id}/pin/reveal`, { reason: 'x' })).status).toBe(403);
    expect((await key.put(`/contacts/${person.id}/password`, {})).status).toBe(403);
  });
});

describe('POST /notifications/:id/correction', () => {
  let agent: Client;
  beforeAll(async () => {
    agent = (await signedInStaff(test, 'agent')).client;
  });
  const correct = (id: string, email: string, key = newId()) =>
    agent.post(`/notifications/${id}/correction`, { email }, { 'idempotency-key': key });
  const tokenOf = async (id: string): Promise<string> => {
    const content = await filled(test, id);
    return 'cancelled' in content ? content.cancelled : (content.values.activation_link ?? '').split('#t=')[1]!;
  };
  const lostMessage = async (personId: string, draft?: object): Promise<string> => {
    const { notificationId } = (await send([personId], draft, { client: agent })).body.sent[0]!;
    await rows(test.db, `UPDATE notifications SET state = 'refused' WHERE id = $1 RETURNING id`, [notificationId]);
    return notificationId;
  };

  it('mends the address and sends the same words there at once, with a new link; the old one stays dead (MSG-8, REC-12, INV-10)', async () => {
    const person = await aPerson(agent);
    const id = await lostMessage(person.id, { subject: 'Your door', body: 'Hello {{name}}: {{activation_link}}' });
    const old = await tokenOf(id);
    const email = `right-${person.email}`;
    const key = newId();
    const answer = await correct(id, email, key);
    expect([answer.status, answer.body]).toMatchObject([202, { contactId: person.id, to: email }]);
    expect((await agent.get(`/contacts/${person.id}`)).body.email).toBe(email);
    const message = (await messagesAbout(test, person.id)).at(-1);
    expect(message).toMatchObject({ id: answer.body.notificationId, to: email, subject: 'Your door' });
    const token = await tokenOf(answer.body.notificationId);
    const view = (one: string) => test.client().post('/portal/activation/view', { token: one });
    expect([(await view(old)).status, (await view(token)).body]).toMatchObject([
      410,
      { loginIds: [email, person.phone] },
    ]);
    expect((await agent.post(`/notifications/${id}/retry`)).status).toBe(409);
    const { items } = (await agent.get(`/contacts/${person.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['contact.changed', 'credential.sent']),
    );
    // The process died before it could note its answer.
    await rows(test.db, `DELETE FROM idempotency_keys WHERE key = $1`, [key]);
    expect((await correct(id, email, key)).body).toEqual(answer.body);
  });

  it('changes nothing where nothing can be sent, and wants another address than the one that failed', async () => {
    const person = await aPerson(agent);
    const id = await lostMessage(person.id);
    expect((await correct(id, ` ${person.email.toUpperCase()}`)).body.errors).toMatchObject([
      { pointer: '/email', code: 'contact.same_address' },
    ]);
    expect((await correct(id, 'nobody')).body.errors).toMatchObject([{ pointer: '/email' }]);
    await rows(test.db, `UPDATE notifications SET state = 'accepted' WHERE id = $1 RETURNING id`, [id]);
    expect((await correct(id, `a-${person.email}`)).body.code).toBe('notification.not_retryable');
    await rows(test.db, `UPDATE notifications SET state = 'bounced' WHERE id = $1 RETURNING id`, [id]);
    const other = await aPerson(agent);
    await send([other.id], LINK_MESSAGE, { client: agent });
    expect((await correct(id, other.email)).body).toMatchObject({
      code: 'credential.not_sent',
      reason: 'login_email_differs',
    });
    const { version } = (await agent.get(`/contacts/${person.id}`)).body;
    await agent.patch(`/contacts/${person.id}`, { isPortalUser: false }, { 'if-match': `"${version}"` });
    const refused = await correct(id, `b-${person.email}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'contact.not_portal_user']);
    expect((await agent.get(`/contacts/${person.id}`)).body.email).toBe(person.email);
  });
});

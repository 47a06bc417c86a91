import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { CANARY, enqueue, reach, registerTestKind, stateOf, useMailServer } from '../../../test/messages.js';
import { type FakeProvider, startSmsProvider, useSms } from '../../../test/sms-provider.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { MessageKinds } from '../message-kinds.js';
import { SmsAlarms } from './stops/sms-alarms.js';

const test = useApp({ ROLE: 'all', OUTGOING_PRIVATE: 'true', LEASE_SECONDS: '3' });
let provider: FakeProvider;
let mailbox: Mailbox;
let owner: Client;

beforeAll(async () => {
  [provider, mailbox] = await Promise.all([startSmsProvider(), startMailbox()]);
  registerTestKind(test);
  owner = (await signedInStaff(test, 'owner')).client;
  await useMailServer(test, mailbox);
});
beforeEach(() => {
  provider.asked.length = 0;
  provider.behave(() => ({ status: 202, text: '{"ok":true}' }));
});
afterAll(async () => {
  await provider.stop();
  await mailbox.stop();
});

let numbers = 0;
const aNumber = (): string => `+4670190${String(1000 + (numbers += 1)).slice(-4)}`;
const sms = (to: string = aNumber(), more = {}) =>
  enqueue(test, { channel: 'sms', to, subject: 'Code', body: 'Hello {{name}}: {{secret}}', ...more });
const byHttp = (more = {}) =>
  useSms(test, {
    provider: 'http',
    httpUrl: `${provider.origin}/send?n={{to}}`,
    sender: 'Nordic',
    dailyParts: 200,
    ...more,
  });

describe('an SMS on its way', () => {
  it('is kept in the Outbox while no provider is set up, counted as one would count it, and shows its parts without the secret (MSG-6)', async () => {
    const usage = async () => (await owner.get('/settings/sms-usage')).body;
    expect(await usage()).toMatchObject({ mode: 'outbox', today: 0 });
    const id = await sms();
    const row = await reach(test, id, ({ state }) => state === 'accepted');
    expect(row.details.at(-1)).toContain('no SMS provider is set up');
    const { body } = await owner.get(`/notifications/${id}`);
    expect(body).toMatchObject({ channel: 'sms', smsParts: 1, sms: { encoding: 'gsm7', parts: 1 } });
    const tried = await owner.post('/settings/sms-test', { to: aNumber(), text: 'a'.repeat(160) });
    expect(tried.body).toMatchObject({ accepted: true, answer: expect.stringContaining('development outbox') });
    expect(await usage()).toMatchObject({ mode: 'outbox', today: 2, days30: 2 });
    expect(body.content).toEqual({ subject: 'Code', text: 'Hello Eva: ••••••', html: '' });
  });

  it('goes out as the request of the settings, with its id as the key that tells copies, and says the provider’s words (S2.3, MSG-10)', async () => {
    await byHttp();
    provider.behave(({ body }) => ({ status: 200, text: `queued: ${JSON.parse(body).text}` }));
    const to = aNumber();
    const id = await sms(to, { body: 'Say "{{name}}"\n{{secret}}' });
    const row = await reach(test, id, ({ state }) => state === 'accepted');
    const [asked] = provider.asked;
    expect(asked).toMatchObject({ method: 'POST', path: `/send?n=${encodeURIComponent(to)}` });
    expect(asked?.headers).toMatchObject({ 'idempotency-key': id, 'content-type': 'application/json' });
    expect(JSON.parse(asked?.body ?? '')).toEqual({ to, from: 'Nordic', text: `Say "Eva"\n${CANARY}`, reference: id });
    expect(row.events).toEqual(['queued', 'handed_over', 'accepted']);
    // The provider said the text back: nothing secret of it is kept.
    expect(row.details.at(-1)).toContain('200 queued');
    expect(JSON.stringify(row)).not.toContain(CANARY);
    expect((await owner.get(`/notifications/${id}`)).body.smsParts).toBe(1);
  });

  it('is refused for good by a 4xx, and waits while the provider is down, busy or has its password wrong (MSG-8)', async () => {
    await byHttp();
    provider.behave(() => ({ status: 422, text: 'not a mobile number' }));
    const refused = await reach(test, await sms(), ({ state }) => state === 'refused');
    expect(refused.lastError).toBe('422 not a mobile number');
    for (const status of [500, 429, 401, 302]) {
      provider.behave(() => ({ status, text: 'no' }));
      const row = await reach(test, await sms(), ({ events }) => events.includes('deferred'));
      expect([row.state, row.lastError]).toEqual(['queued', `${status} no`]);
    }
    expect(provider.asked).toHaveLength(5);
    await rows(test.db, `UPDATE notifications SET state = 'cancelled' WHERE state = 'queued'`);
  });

  it('goes to one number three times within ten minutes, to listed countries, and to phone numbers only (D9, MSG-10)', async () => {
    await byHttp();
    const to = aNumber();
    for (let n = 0; n < 3; n += 1) await reach(test, await sms(to), ({ state }) => state === 'accepted');
    const fourth = await reach(test, await sms(to), ({ state }) => state === 'refused');
    expect(fourth.lastError).toContain('3 SMS within 10 minutes');
    const abroad = await reach(test, await sms('+33612345678'), ({ state }) => state === 'refused');
    expect(abroad.lastError).toBe('Numbers of FR are not on the list of countries');
    expect((await reach(test, await sms('0701234567'), ({ state }) => state === 'refused')).lastError).toBe(
      'Not a phone number',
    );
    await byHttp({ countries: ['FR'] });
    await reach(test, await sms('+33612345678'), ({ state }) => state === 'accepted');
    await byHttp({ countries: [] });
    expect(provider.asked).toHaveLength(4);
  });

  it('stops for the day at the parts of the settings, and tells staff at four fifths (D9)', async () => {
    await rows(test.db, `DELETE FROM sms_days`);
    await byHttp({ dailyParts: 5 });
    const long = { body: 'a'.repeat(300) };
    for (let n = 0; n < 2; n += 1) await reach(test, await sms(aNumber(), long), ({ state }) => state === 'accepted');
    const [alert] = await rows<{ id: string }>(test.db, `SELECT id FROM notifications WHERE kind = 'sms-alert'`);
    expect((await owner.get(`/notifications/${alert?.id}`)).body.content.text).toContain('4 of 5 parts');
    const third = await reach(test, await sms(aNumber(), long), ({ state }) => state === 'refused');
    expect(third.lastError).toBe('The daily stop of 5 parts is reached');
    await reach(test, await sms(), ({ state }) => state === 'accepted');
    expect((await owner.get('/settings/sms-usage')).body).toMatchObject({ mode: 'provider', today: 5, dailyParts: 5 });
    expect(await rows(test.db, `SELECT 1 FROM notifications WHERE kind = 'sms-alert'`)).toHaveLength(1);
    await byHttp();
  });

  it('that was in hand when its process died is not paid for twice, unless somebody waits for its secret (R2)', async () => {
    await byHttp();
    const information = await sms();
    const code = await sms(aNumber(), { expiresAt: new Date(Date.now() + 600_000) });
    const ids = [information, code];
    for (const id of ids) await reach(test, id, ({ state }) => state === 'accepted');
    await rows(test.db, `DELETE FROM notification_events WHERE event = 'accepted' AND notification_id = ANY ($1)`, [
      ids,
    ]);
    await rows(
      test.db,
      `UPDATE notifications SET state = 'sending', lease_token = $2, lease_until = now() - interval '1 second' WHERE id = ANY ($1)`,
      [ids, newId()],
    );
    await reach(test, code, ({ state, deaths }) => state === 'accepted' && deaths === 1);
    const unknown = await stateOf(test, information);
    expect(unknown.state).toBe('failed');
    expect(unknown.lastError).toContain('may have been sent');
    expect((await owner.get(`/notifications/${information}`)).body.allowedActions).toEqual(['retry']);
    expect(provider.asked).toHaveLength(3);
  });

  it('leaves as an e-mail to the carrier of the person, digits before the @; not by a gateway that was switched off (S2.14, S2.15, D9)', async () => {
    const { items } = (await owner.get('/carriers')).body;
    expect(items.map(({ name, status }: { name: string; status: string }) => [name, status])).toEqual([
      ['AT&T (US)', 'ended'],
      ['T-Mobile (US)', 'ended'],
      ['Verizon (US)', expect.stringMatching(/end/)],
    ]);
    const carrier = { name: 'Paid gateway', domain: 'SMS.example', numberFormat: 'international' };
    const made = await owner.post('/carriers', carrier);
    expect(made.body).toMatchObject({ domain: 'sms.example', status: 'live', country: null, endsOn: null });
    await useSms(test, { provider: 'gateway' });
    const nobody = await reach(test, await sms(), ({ state }) => state === 'refused');
    expect(nobody.lastError).toContain('No carrier');
    await useSms(test, { gatewayCarrierId: made.body.id });
    const id = await sms('+46701234567');
    await reach(test, id, ({ state }) => state === 'accepted');
    const mail = mailbox.received.find(({ envelope }) => envelope.to[0]?.endsWith('@sms.example'));
    expect(mail?.envelope.to).toEqual(['46701234567@sms.example']);
    expect(mail?.mail.text?.trim()).toBe(`Hello Eva: ${CANARY}`);
    expect(mail?.mail.html).toBeUndefined();
    const end = { endsOn: '2025-06-17' };
    const ended = await owner.patch(`/carriers/${made.body.id}`, end, { 'if-match': `"${made.body.version}"` });
    expect(ended.body.status).toBe('ended');
    const dead = await reach(test, await sms(), ({ state }) => state === 'refused');
    expect(dead.lastError).toBe('Paid gateway switched its gateway off on 2025-06-17');
    expect((await owner.delete(`/carriers/${made.body.id}`)).body.code).toBe('row.in_use');
    await useSms(test, { gatewayCarrierId: null });
    expect((await owner.delete(`/carriers/${made.body.id}`)).status).toBe(200);
  });
});

describe('SMS that somebody asks for to be paid for', () => {
  /** One that people asked for and that was handed over so many minutes ago. */
  const gone = (to: string, { minutes = 1, subject = 'Code' } = {}) =>
    rows(
      test.db,
      `INSERT INTO notifications (id, kind, channel, to_address, destination, language, subject, body, state, sms_parts, created_at)
       VALUES ($1, 'asked-kind', 'sms', $2, 'sms', 'en', $3, '', 'accepted', 1, now() - make_interval(mins => $4))`,
      [newId(), to, subject, minutes],
    );
  const stops = async () => (await owner.get('/settings/sms-stops')).body.items;
  const lift = (id: string, body: object) => owner.post(`/settings/sms-stops/${id}/lift`, body);
  const asked = (to: string) => sms(to, { kind: 'asked-kind' });

  beforeAll(async () => {
    const fill = () => Promise.resolve({ values: { name: 'Eva', secret: CANARY }, secret: ['secret'] });
    const isUsed = `n.subject = 'Used'`;
    test.app
      .get(MessageKinds)
      .register({ kind: 'asked-kind', placeholders: ['name', 'secret'], asked: { isUsed }, fill });
    await byHttp({ countries: ['FR', 'DE', 'SE'] });
  });

  it('stop for the country at the fifth of numbers in a row within an hour; staff are told and lift it with a reason (D9, MSG-10, INV-10)', async () => {
    for (const last of [10, 11, 12, 13]) await gone(`+336123456${last}`, { minutes: 61 });
    for (const last of [20, 21, 22]) await gone(`+336123456${last}`);
    await reach(test, await asked('+33612345623'), ({ state }) => state === 'accepted');
    const fifth = await reach(test, await asked('+33612345624'), ({ state }) => state === 'refused');
    expect(fifth.lastError).toBe('SMS to FR are stopped until staff lift the stop');
    await reach(test, await sms('+33798765432'), ({ state }) => state === 'refused');
    await reach(test, await asked('+4917012345678'), ({ state }) => state === 'accepted');
    const [stop] = await stops();
    expect(await stops()).toEqual([expect.objectContaining({ country: 'FR', cause: 'neighbours', sent: 5, used: 0 })]);
    const [told] = await rows<{ id: string }>(test.db, `SELECT id FROM notifications WHERE kind = 'sms-stopped'`);
    expect((await owner.get(`/notifications/${told?.id}`)).body.content.text).toContain('5 numbers in France');
    expect((await owner.get('/dashboard')).body.needsYou).toContainEqual(
      expect.objectContaining({ kind: 'sms_stopped', title: 'FR' }),
    );
    const { client: agent } = await signedInStaff(test, 'agent');
    expect((await agent.post(`/settings/sms-stops/${stop?.id}/lift`, { reason: 'A fair' })).status).toBe(403);
    expect((await lift(stop!.id, { reason: ' ' })).status).toBe(422);
    expect((await lift(stop!.id, { reason: 'A fair in Lyon' })).status).toBe(200);
    expect((await lift(stop!.id, { reason: 'Again' })).status).toBe(404);
    expect(await stops()).toEqual([]);
    await reach(test, await asked('+33612345625'), ({ state }) => state === 'accepted');
    const audit = await rows(test.db, `SELECT action FROM audit_events WHERE action LIKE 'sms.stop%' ORDER BY id`);
    expect(audit).toEqual([{ action: 'sms.stopped' }, { action: 'sms.stop_lifted' }]);
  });

  it('stop for the country where of twenty in a day fewer than a fifth led to anything (D9, MSG-10)', async () => {
    const look = () => test.app.get(SmsAlarms).lookForUnused();
    const number = (at: number) => `+49170${String(1_000_000 + at * 1_733).slice(0, 7)}`;
    for (let at = 0; at < 16; at += 1) await gone(number(at), { minutes: 30 });
    for (let at = 16; at < 20; at += 1) await gone(number(at), { minutes: 30, subject: 'Used' });
    // Too young to be called unused, and too old.
    for (let at = 20; at < 30; at += 1) await gone(number(at), { minutes: at % 2 ? 5 : 1_500 });
    await look();
    expect(await stops()).toEqual([]);
    await gone(number(30), { minutes: 40 });
    await look();
    await look();
    const [stop] = await stops();
    expect(await stops()).toEqual([expect.objectContaining({ country: 'DE', cause: 'unused', sent: 21, used: 4 })]);
    await reach(test, await sms('+4917012345678'), ({ state }) => state === 'refused');
    await lift(stop!.id, { reason: 'The provider was down' });
    await look();
    expect(await stops()).toEqual([]);
  });
});

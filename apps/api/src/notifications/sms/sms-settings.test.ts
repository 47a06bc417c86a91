import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, testConfig, useApp } from '../../../test/app.js';
import type { Answer } from '../../../test/answer.js';
import type { Client } from '../../../test/client.js';
import { enqueue, reach, registerTestKind, stateOf } from '../../../test/messages.js';
import { type FakeProvider, startSmsProvider } from '../../../test/sms-provider.js';
import { aPerson } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';
import { DeliveryWorker } from '../delivery/delivery.worker.js';
import { isPublicAddress } from './providers/outgoing-request.js';

const test = useApp();
const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
const SECRET = 'canary-sms-secret';
let provider: FakeProvider;
let inside: TestApp;
let owner: Client;

/** Changes the SMS settings as the page does. */
async function change(sms: object): Promise<Answer> {
  const { version } = (await owner.get('/settings')).body;
  return owner.patch('/settings', { sms }, { 'if-match': `"${version}"` });
}

beforeAll(async () => {
  provider = await startSmsProvider();
  inside = await startApp(
    testConfig(test.config.database.url, { OUTGOING_PRIVATE: 'true', TWILIO_ORIGIN: provider.origin }),
  );
  registerTestKind(inside);
  inside.app.get(DeliveryWorker).start();
  owner = (await signedInStaff(inside, 'owner')).client;
});
afterAll(async () => {
  await inside.app.close();
  await provider.stop();
});

describe('the settings of SMS', () => {
  it('take a secret, never give it back, and forget it when it would go elsewhere (D16)', async () => {
    const first = await change({ provider: 'http', httpUrl: 'https://sms.example/send', secret: SECRET });
    expect(first.body.sms).toMatchObject({ provider: 'http', secretIsSet: true });
    expect(JSON.stringify([first.body, (await owner.get('/audit-events')).body])).not.toContain('canary');
    expect((await change({ httpUrl: 'https://sms.example/v2' })).body.sms).toMatchObject({ secretIsSet: true });
    expect((await change({ httpUrl: 'https://else.example/v2' })).body.sms).toMatchObject({ secretIsSet: false });
  });

  it.each([
    ['another placeholder', { httpBody: '{{password}}' }],
    ['a host that the receiver decides', { httpUrl: 'https://{{to}}.example/' }],
    ['a user before the host', { httpUrl: 'https://a@b.example/' }],
    ['no web address', { httpUrl: 'ftp://sms.example' }],
    ['headers that are none', { httpHeaders: 'Bearer {{secret}}' }],
    ['an account that is none', { twilioAccount: '../other' }],
    ['a country that is none', { countries: ['Sweden'] }],
  ])('refuse %s', async (_name, sms) => {
    expect((await change(sms)).status).toBe(422);
  });

  it('refuse http, unless the installation says that requests may go to its own network (D16)', async () => {
    const outside = (await signedInStaff(test, 'owner')).client;
    const { version } = (await outside.get('/settings')).body;
    const sms = { httpUrl: 'http://sms.example/send' };
    const refused = await outside.patch('/settings', { sms }, { 'if-match': `"${version}"` });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/sms/httpUrl', code: 'https' })]);
    expect((await change(sms)).status).toBe(200);
    // Saved by another process with the switch: this one does not follow.
    const answer = await outside.post('/settings/sms-test', { to: '+46701234567', text: 'Hello' });
    expect(answer.body).toMatchObject({ accepted: false, answer: expect.stringContaining('public internet') });
  });

  it.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['no address', false],
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
  ])('know whether %s is of the public internet (D16)', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('the test of a provider', () => {
  it('sends one SMS now and answers the provider’s own words, five times an hour, with an audit event (S2.16, INV-10)', async () => {
    const audited = async (): Promise<number> => (await owner.get('/audit-events?action=sms.tested')).body.items.length;
    const before = await audited();
    await change({ provider: 'http', httpUrl: `${provider.origin}/send`, secret: SECRET, sender: 'Nordic' });
    provider.behave(() => ({ status: 400, text: 'unknown sender' }));
    const body = { to: '070-123 45 67', text: 'Grüße' };
    const refused = await owner.post('/settings/sms-test', body);
    expect(refused.body).toMatchObject({ accepted: false, answer: '400 unknown sender', to: '+46701234567', parts: 1 });
    expect(provider.asked.at(-1)?.headers.authorization).toBe(`Bearer ${SECRET}`);
    provider.behave(() => ({ status: 200, text: 'ok' }));
    for (let n = 0; n < 4; n += 1) await owner.post('/settings/sms-test', { ...body, to: `070-123 45 6${n}` });
    expect((await owner.post('/settings/sms-test', body)).status).toBe(429);
    expect((await audited()) - before).toBe(5);
    expect((await owner.post('/settings/sms-test', { to: 'nobody', text: 'x' })).status).toBe(422);
    const { client } = await signedInStaff(inside, 'agent');
    expect((await client.post('/settings/sms-test', body)).status).toBe(403);
  });

  it('counts a text before it is sent: parts, room, the sign that takes more, and the price (D9)', async () => {
    const asked = provider.asked.length;
    await change({ pricePerPart: 0.08, currency: 'SEK' });
    const estimate = await owner.post('/settings/sms-estimate', { text: `${'a'.repeat(70)}’` });
    expect([estimate.status, estimate.body]).toEqual([
      200,
      { encoding: 'ucs2', parts: 2, left: 63, wide: ['’'], cost: { amount: 0.16, currency: 'SEK' } },
    ]);
    await change({ pricePerPart: 0 });
    const free = await owner.post('/settings/sms-estimate', { text: 'Grüße' });
    expect(free.body).toEqual({ encoding: 'gsm7', parts: 1, left: 155, wide: [], cost: null });
    expect((await owner.post('/settings/sms-estimate', { text: '' })).status).toBe(422);
    expect(
      (await (await signedInStaff(inside, 'agent')).client.post('/settings/sms-estimate', { text: 'a' })).status,
    ).toBe(403);
    expect(provider.asked).toHaveLength(asked);
  });
});

const report = (path: string, body: string, headers: Record<string, string>) =>
  fetch(`${inside.origin}/api/v1/sms-reports${path}`, { method: 'POST', body, headers });
const sent = async (to: string) => {
  const id = await enqueue(inside, { channel: 'sms', to });
  await reach(inside, id, ({ state }) => state === 'accepted');
  return id;
};

const say = (id: string, status: string, secret = SECRET) => {
  const body = JSON.stringify({ id, status, detail: 'handset off' });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return report('', body, { 'content-type': 'application/json', 'x-latchkey-signature': signature });
};

describe('delivery reports', () => {
  it('of an HTTP provider are believed when they are signed with its secret, and once (S4.11, MSG-8)', async () => {
    await change({ provider: 'http', httpUrl: `${provider.origin}/send`, secret: SECRET });
    const [good, bad] = [await sent('+46701000001'), await sent('+46701000002')];
    expect((await say(good, 'failed', 'another secret')).status).toBe(403);
    expect((await stateOf(inside, good)).state).toBe('accepted');
    for (let n = 0; n < 2; n += 1) expect((await say(good, 'delivered')).status).toBe(200);
    expect((await stateOf(inside, good)).events).toEqual(['queued', 'handed_over', 'accepted', 'delivered']);
    for (let n = 0; n < 2; n += 1) await say(bad, 'failed');
    expect(await stateOf(inside, bad)).toMatchObject({ state: 'bounced', lastError: 'handset off' });
    await say(bad, 'delivered');
    expect((await stateOf(inside, bad)).events).toEqual(['queued', 'handed_over', 'accepted', 'bounced']);
  });

  it('of a lost SMS mark the number on its contact, until one arrives or staff say that it works (S4.11, INV-10)', async () => {
    await change({ provider: 'http', httpUrl: `${provider.origin}/send`, secret: SECRET });
    const { id: contactId, phone } = await aPerson(owner);
    const troubles = async () => (await owner.get(`/contacts/${contactId}`)).body.phoneTroubles as object[];
    const lost = async () => {
      const id = await sent(phone);
      await say(id, 'failed');
      return id;
    };
    const first = await lost();
    expect(await troubles()).toEqual([{ phone, detail: 'handset off', at: expect.any(String), notificationId: first }]);
    await say(await sent(phone), 'delivered');
    expect(await troubles()).toEqual([]);

    await lost();
    const { client: viewer } = await signedInStaff(inside, 'viewer');
    expect((await viewer.delete(`/contacts/${contactId}/phone-troubles`)).status).toBe(403);
    expect(await troubles()).toHaveLength(1);
    expect((await owner.delete(`/contacts/${contactId}/phone-troubles`)).status).toBe(200);
    expect(await troubles()).toEqual([]);
    const { items } = (await owner.get('/audit-events?action=contact.phone_trouble_cleared')).body;
    expect(items).toMatchObject([{ contactId, detail: { to: phone } }]);
  });

  it('of Twilio too: it gets a form with a place for its report, and signs every field (S4.11)', async () => {
    await change({ provider: 'twilio', twilioAccount: ACCOUNT, secret: SECRET, sender: '+46700000000' });
    provider.behave(() => ({ status: 201, text: '{"sid":"SM1","status":"queued","body":"said back"}' }));
    const id = await sent('+46701000003');
    const asked = provider.asked.at(-1)!;
    const callback = `${new URL(inside.config.portalOrigin).origin}/api/v1/sms-reports/twilio/${id}`;
    expect(asked.path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
    expect(asked.headers.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${SECRET}`).toString('base64')}`);
    expect(Object.fromEntries(new URLSearchParams(asked.body))).toMatchObject({
      To: '+46701000003',
      From: '+46700000000',
      StatusCallback: callback,
    });
    expect((await stateOf(inside, id)).details.at(-1)).toBe('201 queued SM1');
    const fields = { MessageStatus: 'undelivered', ErrorCode: '30003', MessageSid: 'SM1' };
    const text = `${callback}ErrorCode30003MessageSidSM1MessageStatusundelivered`;
    const signature = createHmac('sha1', SECRET).update(text).digest('base64');
    const say = (proof: string) =>
      report(`/twilio/${id}`, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': proof,
      });
    expect((await say('bm8=')).status).toBe(403);
    expect((await say(signature)).status).toBe(200);
    expect(await stateOf(inside, id)).toMatchObject({ state: 'bounced', lastError: 'undelivered 30003' });
  });
});

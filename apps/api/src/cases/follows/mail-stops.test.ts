import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { first, rows } from '../../db/sql.js';
import { DeliveryWorker } from '../../notifications/delivery/delivery.worker.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { type Mailbox, type Received, startMailbox } from '../../../test/mailbox.js';
import { useMailServer } from '../../../test/messages.js';
import { opened, reportByLabel } from '../../../test/reports.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, visiting } from '../../../test/visits.js';

const test = useApp();
let staff: Client;
let place: Place;
let mailbox: Mailbox;
beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  place = await insertPlace(test);
  mailbox = await startMailbox();
  await useMailServer(test, mailbox);
  await rows(test.db, `UPDATE settings SET data = jsonb_set(data, '{visits}', '{"confirmMail": true}') WHERE id = 1`);
  test.app.get(DeliveryWorker).start();
});
afterAll(() => mailbox.stop());

async function aReport(): Promise<{ id: string; follow: Client }> {
  const visit = await visiting(test, place);
  await rows(test.db, `DELETE FROM attempt_budgets WHERE kind NOT LIKE 'updates-%'`);
  const { body } = await reportByLabel(visit);
  return { id: body.id, follow: await opened(test, body.followLink) };
}

const ask = (follow: Client, email: string) => follow.post('/portal/follow/email', { email, language: 'en' });
const writtenTo = async (email: string): Promise<number> =>
  (await rows(test.db, `SELECT 1 FROM notifications WHERE lower(to_address) = lower($1)`, [email])).length;
const nextHour = () => rows(test.db, `DELETE FROM attempt_budgets WHERE kind LIKE 'updates-%-hour'`);

async function arrivedAt(email: string): Promise<Received | undefined> {
  const mine = () => mailbox.received.find(({ envelope }) => envelope.to.includes(email));
  await expect.poll(mine, { timeout: 15_000 }).toBeDefined();
  return mine();
}

/** The confirmation as it arrived: its headers, and the two links of its text. */
async function confirmationTo(email: string) {
  const report = await aReport();
  await ask(report.follow, email);
  const received = await arrivedAt(email);
  const header = (name: string) => received?.mail.headers.find(({ key }) => key === name)?.value;
  const url = header('list-unsubscribe')?.slice(1, -1) ?? '';
  const [, token = ''] = /\/f\/stop#([\w-]{43})\s/.exec(received?.mail.text ?? '') ?? [];
  const [, link = '', yes = ''] = /\/f\/confirm#([\w-]{36})\.([\w-]{43})/.exec(received?.mail.text ?? '') ?? [];
  return { ...report, url, path: new URL(url).pathname, post: header('list-unsubscribe-post'), token, link, yes };
}

/** As a mail provider sends it: a form, without any header of ours. */
const oneClick = (path: string) =>
  fetch(test.client().origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });

describe('"not you? never again" (D10)', () => {
  it('stands in the mail and its List-Unsubscribe header; to look at it changes nothing (INV-9)', async () => {
    const email = 'looked@other.example';
    const { url, path, post, token, id, follow } = await confirmationTo(email);
    expect(post).toBe('List-Unsubscribe=One-Click');
    expect(new URL(url).origin).toBe(test.config.portalOrigin);
    expect(token).toHaveLength(43);
    const looked = await test.client().get(path);
    expect([looked.status, looked.headers.get('location')]).toEqual([
      302,
      `${test.config.portalOrigin}/f/stop#${token}`,
    ]);
    await nextHour();
    await ask(follow, email);
    expect(await writtenTo(email)).toBe(2);
    const shown = await staff.get(`/notifications?caseId=${id}`);
    expect(JSON.stringify(shown.body)).not.toContain(token);
  });

  it('is one click for a mail provider: a form POST from elsewhere, and no other route takes one (SES-8)', async () => {
    const email = 'victim@other.example';
    const { path, follow } = await confirmationTo(email);
    expect((await oneClick(path)).status).toBe(200);
    expect((await oneClick(path)).status).toBe(200);
    await nextHour();
    const second = await aReport();
    for (const typed of [email, 'Victim@OTHER.example', 'victim+more@other.example'])
      for (const from of [follow, second.follow]) {
        await nextHour();
        expect((await ask(from, typed)).status).toBe(200);
      }
    expect(await writtenTo(email)).toBe(1);
    expect(await writtenTo('victim+more@other.example')).toBe(0);
    expect((await oneClick('/api/v1/portal/follow/email/confirm')).status).toBe(415);
    expect((await oneClick('/api/v1/portal/mail-stops')).status).toBe(415);
  });

  it('ends updates that run, and what waits to be sent; the address itself is kept nowhere', async () => {
    const email = 'running@other.example';
    const { id, token, link, yes, follow } = await confirmationTo(email);
    const anyone = test.client();
    expect((await anyone.post('/portal/follow/email/confirm', { follow: link, token: yes })).status).toBe(200);
    expect((await anyone.post('/portal/mail-stops', { token })).status).toBe(200);
    expect((await follow.get('/portal/follow')).body.updates).toMatchObject({ isConfirmed: false });
    await staff.post(`/cases/${id}/messages`, { visibility: 'public', body: 'On our way' });
    expect(await writtenTo(email)).toBe(1);
    const kept = await first<{ kept: string }>(test.db, `SELECT string_agg(s::text, ' ') AS kept FROM mail_stops s`);
    expect(kept?.kept).not.toContain('running');
    // Who says yes again with the link of their own mail wants messages again.
    expect((await anyone.post('/portal/follow/email/confirm', { follow: link, token: yes })).status).toBe(200);
    await staff.post(`/cases/${id}/messages`, { visibility: 'public', body: 'Arrived' });
    expect(await writtenTo(email)).toBe(2);
  });

  it('takes nothing that we did not write', async () => {
    const before = (await rows(test.db, `SELECT 1 FROM mail_stops`)).length;
    const { token } = await confirmationTo('unharmed@other.example');
    const bent = `${token.slice(0, 30)}${token.endsWith('A') ? 'B' : 'A'.repeat(13)}`.padEnd(43, 'A');
    for (const wrong of [bent, 'x'.repeat(43)]) {
      expect((await test.client().post('/portal/mail-stops', { token: wrong })).body.code).toBe('link.invalid');
      expect((await oneClick(`/api/v1/portal/mail-stops/${wrong}`)).status).toBe(410);
    }
    expect((await test.client().post('/portal/mail-stops', { token: 'short' })).status).toBe(422);
    expect((await rows(test.db, `SELECT 1 FROM mail_stops`)).length).toBe(before);
  });
});

describe('messages to unproven addresses (D10)', () => {
  it('are three a day for one address, whatever case and deployment it is', async () => {
    const email = 'often@other.example';
    const { follow } = await aReport();
    for (let hour = 0; hour < 5; hour += 1) {
      await ask(follow, email);
      await ask(follow, email);
      expect(await writtenTo(email)).toBe(Math.min(3, hour + 1));
      await nextHour();
    }
  });

  it('are thirty an hour for one deployment, whatever the addresses', async () => {
    const { follow } = await aReport();
    for (let one = 0; one < 32; one += 1) await ask(follow, `person${one}@many.example`);
    const sent = await rows(test.db, `SELECT 1 FROM notifications WHERE to_address LIKE '%@many.example'`);
    expect(sent).toHaveLength(30);
    const elsewhere = await insertPlace(test);
    const other = await opened(test, (await reportByLabel(await visiting(test, elsewhere))).body.followLink);
    await ask(other, 'person99@many.example');
    expect(await writtenTo('person99@many.example')).toBe(1);
  });
});

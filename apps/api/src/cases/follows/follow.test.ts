import { beforeAll, describe, expect, it } from 'vitest';
import { first, rows } from '../../db/sql.js';
import { MessageKinds } from '../../notifications/message-kinds.js';
import { useApp } from '../../../test/app.js';
import { noticesAbout } from '../../../test/case-people.js';
import type { Client } from '../../../test/client.js';
import { aTemplate, EMAIL, opened, photo, reportByLabel, setPortal } from '../../../test/reports.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, visiting } from '../../../test/visits.js';

const test = useApp();
let staff: { client: Client; id: string };
let place: Place;
beforeAll(async () => {
  staff = await signedInStaff(test, 'admin');
  place = await insertPlace(test);
  await setPortal(test, place, { takes_photos: true, shows_open_cases: true });
});

/** A case by label, and its follow link opened in another browser. */
async function aReport(more: object = {}) {
  const visit = await visiting(test, place);
  await rows(test.db, `DELETE FROM attempt_budgets`);
  const { body } = await reportByLabel(visit, more);
  return { id: body.id, followLink: body.followLink, follow: await opened(test, body.followLink) };
}

async function aFollower(id: string, more: object = {}) {
  const visit = await visiting(test, place);
  const body = { reporter: { name: 'Ravi' }, fileIds: [], language: 'de', ...more };
  const joined = await visit.post<{ followLink: string }>(`/portal/visit/cases/${id}/follow`, body);
  return opened(test, joined.body.followLink);
}

const reply = (id: string, body = 'We are on our way') =>
  staff.client.post(`/cases/${id}/messages`, { visibility: 'public', body });
const followId = async (id: string) => (await staff.client.get(`/cases/${id}/follows`)).body.items[0]?.id;
const wish = (more: object = {}) => ({ email: EMAIL, ...more });

/** What the worker would put into the message of this kind about this case. */
async function filled(caseId: string, kind: string) {
  const notification = await first<Record<string, never>>(
    test.db,
    `SELECT id, kind, language, customer_id AS "customerId", contact_id AS "contactId", identity_id AS "identityId", case_id AS "caseId", data
       FROM notifications WHERE case_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1`,
    [caseId, kind],
  );
  return test.app
    .get(MessageKinds)
    .get(kind)
    ?.fill(test.db, notification as never) as Promise<{
    values: Record<string, string>;
    secret: string[];
    cancelled?: string;
  }>;
}

const confirmMail = (on: boolean) =>
  rows(test.db, `UPDATE settings SET data = jsonb_set(data, '{visits}', $1::jsonb) WHERE id = 1 RETURNING id`, [
    JSON.stringify({ confirmMail: on }),
  ]);

describe('a follow link (C8, S1.x4)', () => {
  it('shows its case with answers and photos, on any device', async () => {
    const template = await aTemplate(staff.client);
    const visit = await visiting(test, place);
    const file = (await photo(visit)).body.id;
    const answers = { lamp: true, code: 7 };
    const made = await reportByLabel(visit, { templateVersionId: template.versionId, answers, fileIds: [file] });
    await reply(made.body.id);
    const follow = await opened(test, made.body.followLink);
    const shown = (await follow.get('/portal/follow?language=de')).body;
    expect(shown).toMatchObject({
      number: made.body.number,
      status: 'waiting',
      isReporter: true,
      needsMe: true,
      takesPhotos: true,
      updates: { isOffered: false, email: EMAIL, isConfirmed: false },
      allowedActions: ['reply', 'close'],
      answers: [{ text: 'ja' }, { text: '7 E' }],
      messages: [
        { isMine: true, author: { kind: 'visitor' }, files: [{ id: file }] },
        { isMine: false, author: { kind: 'staff' }, body: 'We are on our way' },
      ],
    });
    expect((await follow.get(`/portal/follow/files/${file}`)).status).toBe(200);
    const other = (await aReport()).follow;
    expect((await other.get(`/portal/follow/files/${file}`)).status).toBe(404);
  });

  it('answers with a photo, closes, and opens again within 60 days', async () => {
    const { id, follow } = await aReport();
    await reply(id);
    const fileIds = [(await photo(follow, '/portal/follow/files')).body.id];
    const said = await follow.post('/portal/follow/messages', { body: 'Thank you', fileIds });
    expect(said.body).toMatchObject({ isMine: true, body: 'Thank you', files: [{ id: fileIds[0] }] });
    expect((await staff.client.get(`/cases/${id}`)).body.status).toBe('open');
    expect((await follow.post('/portal/follow/reopen', {})).body.code).toBe('case.status_not_allowed');
    expect((await follow.post('/portal/follow/close')).status).toBe(200);
    expect((await follow.post('/portal/follow/messages', { body: 'x' })).body.code).toBe('case.not_open');
    expect((await follow.post('/portal/follow/reopen', { body: 'Still broken' })).status).toBe(200);
    expect((await staff.client.get(`/cases/${id}`)).body.status).toBe('open');
    await follow.post('/portal/follow/close');
    await rows(test.db, `UPDATE cases SET closed_at = now() - interval '61 days' WHERE id = $1`, [id]);
    expect((await follow.get('/portal/follow')).body.allowedActions).toEqual([]);
    expect((await follow.post('/portal/follow/reopen', {})).status).toBe(409);
  });

  it('never shows an internal note, nor to others what the reporter wrote (POR-6)', async () => {
    const { id } = await aReport({ description: 'canary-words', reporter: { name: 'canary-name', email: EMAIL } });
    await reply(id, 'canary-before');
    const follow = await aFollower(id, { message: 'Here too' });
    await staff.client.post(`/cases/${id}/messages`, { visibility: 'internal', body: 'canary-note' });
    await reply(id, 'To all');
    const shown = (await follow.get('/portal/follow')).body;
    expect(shown).toMatchObject({ isReporter: false, subject: '', answers: [], allowedActions: ['reply'] });
    expect(shown.messages.map(({ body }) => body)).toEqual(['Here too', 'To all']);
    expect(JSON.stringify(shown)).not.toContain('canary');
    expect((await follow.post('/portal/follow/close')).status).toBe(403);
    expect((await follow.post('/portal/follow/reopen', {})).status).toBe(403);
  });

  it('ends with revocation, 90 days without use, and the customer, on the next request (INV-8)', async () => {
    const ends = [
      async (id: string) => staff.client.delete(`/case-follows/${await followId(id)}`),
      (id: string) => rows(test.db, `UPDATE case_follows SET expires_at = now() WHERE case_id = $1`, [id]),
      () => rows(test.db, `UPDATE customers SET status = 'inactive' WHERE id = $1`, [place.customerId]),
    ];
    for (const end of ends) {
      const { id, followLink, follow } = await aReport();
      expect((await follow.get('/portal/follow')).status).toBe(200);
      await end(id);
      expect((await follow.get('/portal/follow')).status).toBe(401);
      await expect(opened(test, followLink)).rejects.toThrow('link.invalid');
    }
    await rows(test.db, `UPDATE customers SET status = 'active' WHERE id = $1`, [place.customerId]);
  });

  it('moves its end with use, and lives on when a browser forgets it', async () => {
    const { id, followLink, follow } = await aReport();
    await rows(
      test.db,
      `UPDATE case_follows SET expires_at = now() + interval '1 day', last_used_at = now() - interval '89 days' WHERE case_id = $1`,
      [id],
    );
    await follow.get('/portal/follow');
    const days = await first(
      test.db,
      `SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM case_follows WHERE case_id = $1`,
      [id],
    );
    expect(days).toEqual({ days: 90 });
    expect((await follow.delete('/portal/follow')).status).toBe(200);
    expect((await follow.get('/portal/follow')).status).toBe(401);
    expect((await (await opened(test, followLink)).get('/portal/follow')).status).toBe(200);
  });

  it('writes twenty messages an hour at most: each of them tells somebody', async () => {
    const { follow } = await aReport();
    const statuses: number[] = [];
    for (let one = 0; one < 21; one += 1)
      statuses.push((await follow.post('/portal/follow/messages', { body: `Message ${one}`, fileIds: [] })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  it('refuses every other secret with one answer, and reaches nothing but its case (POR-11)', async () => {
    const { id, follow } = await aReport();
    const client = test.client();
    const [real, unknown] = [await followId(id), '018f3b1e-0000-7000-8000-000000000001'];
    for (const one of [real, unknown]) {
      const refused = await client.post('/portal/follow/session', { follow: one, secret: 'x'.repeat(43) });
      expect(refused.body.code).toBe('link.invalid');
    }
    for (const path of [
      '/cases',
      '/portal/cases',
      '/portal/visit/reporting',
      '/deployments',
      '/settings',
      '/portal/session',
    ])
      expect([401, 403]).toContain((await follow.get(path)).status);
  });
});

describe('updates by e-mail (D10)', () => {
  it('are not offered by default, and nothing goes to a typed address (POR-10)', async () => {
    const { id, follow } = await aReport();
    expect((await follow.post('/portal/follow/email', wish())).status).toBe(403);
    await reply(id);
    expect((await noticesAbout(test, id)).filter(({ to }) => to === EMAIL)).toEqual([]);
  });

  it('start when the owner of the address says yes, in their language, with a fixed text before', async () => {
    await confirmMail(true);
    const { id, follow } = await aReport({
      subject: 'canary-subject',
      reporter: { name: 'canary-name', email: EMAIL },
    });
    await follow.post('/portal/follow/email', wish({ language: 'sv' }));
    expect(await noticesAbout(test, id)).toMatchObject([{ kind: 'follow-confirm', to: EMAIL, language: 'sv' }]);
    await reply(id);
    expect(await noticesAbout(test, id)).toHaveLength(1);
    const { values, secret } = await filled(id, 'follow-confirm');
    expect(secret).toEqual(['confirm_link', 'stop_link']);
    expect(JSON.stringify(values)).not.toContain('canary');
    const [, link = '', token = ''] = /#([\w-]{36})\.([\w-]{43})$/.exec(values.confirm_link ?? '') ?? [];
    const anyone = test.client();
    expect((await anyone.post('/portal/follow/email/confirm', { follow: link, token: 'x'.repeat(43) })).status).toBe(
      410,
    );
    expect((await anyone.post('/portal/follow/email/confirm', { follow: link, token })).status).toBe(200);
    await reply(id, 'Second answer');
    const kinds = (await noticesAbout(test, id)).map(({ kind, to, language }) => `${kind} ${to} ${language}`);
    expect(kinds.at(-1)).toBe(`follow-replied ${EMAIL} sv`);
    const update = await filled(id, 'follow-replied');
    expect(update.values.message_text).toBe('Second answer');
    expect(
      (
        await (
          await opened(test, new URL(update.values.case_link ?? '').hash.replace('#', '/f#'))
        ).get('/portal/follow')
      ).status,
    ).toBe(200);
    const { version } = (await staff.client.get(`/cases/${id}`)).body;
    await staff.client.patch(`/cases/${id}`, { status: 'closed' }, { 'if-match': `"${version}"` });
    expect((await filled(id, 'follow-moved')).values.case_status).toBe('stängt');
    await follow.delete('/portal/follow/email');
    await staff.client.post(`/cases/${id}/messages`, { visibility: 'public', body: 'x', status: 'open' });
    expect((await noticesAbout(test, id)).map(({ kind }) => kind)).toEqual([
      'follow-confirm',
      'follow-replied',
      'follow-moved',
    ]);
  });

  it('send one message an hour and three a day to an address, whatever case it is about', async () => {
    await confirmMail(true);
    const reports = [await aReport(), await aReport(), await aReport()];
    for (const { follow } of reports)
      for (const email of ['victim@other.example', 'Victim@OTHER.example'])
        expect((await follow.post('/portal/follow/email', { email })).status).toBe(200);
    const mails = await rows(test.db, `SELECT 1 FROM notifications WHERE lower(to_address) = 'victim@other.example'`);
    expect(mails).toHaveLength(1);
  });

  it('lose the yes with another address', async () => {
    await confirmMail(true);
    const { id, follow } = await aReport();
    await rows(test.db, `UPDATE case_follows SET email_confirmed_at = now() WHERE case_id = $1`, [id]);
    await follow.post('/portal/follow/email', { email: 'other@nordic.example' });
    expect((await follow.get('/portal/follow')).body.updates).toMatchObject({
      email: 'other@nordic.example',
      isConfirmed: false,
    });
  });
});

describe('POST /cases/:id/reporter-link', () => {
  it('sends a link of its own to the reporter; opening it is the yes of the address', async () => {
    const { id, follow, followLink } = await aReport({ language: 'de' });
    expect((await staff.client.post(`/cases/${id}/reporter-link`)).status).toBe(202);
    expect(await noticesAbout(test, id)).toMatchObject([{ kind: 'follow-link', to: EMAIL, language: 'de' }]);
    await follow.get('/portal/follow');
    await opened(test, followLink);
    await reply(id);
    expect(await noticesAbout(test, id)).toHaveLength(1);
    const { values } = await filled(id, 'follow-link');
    await opened(test, new URL(values.case_link ?? '').hash.replace('#', '/f#'));
    await reply(id);
    expect((await noticesAbout(test, id)).map(({ kind }) => kind)).toEqual(['follow-link', 'follow-replied']);
    const mailed = (await staff.client.get(`/cases/${id}/follows`)).body.items.find(
      ({ isSentByStaff }) => isSentByStaff,
    );
    await staff.client.delete(`/case-follows/${mailed?.id}`);
    expect(await filled(id, 'follow-replied')).toEqual({ cancelled: 'The link has ended' });
  });

  it('needs an address, a case, and somebody who may answer', async () => {
    const { id } = await aReport({ reporter: { phone: '+46 70 123 45 67' } });
    expect((await staff.client.post(`/cases/${id}/reporter-link`)).body.code).toBe('case.no_reporter_email');
    expect((await staff.client.post(`/cases/${place.deviceId}/reporter-link`)).status).toBe(404);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post(`/cases/${id}/reporter-link`)).status).toBe(403);
    expect((await viewer.delete(`/case-follows/${await followId(id)}`)).status).toBe(403);
    expect((await staff.client.delete(`/case-follows/${id}`)).status).toBe(404);
    expect((await staff.client.get(`/cases/${place.deviceId}/follows`)).status).toBe(404);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';
import { useApp } from '../../../test/app.js';
import { noticesAbout } from '../../../test/case-people.js';
import type { Client } from '../../../test/client.js';
import { aTemplate, EMAIL, photo, reportByLabel, setPortal } from '../../../test/reports.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertDevice, insertPlace, type Place, visiting } from '../../../test/visits.js';
import type { VisitReporting } from './visit-case.dto.js';

const test = useApp();
let admin: { client: Client; id: string; email: string };
let place: Place;
let visit: Client;
beforeAll(async () => {
  admin = await signedInStaff(test, 'admin');
  place = await insertPlace(test);
  visit = await visiting(test, place);
});

const seen = async (id: string) => (await admin.client.get(`/cases/${id}`)).body;

describe('POST /portal/visit/cases (S1.x1, S1.16)', () => {
  it('opens a case of the scanned device, with the contact details that were left (S1.18, S1.x3, POR-7)', async () => {
    const reporter = { name: 'Eva Lind', email: EMAIL, phone: '+46 70 123 45 67' };
    const made = await reportByLabel(visit, { reporter, language: 'sv-SE' });
    expect(made.status).toBe(201);
    expect(await seen(made.body.id)).toMatchObject({
      number: made.body.number,
      subject: 'It stands still.',
      source: 'label',
      status: 'open',
      priority: 'normal',
      deviceId: place.deviceId,
      linkedDevice: { id: place.deviceId, model: 'DX-40', position: 'Hall 3, gate 2', status: 'active' },
      deployment: { id: place.deploymentId },
      customer: { id: place.customerId },
      contact: null,
      reporter,
      followCount: 1,
      isUnread: true,
    });
    const messages = (await admin.client.get(`/cases/${made.body.id}/messages`)).body.items;
    expect(messages).toMatchObject([
      { body: 'It stands still.\nSince noon.', author: { kind: 'visitor', name: 'Eva Lind', isFollower: false } },
    ]);
    const audit = await first(
      test.db,
      `SELECT action, actor_kind AS kind, customer_id AS "customerId" FROM audit_events WHERE subject_id = $1`,
      [made.body.id],
    );
    expect(audit).toEqual({ action: 'case.opened', kind: 'visitor', customerId: place.customerId });
  });

  it('sets customer, device, status and source itself: unknown fields are refused (POR-7)', async () => {
    for (const field of ['customerId', 'deviceId', 'deploymentId', 'status', 'source', 'priority', 'assigneeId'])
      expect((await reportByLabel(visit, { [field]: newId() })).status).toBe(422);
  });

  it('makes one case of one key, and gives the same link when the answer got lost (POR-8, C7)', async () => {
    const phone = await visiting(test, place);
    const key = newId();
    const one = await reportByLabel(phone, {}, key);
    const again = await reportByLabel(phone, {}, key);
    expect(again.body).toEqual(one.body);
    // The next visit of the same browser sends what was kept while offline.
    await phone.delete('/portal/visit');
    const { label, pin } = place;
    await phone.post('/portal/visits', { label: label.publicId, secret: label.secret, pin });
    expect((await reportByLabel(phone, {}, key)).body).toEqual(one.body);
    expect((await reportByLabel(phone, { description: 'Another' }, key)).body.code).toBe('idempotency.key_reused');
    const [, secret = ''] = one.body.followLink.split('.');
    expect(secret).toHaveLength(43);
    const stored = await rows(test.db, `SELECT 1 FROM idempotency_keys WHERE body::text LIKE '%' || $1 || '%'`, [
      secret,
    ]);
    expect(stored).toEqual([]);
    const follows = await rows(test.db, `SELECT token_hash FROM case_follows WHERE case_id = $1`, [one.body.id]);
    expect(follows).toHaveLength(1);
    expect(JSON.stringify(follows)).not.toContain(secret);
  });

  it('wants an Idempotency-Key and a visit', async () => {
    const body = { description: 'x', fileIds: [], reporter: { email: EMAIL }, language: 'en' };
    expect((await visit.post('/portal/visit/cases', body)).body.code).toBe('idempotency.key_required');
    expect((await reportByLabel(test.client())).status).toBe(401);
    expect((await reportByLabel(admin.client)).status).toBe(401);
  });

  it('keeps the answers with the version of the template; staff read them in words (S1.10)', async () => {
    const site = await insertPlace(test);
    await setPortal(test, site, { takes_photos: true });
    const phone = await visiting(test, site);
    const template = await aTemplate(admin.client, { defaultAssigneeId: admin.id });
    const file = (await photo(phone)).body.id;
    const answers = { lamp: true, code: 12, photo: { files: [file] } };
    const made = await reportByLabel(phone, { templateVersionId: template.versionId, answers, description: undefined });
    expect(made.status).toBe(201);
    const changed = { content: { texts: { en: { name: 'Other' } }, questions: [] } };
    await admin.client.patch(`/case-templates/${template.id}`, changed, { 'if-match': `"${template.version}"` });
    const one = await seen(made.body.id);
    expect(one).toMatchObject({
      priority: 'high',
      template: { id: template.id, icon: 'problem' },
      assignee: { id: admin.id },
    });
    expect(one.answers).toMatchObject([
      { label: 'Is the lamp red?', text: 'yes', files: [] },
      { label: 'Code', text: '12 E' },
      { label: 'Photo', type: 'photo', text: '', files: [{ id: file, name: 'photo.png', type: 'image/png' }] },
    ]);
    expect((await admin.client.get(`/case-files/${file}`)).status).toBe(200);
  });

  it.each([
    ['a missing answer', { lamp: true }, '/answers/code'],
    ['an unknown question', { lamp: false, customer: 'x' }, '/answers/customer'],
    ['a wrong kind of answer', { lamp: 'yes' }, '/answers/lamp'],
  ])('refuses %s (S1.10)', async (_, answers, pointer) => {
    const template = await aTemplate(admin.client);
    const refused = await reportByLabel(visit, { templateVersionId: template.versionId, answers });
    expect(refused.body).toMatchObject({ code: 'template.invalid_answers', errors: [{ pointer }] });
  });

  it('takes only templates that this portal offers, for this model (S1.9, POR-7)', async () => {
    const site = await insertPlace(test);
    const phone = await visiting(test, site);
    const [offered, other] = [await aTemplate(admin.client), await aTemplate(admin.client)];
    const foreign = await aTemplate(admin.client, { models: ['RX-1'] });
    await setPortal(test, site, { template_ids: [offered.id, foreign.id] });
    const send = async ({ versionId }: { versionId: string }) =>
      (await reportByLabel(phone, { templateVersionId: versionId, answers: { lamp: false } })).status;
    expect([await send(offered), await send(other), await send(foreign)]).toEqual([201, 422, 422]);
    await admin.client.post(`/case-templates/${offered.id}/archive`);
    expect(await send(offered)).toBe(422);
  });

  it('asks for what the portal asks, and for one way back unless none is needed (S1.18)', async () => {
    const site = await insertPlace(test);
    const phone = await visiting(test, site);
    const send = async (reporter: object, more: object = {}) => {
      await rows(test.db, `DELETE FROM attempt_budgets`);
      const { status, body } = await reportByLabel(phone, { reporter, ...more });
      return status === 201 ? status : body.errors[0]?.pointer;
    };
    expect(await send({})).toBe('/reporter');
    expect(await send({}, { noReply: true })).toBe(201);
    expect(await send({ phone: '+46 8 123' })).toBe(201);
    expect(await send({ email: 'a@b@c.example' })).toBe('/reporter/email');
    await setPortal(test, site, { allows_no_reply: false, ask_name: 'required', ask_phone: 'hidden' });
    expect(await send({ name: 'Eva' }, { noReply: true })).toBe('/reporter');
    expect(await send({ email: EMAIL })).toBe('/reporter/name');
    expect(await send({ name: 'Eva', phone: '+46 8 123' })).toBe('/reporter');
    const key = newId();
    await reportByLabel(phone, { reporter: { name: 'Eva', email: EMAIL, phone: '+46 8 123' } }, key);
    const kept = await first(
      test.db,
      `SELECT reporter_phone AS phone FROM cases WHERE deployment_id = $1 ORDER BY number DESC LIMIT 1`,
      [site.deploymentId],
    );
    expect(kept).toEqual({ phone: null });
  });

  it('takes photos only where they are taken, and only those of this browser (D19)', async () => {
    expect((await photo(visit)).body.code).toBe('visit.photos_off');
    const site = await insertPlace(test);
    await setPortal(test, site, { takes_photos: true });
    const [phone, other] = [await visiting(test, site), await visiting(test, site)];
    const mine = (await photo(phone)).body.id;
    expect((await reportByLabel(other, { fileIds: [mine] })).status).toBe(422);
    expect((await reportByLabel(phone, { fileIds: [mine] })).status).toBe(201);
    const pdf = await phone.post('/portal/visit/files?name=a.pdf', Buffer.from('%PDF-1.4 x'), {
      'content-type': 'application/pdf',
    });
    expect(pdf.body.code).toBe('file.type_not_allowed');
    await setPortal(test, site, { takes_photos: false });
    expect((await reportByLabel(phone, { fileIds: [newId()] })).body.code).toBe('visit.photos_off');
  });

  it('is called as the reporter read it, not as staff call the template among themselves (S1.9, S1.17)', async () => {
    const made = await aTemplate(admin.client, { name: 'Internal: second level only' });
    const report = { templateVersionId: made.versionId, answers: { lamp: false }, description: undefined };
    const { body } = await reportByLabel(visit, { ...report, language: 'de' });
    expect((await admin.client.get(`/cases/${body.id}`)).body.subject).toBe('Roboter fährt nicht');
  });

  it('asks for no photo where none are taken, required or not (S1.9, D19)', async () => {
    const name = 'With a photo of the display';
    const photoOnly = [{ key: 'photo', type: 'photo', required: true, labels: { en: 'Photo' } }];
    const made = await aTemplate(admin.client, { name, content: { texts: { en: { name } }, questions: photoOnly } });
    const { templates } = (await visit.get<VisitReporting>('/portal/visit/reporting')).body;
    expect(templates.find(({ versionId }) => versionId === made.versionId)?.content.questions).toEqual([]);
    expect((await reportByLabel(visit, { templateVersionId: made.versionId, answers: {} })).status).toBe(201);
  });
});

describe('alerts (S1.x3)', () => {
  it('go to the assignee of the deployment and to its addresses, nobody twice; never to the reporter (POR-10)', async () => {
    const site = await insertPlace(test);
    await rows(test.db, `UPDATE deployments SET default_assignee_id = $2, notify_emails = $3 WHERE id = $1`, [
      site.deploymentId,
      admin.id,
      ['hall@nordic.example', admin.email.toUpperCase()],
    ]);
    const made = await reportByLabel(await visiting(test, site), { reporter: { email: 'victim@other.example' } });
    expect((await seen(made.body.id)).assignee).toMatchObject({ id: admin.id });
    const told = await noticesAbout(test, made.body.id);
    expect(told.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      `visit-case-opened ${admin.email}`,
      'visit-case-opened hall@nordic.example',
    ]);
    const mails = await rows(test.db, `SELECT 1 FROM notifications WHERE to_address = 'victim@other.example'`);
    expect(mails).toEqual([]);
  });

  it('become one digest above ten a minute (S1.x3, D10)', async () => {
    const site = await insertPlace(test);
    await rows(test.db, `UPDATE deployments SET notify_emails = '{hall@nordic.example}' WHERE id = $1`, [
      site.deploymentId,
    ]);
    for (let phone = 0; phone < 4; phone += 1) {
      const client = await visiting(test, site);
      for (let report = 0; report < 4; report += 1) expect((await reportByLabel(client)).status).toBe(201);
    }
    const kinds = await rows<{ kind: string; count: number; waits: boolean }>(
      test.db,
      `SELECT kind, count(*)::int AS count, bool_and(next_at > now() + interval '20 seconds') AS waits FROM notifications
        WHERE customer_id = $1 GROUP BY kind ORDER BY kind`,
      [site.customerId],
    );
    expect(kinds).toEqual([
      { kind: 'visit-case-digest', count: 1, waits: true },
      { kind: 'visit-case-opened', count: 10, waits: false },
    ]);
  });
});

describe('limits (POR-8)', () => {
  it('are five reports an hour for a browser; thirty for a deployment, then a proof of work', async () => {
    const site = await insertPlace(test);
    const phone = await visiting(test, site);
    for (let report = 0; report < 5; report += 1) await reportByLabel(phone);
    const refused = await reportByLabel(phone);
    expect(refused.body.code).toBe('visit.too_many_cases');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    const others = await Promise.all(Array.from({ length: 6 }, () => visiting(test, site)));
    const answers = await Promise.all(others.flatMap((client) => [1, 2, 3, 4, 5].map(() => reportByLabel(client))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(25);
    const challenged = answers.filter(({ body }) => body.code === 'visit.challenge_required');
    expect(challenged).toHaveLength(5);
    expect(challenged[0]?.body).toMatchObject({ challenge: { parameters: { algorithm: 'PBKDF2/SHA-256' } } });
    const made = await rows(test.db, `SELECT 1 FROM cases WHERE deployment_id = $1`, [site.deploymentId]);
    expect(made).toHaveLength(30);
  });
});

describe('GET /portal/visit/reporting', () => {
  it('shows nothing of other devices, other sites and other people, and open cases only where that is switched on (INV-7, POR-6, S1.x2, S1.5)', async () => {
    const site = await insertPlace(test);
    await setPortal(test, site, { shows_open_cases: true });
    const near = await insertDevice(test, site.deploymentId);
    const other = await visiting(test, { label: near.label, pin: site.pin });
    await reportByLabel(other, { description: 'canary-other-device' });
    const first = await visiting(test, site);
    const reporter = { name: 'canary-name', email: 'canary@mail.example', phone: '+46 70 9999999' };
    const made = await reportByLabel(first, { description: 'canary-text', subject: 'canary-subject', reporter });
    const phone = await visiting(test, site);
    const shown = (await phone.get('/portal/visit/reporting')).body as unknown as Record<string, object[]>;
    expect(shown.openCases).toEqual([
      { id: made.body.id, number: made.body.number, templateName: null, status: 'open', createdAt: expect.any(String) },
    ]);
    expect(shown.ownCases).toEqual([]);
    expect(JSON.stringify(shown)).not.toMatch(/canary|9999999/);
    await setPortal(test, site, { shows_open_cases: false });
    expect((await phone.get('/portal/visit/reporting')).body).toMatchObject({ openCases: [] });
  });

  it('shows a returning browser its own cases of this device, and no one else theirs (POR-9, S1.x4)', async () => {
    const site = await insertPlace(test);
    const phone = await visiting(test, site);
    const made = await reportByLabel(phone, { subject: 'Mine' });
    const own = async (client: Client) => (await client.get('/portal/visit/reporting')).body.ownCases;
    expect(await own(phone)).toEqual([
      { id: made.body.id, number: made.body.number, subject: 'Mine', status: 'open', createdAt: expect.any(String) },
    ]);
    await phone.delete('/portal/visit');
    const { label, pin } = site;
    await phone.post('/portal/visits', { label: label.publicId, secret: label.secret, pin });
    expect(await own(phone)).toHaveLength(1);
    expect(await own(await visiting(test, site))).toEqual([]);
  });

  it('offers templates by how often they were used at this deployment, in the asked language (S1.9)', async () => {
    const site = await insertPlace(test);
    const [a, b, c] = [await aTemplate(admin.client), await aTemplate(admin.client), await aTemplate(admin.client)];
    await setPortal(test, site, { template_ids: [c.id, b.id, a.id], shows_open_cases: true });
    const phone = await visiting(test, site);
    const offered = async () => {
      const { body } = await phone.get('/portal/visit/reporting?language=de');
      return body as unknown as { templates: { versionId: string }[]; openCases: { templateName: string }[] };
    };
    const ids = async () => (await offered()).templates.map(({ versionId }) => versionId);
    expect(await ids()).toEqual([c.versionId, b.versionId, a.versionId]);
    await reportByLabel(phone, { templateVersionId: a.versionId, answers: { lamp: false } });
    expect(await ids()).toEqual([a.versionId, c.versionId, b.versionId]);
    expect((await offered()).openCases[0]?.templateName).toBe('Roboter fährt nicht');
  });
});

describe('POST /portal/visit/cases/:id/follow (S1.x4)', () => {
  const follow = (client: Client, id: string, more: object = {}) =>
    client.post<{ followLink: string; number: number; code: string }>(
      `/portal/visit/cases/${id}/follow`,
      { reporter: {}, fileIds: [], language: 'en', ...more },
      { 'idempotency-key': newId() },
    );

  it('adds a follower instead of a duplicate, with a message marked as theirs', async () => {
    const site = await insertPlace(test);
    await setPortal(test, site, { shows_open_cases: true, takes_photos: true });
    const { id, followLink } = (await reportByLabel(await visiting(test, site))).body;
    const phone = await visiting(test, site);
    const file = (await photo(phone)).body.id;
    const joined = await follow(phone, id, { message: 'Here too', fileIds: [file], reporter: { name: 'Ravi' } });
    expect(joined.status).toBe(200);
    expect(joined.body.followLink).not.toBe(followLink);
    expect((await follow(phone, id)).body).toEqual(joined.body);
    expect((await seen(id)).followCount).toBe(2);
    const { items } = (await admin.client.get(`/cases/${id}/messages`)).body;
    expect(items[1]).toMatchObject({
      body: 'Here too',
      files: [{ id: file }],
      author: { name: 'Ravi', isFollower: true },
    });
    expect((await admin.client.get(`/cases/${id}/follows`)).body.items).toMatchObject([
      { isReporter: true, email: EMAIL, isSentByStaff: false, state: 'active' },
      { isReporter: false, name: 'Ravi' },
    ]);
  });

  it('reaches no case that the visit does not show (INV-7, POR-6)', async () => {
    const site = await insertPlace(test);
    await setPortal(test, site, { shows_open_cases: true });
    const near = await insertDevice(test, site.deploymentId);
    const other = await visiting(test, { label: near.label, pin: site.pin });
    const phone = await visiting(test, site);
    const foreign = [(await reportByLabel(other)).body.id, (await reportByLabel(visit)).body.id, newId()];
    for (const id of foreign) expect((await follow(phone, id)).status).toBe(404);
    const { id } = (await reportByLabel(await visiting(test, site))).body;
    await setPortal(test, site, { shows_open_cases: false });
    expect((await follow(phone, id)).status).toBe(404);
    await setPortal(test, site, { shows_open_cases: true });
    await rows(test.db, `UPDATE cases SET status = 'closed' WHERE id = $1`, [id]);
    expect((await follow(phone, id)).status).toBe(404);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { useApp } from '../../../test/app.js';
import { aCustomer, noticesAbout, report, signedInContact } from '../../../test/case-people.js';
import type { Client } from '../../../test/client.js';
import { aTemplate, opened, photo, reportByLabel, setPortal } from '../../../test/reports.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, visiting } from '../../../test/visits.js';

const test = useApp();
let staff: Client;
let site: Place;
beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  site = await insertPlace(test, { customerId: await aCustomer(test) });
  await setPortal(test, site, { takes_photos: true });
});

describe('POST /cases/:id/merge', () => {
  it('takes messages, files and followers along, and closes the duplicate with a note', async () => {
    const contact = await signedInContact(test, site.customerId);
    const kept = (await report(contact, 'Door stuck')).body;
    const visit = await visiting(test, site);
    const file = (await photo(visit)).body.id;
    const duplicate = (await reportByLabel(visit, { fileIds: [file] })).body;
    const merged = await staff.post(`/cases/${duplicate.id}/merge`, { into: kept.id });
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({ id: kept.id, followCount: 1, status: 'open' });
    const messages = (await staff.get(`/cases/${kept.id}/messages`)).body.items;
    expect(messages.map(({ body, event }) => event ?? body)).toEqual([
      'About: Door stuck',
      'It stands still.\nSince noon.',
      'merged',
    ]);
    expect(messages[1]).toMatchObject({ files: [{ id: file }], author: { isFollower: true } });
    expect(messages[2]?.body).toBe(`#${duplicate.number}`);
    expect((await staff.get(`/cases/${duplicate.id}`)).body.status).toBe('closed');
    const left = (await staff.get(`/cases/${duplicate.id}/messages`)).body.items;
    expect(left).toMatchObject([{ event: 'merged', body: `#${kept.number}` }]);
    // The link of the duplicate now leads to what is left, and shows there what followers see.
    const follow = (await (await opened(test, duplicate.followLink)).get('/portal/follow')).body;
    expect(follow).toMatchObject({ number: kept.number, isReporter: false });
    expect(JSON.stringify(follow)).not.toContain('Door stuck');
  });

  it('lets the contact who reported the duplicate follow the other', async () => {
    const [one, two] = [await signedInContact(test, site.customerId), await signedInContact(test, site.customerId)];
    const [kept, duplicate] = [(await report(one)).body, (await report(two)).body];
    await staff.post(`/cases/${duplicate.id}/merge`, { into: kept.id });
    await staff.post(`/cases/${kept.id}/messages`, { visibility: 'public', body: 'Fixed' });
    expect(
      (await noticesAbout(test, kept.id)).filter(({ kind }) => kind === 'case-replied').map(({ to }) => to),
    ).toEqual([one.email, two.email]);
  });

  it('refuses other customers, the case itself, a closed case and an unknown one', async () => {
    const contact = await signedInContact(test, site.customerId);
    const other = await signedInContact(test, await aCustomer(test));
    const [mine, foreign, closed] = [
      (await report(contact)).body.id,
      (await report(other)).body.id,
      (await report(contact)).body.id,
    ];
    await rows(test.db, `UPDATE cases SET status = 'closed' WHERE id = $1`, [closed]);
    const merge = async (into: string, id = mine) => (await staff.post(`/cases/${id}/merge`, { into })).body.code;
    expect(await merge(foreign)).toBe('case.merge_other_customer');
    expect(await merge(mine)).toBe('case.merge_itself');
    expect(await merge(closed)).toBe('case.not_open');
    expect(await merge(newId())).toBe('row.not_found');
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post(`/cases/${mine}/merge`, { into: closed })).status).toBe(403);
  });
});

describe('GET /cases by device, deployment and source', () => {
  it('finds what was reported about one device, and what came by label', async () => {
    const place = await insertPlace(test, { customerId: site.customerId });
    const byLabel = (await reportByLabel(await visiting(test, place))).body.id;
    const draft = { customerId: site.customerId, deviceId: place.deviceId, subject: 'By phone', body: 'She called' };
    const byPhone = (await staff.post('/cases', draft)).body.id;
    const found = async (query: string) => (await staff.get(`/cases?${query}`)).body.items.map(({ id }) => id);
    expect(await found(`deviceId=${place.deviceId}`)).toEqual([byPhone, byLabel]);
    await rows(test.db, `UPDATE cases SET activity_at = now() - interval '13 months' WHERE id = $1`, [byLabel]);
    const year = encodeURIComponent(new Date(Date.now() - 365 * 86_400_000).toISOString());
    expect(await found(`deviceId=${place.deviceId}&activeSince=${year}`)).toEqual([byPhone]);
    expect((await staff.get('/cases?activeSince=yesterday')).status).toBe(400);
    expect(await found(`deploymentId=${place.deploymentId}&source=label`)).toEqual([byLabel]);
    expect(await found(`deploymentId=${place.deploymentId}&status=closed`)).toEqual([]);
    expect(await found('source=label')).toContain(byLabel);
    expect(await found('source=label')).not.toContain(byPhone);
    expect((await staff.get('/cases?source=mail')).status).toBe(400);
    const [row] = (await staff.get(`/cases?deviceId=${place.deviceId}&source=label`)).body.items;
    expect(row).toMatchObject({ source: 'label', deviceId: place.deviceId, deployment: { id: place.deploymentId } });
  });
});

describe('POST /cases with a device and a template (S1.10)', () => {
  it('is the same form for somebody on the phone; a device of another customer is refused', async () => {
    const template = await aTemplate(staff);
    const draft = {
      customerId: site.customerId,
      subject: 'By phone',
      body: 'She called',
      templateVersionId: template.versionId,
    };
    const refused = await staff.post('/cases', { ...draft, answers: { lamp: true } });
    expect(refused.body).toMatchObject({ code: 'template.invalid_answers', errors: [{ pointer: '/answers/code' }] });
    const made = await staff.post('/cases', { ...draft, deviceId: site.deviceId, answers: { lamp: true, code: 3 } });
    expect((await staff.get(`/cases/${made.body.id}`)).body).toMatchObject({
      source: 'staff',
      deviceId: site.deviceId,
      deployment: { id: site.deploymentId },
      answers: [{ text: 'yes' }, { text: '3 E' }],
      reporter: null,
    });
    const foreign = await insertPlace(test);
    const wrong = await staff.post('/cases', { ...draft, deviceId: foreign.deviceId, answers: { lamp: false } });
    expect(wrong.body.errors).toMatchObject([{ pointer: '/deviceId' }]);
    await staff.post(`/case-templates/${template.id}/archive`);
    expect((await staff.post('/cases', { ...draft, answers: { lamp: false } })).status).toBe(422);
  });

  it('needs no words where a template is answered, and some where there is none', async () => {
    const template = await aTemplate(staff);
    const draft = { customerId: site.customerId, subject: 'By phone' };
    const refused = await staff.post('/cases', draft);
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/body', code: 'request.invalid_body' }] },
    });
    const answered = { ...draft, templateVersionId: template.versionId, answers: { lamp: false } };
    const made = await staff.post('/cases', answered);
    expect(made.status).toBe(201);
    const messages = (await staff.get(`/cases/${made.body.id}/messages`)).body.items;
    expect(messages).toMatchObject([{ body: 'By phone' }]);
  });
});

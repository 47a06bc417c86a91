import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, noticesAbout, report, signedInContact } from '../../../test/case-people.js';
import { allPages } from '../../../test/pages.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';

const test = useApp();
const KEY = () => ({ 'idempotency-key': newId() });

describe('POST /portal/cases', () => {
  it('opens a case for the session’s customer and contact, and confirms it in their language (S1.18)', async () => {
    const person = await signedInContact(test, await aCustomer(test, 'Nordhafen', { language: 'de' }));
    const answer = await report(person, 'Undichte Pumpe', { device: 'P-7' });
    expect(answer.status).toBe(201);
    expect(answer.body.number).toBeGreaterThan(1000);
    const [stored] = await rows(
      test.db,
      `SELECT customer_id, contact_id, reporter_name, status, source, device FROM cases WHERE id = $1`,
      [answer.body.id],
    );
    expect(stored).toMatchObject({
      customer_id: person.customerId,
      contact_id: person.contactId,
      status: 'open',
      source: 'portal',
      device: 'P-7',
    });
    expect(stored).toHaveProperty('reporter_name', expect.stringContaining('Person'));
    expect(await noticesAbout(test, answer.body.id)).toMatchObject([
      { kind: 'case-opened', to: person.email, language: 'de', subject: expect.stringContaining('Meldung') },
    ]);
    expect(await rows(test.db, `SELECT action FROM audit_events WHERE subject_id = $1`, [answer.body.id])).toEqual([
      { action: 'case.opened' },
    ]);
  });

  it('makes one case of one key, also when sent ten times at once (D12)', async () => {
    const person = await signedInContact(test, await aCustomer(test));
    const body = { subject: 'Twice', description: 'Pressed twice' };
    const headers = KEY();
    const all = await Promise.all(Array.from({ length: 10 }, () => person.client.post('/portal/cases', body, headers)));
    expect(all.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(all.some(({ status }) => status === 201)).toBe(true);
    const again = await person.client.post('/portal/cases', body, headers);
    expect(again.status).toBe(201);
    expect(await rows(test.db, `SELECT id FROM cases WHERE customer_id = $1`, [person.customerId])).toEqual([
      { id: again.body.id },
    ]);
    expect(await noticesAbout(test, again.body.id)).toHaveLength(1);
    const other = await person.client.post('/portal/cases', { ...body, subject: 'Other' }, headers);
    expect(other.body.code).toBe('idempotency.key_reused');
  });

  it('makes no second case when the first answer was lost with its process (D12)', async () => {
    const person = await signedInContact(test, await aCustomer(test));
    const headers = KEY();
    const body = { subject: 'Lost answer', description: 'x' };
    const before = await person.client.post('/portal/cases', body, headers);
    await rows(
      test.db,
      `UPDATE idempotency_keys SET status = NULL, body = NULL, created_at = now() - interval '5 minutes' WHERE key = $1`,
      [headers['idempotency-key']],
    );
    const after = await person.client.post('/portal/cases', body, headers);
    expect(after.body).toEqual(before.body);
    expect(await rows(test.db, `SELECT id FROM cases WHERE customer_id = $1`, [person.customerId])).toHaveLength(1);
  });

  it('needs a key, a text, a session and the right; takes nothing else (AZN-3, S3.10)', async () => {
    const person = await signedInContact(test, await aCustomer(test));
    expect((await person.client.post('/portal/cases', { subject: 'a', description: 'b' })).body.code).toBe(
      'idempotency.key_required',
    );
    expect((await report(person, ' ')).status).toBe(422);
    for (const extra of [
      { customerId: newId() },
      { contactId: newId() },
      { status: 'closed' },
      { source: 'staff' },
      { priority: 'urgent' },
      { assigneeId: newId() },
    ]) {
      expect((await report(person, 'Extra', extra)).status).toBe(422);
    }
    expect((await test.client().post('/portal/cases', { subject: 'a', description: 'b' }, KEY())).status).toBe(401);
    const { client: staff } = await signedInStaff(test);
    expect((await staff.post('/portal/cases', { subject: 'a', description: 'b' }, KEY())).status).toBe(401);
    const without = await signedInContact(test, person.customerId, { rightsRemoved: ['case:create'] });
    expect((await report(without)).body).toMatchObject({ code: 'access.denied', missing: 'case:create' });
    const reader = await signedInContact(test, await aCustomer(test, 'Readers', { profile: 'readOnly' }));
    expect((await report(reader)).body.code).toBe('access.denied');
  });
});

describe('GET /portal/cases', () => {
  it('shows own cases, and the company’s only with that right; never another customer’s (AZN-2, AZN-5, S3.10)', async () => {
    const company = await aCustomer(test);
    const [mine, colleague] = [
      await signedInContact(test, company),
      await signedInContact(test, company, { name: 'Colleague' }),
    ];
    const foreign = await signedInContact(test, await aCustomer(test, 'Foreign', { profile: 'wholeCompany' }));
    const own = (await report(mine, 'Own')).body.id;
    const other = (await report(colleague, 'Other')).body.id;
    expect((await mine.client.get('/portal/cases')).body.items).toMatchObject([
      { id: own, isMine: true, needsMe: false },
    ]);
    expect((await mine.client.get('/portal/cases?scope=company')).body).toMatchObject({
      code: 'access.denied',
      missing: 'case:read_company',
    });
    expect((await mine.client.get(`/portal/cases/${other}`)).status).toBe(404);
    expect((await foreign.client.get('/portal/cases?scope=company')).body.items).toEqual([]);
    expect((await foreign.client.get(`/portal/cases/${own}`)).status).toBe(404);
    await rows(
      test.db,
      `UPDATE customers SET rights_profile_id = '01900000-0000-7000-8000-000000000002' WHERE id = $1`,
      [company],
    );
    expect(
      (await mine.client.get('/portal/cases?scope=company')).body.items.map((item: { id: string }) => item.id),
    ).toEqual([other, own]);
    expect((await mine.client.get('/portal/cases')).body.items).toHaveLength(1);
    expect((await mine.client.get(`/portal/cases/${other}`)).body).toMatchObject({
      reporterName: 'Colleague',
      isMine: false,
    });
    expect((await foreign.client.get(`/portal/cases/${own}`)).status).toBe(404);
  });

  it('puts what waits for the customer first, over pages too, and filters by state', async () => {
    const person = await signedInContact(test, await aCustomer(test));
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) ids.push((await report(person, `Case ${at}`)).body.id);
    await rows(test.db, `UPDATE cases SET status = 'waiting' WHERE id = ANY($1)`, [[ids[1], ids[3], ids[4]]]);
    await rows(test.db, `UPDATE cases SET status = 'closed' WHERE id = $1`, [ids[5]]);
    const expected = [4, 3, 1, 5, 2, 0].map((at) => ids[at]);
    for (const limit of [1, 2, 4, 100]) {
      expect((await allPages(person.client, `/portal/cases?limit=${limit}`)).map((item) => item.id)).toEqual(expected);
    }
    expect(
      (await person.client.get('/portal/cases?status=done')).body.items.map((item: { id: string }) => item.id),
    ).toEqual([ids[5]]);
    expect((await person.client.get('/portal/cases?status=active')).body.items).toHaveLength(5);
  });

  it.each([
    'cursor=x',
    `cursor=${Buffer.from('["a","b","c"]').toString('base64url')}`,
    `cursor=${Buffer.from('[5,5,5]').toString('base64url')}`,
    'limit=0',
    'status=open',
    'scope=all',
    'customerId=1',
  ])('refuses %s (AZN-9)', async (query) => {
    const person = await signedInContact(test, await aCustomer(test));
    expect((await person.client.get(`/portal/cases?${query}`)).status).toBe(400);
  });

  it('feels a right that is taken away on the next request (INV-8, INV-6)', async () => {
    const person = await signedInContact(test, await aCustomer(test));
    const id = (await report(person)).body.id;
    expect((await person.client.get(`/portal/cases/${id}`)).body.allowedActions).toEqual(['reply', 'close']);
    await rows(test.db, `UPDATE contacts SET rights_removed = '{case:reply}' WHERE id = $1`, [person.contactId]);
    expect((await person.client.post(`/portal/cases/${id}/messages`, { body: 'Hi' })).body.code).toBe('access.denied');
    expect((await person.client.get(`/portal/cases/${id}`)).body.allowedActions).toEqual(['close']);
    await rows(test.db, `UPDATE contacts SET rights_removed = '{case:read_own}' WHERE id = $1`, [person.contactId]);
    expect((await person.client.get('/portal/cases')).body.code).toBe('access.denied');
    expect((await person.client.get(`/portal/cases/${id}`)).body.code).toBe('access.denied');
    await rows(test.db, `UPDATE contacts SET is_portal_user = false WHERE id = $1`, [person.contactId]);
    expect((await person.client.get('/portal/cases')).status).toBe(401);
  });
});

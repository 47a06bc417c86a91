import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { insertCase, insertLogin, isOpen, newContact, newCustomer, openSession } from '../../test/people.js';
import { signedInStaff } from '../../test/staff.js';
import { rows } from '../db/sql.js';
import { CustomerDto, CustomerPage } from './customer.dto.js';

const match = (row: { version: number }) => ({ 'if-match': `"${row.version}"` });

describe('customers', () => {
  const test = useApp();
  let client: Client;

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'agent'));
  });

  it('takes a number from the sequence and phones in any spelling as E.164', async () => {
    const made = await client.post('/customers', {
      name: 'Örebro Hiss',
      email: 'Info@Orebro.SE',
      phones: [{ number: '0701-23 45 67' }, { number: '0046 8 123 456 78', extension: '12' }],
    });
    expect(made.status).toBe(201);
    expect(Number(made.body.number)).toBeGreaterThan(10_000);
    expect(made.body.phones).toEqual([
      { e164: '+46701234567', type: 'mobile', extension: null },
      { e164: '+46812345678', type: 'landline', extension: '12' },
    ]);
    expect(made.body).toMatchObject({
      email: 'Info@Orebro.SE',
      status: 'active',
      rightsProfile: { name: 'Standard' },
      access: { none: 0, active: 0 },
      version: 1,
    });
    expect(CustomerDto.omit({ createdAt: true, updatedAt: true }).safeParse(made.body).error).toBeUndefined();
    expect((await client.get(`/customers/${made.body.id}`)).body).toEqual(made.body);
  });

  it('skips a number of the sequence that somebody gave by hand', async () => {
    const { number } = await newCustomer(client);
    const next = String(Number(number) + 1);
    await newCustomer(client, { number: next });
    expect((await newCustomer(client)).number).not.toBe(next);
  });

  it('finds by name, number, e-mail and phone in any spelling or by its last digits (S3.14)', async () => {
    const { id } = await newCustomer(client, {
      name: 'Ångström Robotik AB',
      number: 'K-7001',
      email: 'post@angstrom.example',
      phones: [{ number: '+46709876543' }],
    });
    for (const q of [
      'angstrom',
      'robotik ång',
      'K-70',
      'k-7001',
      'post@angstrom.example',
      'post@ang',
      '@angstrom',
      '070-987 65 43',
      '0046709876543',
      '6543',
      '9876543',
    ]) {
      const found = await client.get(`/customers?q=${encodeURIComponent(q)}`);
      expect(
        found.body.items?.map((row: { id: string }) => row.id),
        q,
      ).toContain(id);
    }
    for (const q of ['x', '%%', '__', 'zzzz', '9999999'])
      expect((await client.get(`/customers?q=${encodeURIComponent(q)}`)).body.items, q).toEqual([]);
  });

  it.each(['name', 'number', 'newest'])('pages through everything once, sorted by %s (INP-5)', async (sort) => {
    for (let at = 0; at < 5; at += 1) await newCustomer(client, { name: `Paged ${sort}` });
    const seen: string[] = [];
    let cursor = '';
    do {
      const answer = await client.get(`/customers?sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`);
      expect(answer.status).toBe(200);
      seen.push(...answer.body.items.map((row: { id: string }) => row.id));
      cursor = answer.body.nextCursor ?? '';
    } while (cursor);
    const [{ count }] = (await rows<{ count: number }>(test.db, 'SELECT count(*)::int AS count FROM customers')) as [
      { count: number },
    ];
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(count);
  });

  it('answers 400 to a cursor of another order, of another list and to nonsense', async () => {
    await newCustomer(client);
    await newCustomer(client);
    const { nextCursor } = (await client.get('/customers?limit=1')).body;
    const wrong = Buffer.from('["name","x","not-a-uuid"]').toString('base64url');
    const typed = Buffer.from('["name",5,null]').toString('base64url');
    for (const query of [
      `sort=newest&cursor=${nextCursor}`,
      'cursor=abc',
      `cursor=${wrong}`,
      `cursor=${typed}`,
      'limit=101',
      'sort=drop',
      'status=x',
    ]) {
      expect((await client.get(`/customers?${query}`)).status, query).toBe(400);
    }
  });

  it('filters by status and counts contacts and open cases', async () => {
    const customer = await newCustomer(client, { name: 'Counted' });
    const contact = await newContact(client, customer.id);
    await insertCase(test, customer.id, contact.id);
    await client.post(`/customers/${customer.id}/deactivate`);
    const page = (await client.get('/customers?status=inactive&q=counted')).body;
    expect(page.items).toMatchObject([{ id: customer.id, contacts: 1, openCases: 1, status: 'inactive' }]);
    expect(Object.keys(page.items[0]!).toSorted()).toEqual(
      Object.keys(CustomerPage.shape.items.element.shape).toSorted(),
    );
    expect((await client.get('/customers?status=active&q=counted')).body.items).toEqual([]);
  });

  it('changes what is named, clears with null, and refuses an older version', async () => {
    const made = await newCustomer(client, { city: 'Umeå', notes: 'Ring first', phones: [{ number: '0701234567' }] });
    const changed = await client.patch(`/customers/${made.id}`, { notes: null, name: 'Renamed' }, match(made));
    expect(changed.body).toMatchObject({ name: 'Renamed', notes: null, city: 'Umeå', phones: made.phones, version: 2 });
    expect((await client.patch(`/customers/${made.id}`, { name: 'Late' }, match(made))).body.code).toBe('row.changed');
    expect((await client.patch(`/customers/${made.id}`, { name: 'None' })).status).toBe(428);
    expect((await client.patch(`/customers/${made.id}`, { name: 'Renamed' }, match(changed.body))).body.version).toBe(
      2,
    );
    expect((await client.patch(`/customers/${made.id}`, { phones: null }, match(changed.body))).body.phones).toEqual(
      [],
    );
  });

  it('names what is taken or wrong', async () => {
    const one = await newCustomer(client, { externalId: 'ext-1', number: 'N-1' });
    expect((await client.post('/customers', { name: 'Two', externalId: 'ext-1' })).body.code).toBe(
      'customer.external_id_taken',
    );
    expect((await client.post('/customers', { name: 'Two', number: 'N-1' })).body.code).toBe('customer.number_taken');
    expect((await client.post('/customers', { name: 'Two', rightsProfileId: one.id })).status).toBe(404);
    expect((await client.post('/customers', { name: ' ' })).status).toBe(422);
    expect((await client.post('/customers', { name: 'Two', email: 'no' })).status).toBe(422);
    expect((await client.post('/customers', { name: 'Two', phones: [{ number: '12' }] })).body.errors).toMatchObject([
      { pointer: '/phones/0/number', code: 'phone.invalid' },
    ]);
    expect(
      (
        await client.post('/customers', {
          name: 'Two',
          phones: [{ number: '0701234567', type: 'mobile', extension: '3' }],
        })
      ).body.errors,
    ).toMatchObject([{ code: 'phone.extension' }]);
    expect((await client.post('/customers', { name: 'Two', status: 'inactive' })).status).toBe(422);
  });

  it('makes one customer of two tries with one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'make-once' };
    const one = await client.post('/customers', { name: 'Once' }, key);
    const two = await client.post('/customers', { name: 'Once' }, key);
    expect(two.body).toEqual(one.body);
    expect((await client.get('/customers?q=once')).body.items).toHaveLength(1);
  });

  it('ends the sessions of its contacts when it is deactivated, and keeps their secrets (INV-8)', async () => {
    const customer = await newCustomer(client);
    const other = await newCustomer(client);
    const contact = await newContact(client, customer.id);
    const elsewhere = await newContact(client, other.id);
    const login = await insertLogin(test, { contactIds: [contact.id, elsewhere.id], secrets: ['pin'] });
    const here = await openSession(test, login, contact.id);
    const there = await openSession(test, login, elsewhere.id);
    expect((await client.post(`/customers/${customer.id}/deactivate`)).body.status).toBe('inactive');
    expect([await isOpen(test, here), await isOpen(test, there)]).toEqual([false, true]);
    expect(await rows(test.db, 'SELECT 1 FROM credentials WHERE identity_id = $1', [login])).toHaveLength(1);
    expect((await client.post(`/customers/${customer.id}/reactivate`)).body.allowedActions).toContain('deactivate');
  });

  it('shows which logins end and which stay, and refuses deletion while there are cases', async () => {
    const customer = await newCustomer(client);
    const other = await newCustomer(client, { name: 'Svea Bygg' });
    const [one, two] = [
      await newContact(client, customer.id, { firstName: 'One' }),
      await newContact(client, customer.id, { firstName: 'Two' }),
    ];
    const twoElsewhere = await newContact(client, other.id, { firstName: 'Two' });
    await insertLogin(test, { email: 'one@x.example', contactIds: [one.id], secrets: ['password'] });
    await insertLogin(test, { email: 'two@x.example', contactIds: [two.id, twoElsewhere.id], secrets: ['password'] });
    const caseId = await insertCase(test, customer.id, one.id);
    expect((await client.get(`/customers/${customer.id}/deletion`)).body).toMatchObject({
      contacts: 2,
      cases: 1,
      canDelete: false,
      loginsThatEnd: [{ contactId: one.id, name: 'One', loginIds: ['one@x.example'], hasSecret: true, alsoAt: [] }],
      loginsThatStay: [{ contactId: two.id, alsoAt: [{ customerName: 'Svea Bygg' }] }],
    });
    expect((await client.delete(`/customers/${customer.id}`)).body.code).toBe('customer.has_cases');
    await rows(test.db, 'DELETE FROM cases WHERE id = $1', [caseId]);
    expect((await client.delete(`/customers/${customer.id}`)).body).toEqual({ done: true });
    expect((await client.get(`/customers/${customer.id}`)).status).toBe(404);
    expect((await client.get(`/contacts/${one.id}`)).status).toBe(404);
    expect((await client.get(`/contacts/${twoElsewhere.id}`)).body.hasLogin).toBe(true);
  });

  it('tells who did what, without the network address', async () => {
    const customer = await newCustomer(client, { name: 'Told' });
    await client.patch(`/customers/${customer.id}`, { name: 'Retold' }, match(customer));
    const first = (await client.get(`/customers/${customer.id}/activity?limit=1`)).body;
    expect(first.items).toMatchObject([{ action: 'customer.changed', detail: { fields: ['name'] } }]);
    expect(first.items[0]).not.toHaveProperty('ip');
    expect(
      (await client.get(`/customers/${customer.id}/activity?cursor=${first.nextCursor}`)).body.items,
    ).toMatchObject([{ action: 'customer.created' }]);
  });

  it('refuses nobody, a viewer who writes, and ids that are none or unknown (AZN-1)', async () => {
    const customer = await newCustomer(client);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    const acts = (who: Client, id: string) => [
      () => who.patch(`/customers/${id}`, { name: 'x' }, match(customer)),
      () => who.delete(`/customers/${id}`),
      () => who.get(`/customers/${id}/deletion`),
      () => who.post(`/customers/${id}/deactivate`),
      () => who.post(`/customers/${id}/reactivate`),
    ];
    const reads = (who: Client, id: string) => [
      () => who.get(`/customers/${id}`),
      () => who.get(`/customers/${id}/activity`),
    ];
    for (const act of acts(viewer, customer.id)) expect((await act()).status).toBe(403);
    expect((await viewer.post('/customers', { name: 'x' })).status).toBe(403);
    for (const read of reads(viewer, customer.id)) expect((await read()).status).toBe(200);
    expect((await viewer.get(`/customers/${customer.id}`)).body.allowedActions).toEqual([]);
    for (const act of [...acts(test.client(), customer.id), ...reads(test.client(), customer.id)])
      expect((await act()).status).toBe(401);
    const unknown = '01900000-0000-7000-8000-00000000ffff';
    for (const act of [...acts(client, unknown), ...reads(client, unknown)]) expect((await act()).status).toBe(404);
    for (const act of [...acts(client, 'nope'), ...reads(client, 'nope')]) expect((await act()).status).toBe(400);
  });
});

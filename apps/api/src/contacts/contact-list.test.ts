import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../db/sql.js';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { newContact, newCustomer } from '../../test/people.js';
import { indexesUsed, seqScans, loadPeople } from '../../test/plans.js';
import { signedInStaff } from '../../test/staff.js';
import { AccessReportQuery } from '../credentials/access-report/access-report.dto.js';
import { lockedSql } from '../credentials/access-report/report-counts.js';
import { accessReportSql } from '../credentials/access-report/report-sql.js';
import { type CustomerQuery, CustomerQuery as CustomerQuerySchema } from '../customers/customer.dto.js';
import { customerListSql } from '../customers/customers.queries.js';
import { ContactQuery } from './contact.dto.js';
import { contactListSql } from './contacts.queries.js';

describe('the list of contacts', () => {
  const test = useApp();
  let client: Client;
  let customer: { id: string };

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'viewer'));
    const agent = (await signedInStaff(test, 'agent')).client;
    customer = await newCustomer(agent, { name: 'Nordic AB' });
    const other = await newCustomer(agent);
    await newContact(agent, customer.id, {
      firstName: 'Åsa',
      lastName: 'Öberg',
      email: 'asa.oberg@nordic.example',
      phones: [{ number: '0701112233' }],
    });
    await newContact(agent, customer.id, { firstName: 'Karl', lastName: 'Lind', isPortalUser: false });
    await newContact(agent, other.id, { firstName: 'Karl', lastName: 'Lindgren', email: 'k@other.example' });
    for (let at = 0; at < 7; at += 1) await newContact(agent, other.id, { firstName: 'Same', lastName: 'Name' });
    const gone = await newContact(agent, other.id, { firstName: 'Gone' });
    await agent.post(`/contacts/${gone.id}/deactivate`);
  });

  const names = async (query: string): Promise<string[]> => {
    const answer = await client.get(`/contacts?${query}`);
    expect(answer.status, query).toBe(200);
    return answer.body.items.map((row: { name: string }) => row.name);
  };

  it('finds by name in any order, without accents, by e-mail, and by phone in any spelling (S3.14, S0.3)', async () => {
    for (const q of [
      'åsa',
      'ASA',
      'oberg',
      'öberg åsa',
      'ås',
      'asa.oberg@nordic.example',
      'asa.ob',
      '@nordic',
      '0701112233',
      '+46 70 111 22 33',
      '0046701112233',
      '2233',
    ]) {
      expect(await names(`q=${encodeURIComponent(q)}`), q).toEqual(['Åsa Öberg']);
    }
    expect(await names('q=karl%20lind')).toEqual(['Karl Lind', 'Karl Lindgren']);
    for (const q of ['a', '%', '__', '%25%25', '1122334455'])
      expect(await names(`q=${encodeURIComponent(q)}`), q).toEqual([]);
  });

  it('filters by customer, status, portal user and access, together with a search', async () => {
    expect(await names(`customerId=${customer.id}`)).toEqual(['Åsa Öberg', 'Karl Lind']);
    expect(await names('status=inactive')).toEqual(['Gone']);
    expect(await names('portalUser=false')).toEqual(['Karl Lind']);
    expect(await names(`q=karl&customerId=${customer.id}`)).toEqual(['Karl Lind']);
    expect(await names('q=karl&portalUser=true')).toEqual(['Karl Lindgren']);
    expect(await names('access=active')).toEqual([]);
    expect(await names('access=locked')).toEqual([]);
    expect(await names(`customerId=${customer.id}&access=none&status=active&portalUser=true`)).toEqual(['Åsa Öberg']);
  });

  it.each(['sort=name', 'sort=newest', 'sort=name&access=none', 'sort=newest&access=none', 'q=name'])(
    'pages through equal names once each: %s (INP-5)',
    async (query) => {
      const all = (await client.get(`/contacts?${query}&limit=100`)).body.items.map((row: { id: string }) => row.id);
      const seen: string[] = [];
      let cursor = '';
      do {
        const { items, nextCursor } = (await client.get(`/contacts?${query}&limit=2${cursor && `&cursor=${cursor}`}`))
          .body;
        seen.push(...items.map((row: { id: string }) => row.id));
        cursor = nextCursor ?? '';
      } while (cursor);
      expect(seen).toEqual(all);
    },
  );

  it('answers 400 to nonsense and 401 to nobody (AZN-9)', async () => {
    for (const query of [
      'cursor=x',
      'limit=0',
      'limit=101',
      'sort=lastSignIn',
      'access=all',
      'customerId=1',
      'portalUser=yes',
      'unknown=1',
      'q=%00',
    ]) {
      expect((await client.get(`/contacts?${query}`)).status, query).toBe(400);
    }
    expect((await test.client().get('/contacts')).status).toBe(401);
  });
});

describe('the plans of lists and searches', () => {
  const test = useApp();

  beforeAll(async () => {
    await loadPeople(test.db, 100_000);
  }, 120_000);

  const CUSTOMER = '01900000-0000-7000-8001-000000000007';
  const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const ID = '01900000-0000-7000-8002-000000050000';

  it.each([
    {},
    { sort: 'newest' },
    { cursor: cursor('name', 'lind 5', ID) },
    { sort: 'newest', cursor: cursor('newest', '2026-01-01', ID) },
    { customerId: CUSTOMER },
    { customerId: CUSTOMER, sort: 'newest' },
    { access: 'none' },
    { access: 'invited', sort: 'newest' },
    { access: 'suspended', cursor: cursor('name', 'lind 5', ID) },
    { access: 'locked' },
    { invitation: 'bounced' },
    { invitation: 'expired', sort: 'newest' },
    { invitation: 'none', customerId: CUSTOMER },
    { status: 'inactive' },
    { pin: 'due' },
    { pin: 'renewing', customerId: CUSTOMER },
    { portalUser: 'false' },
    { status: 'active', portalUser: 'true' },
    { q: 'eva 4711' },
    { q: 'lind 123' },
    { q: 'va' },
    { q: 'eva4711@' },
    { q: 'eva4711@nordic.example' },
    { q: '4711' },
    { q: '0700004711' },
    { q: 'eva 4711', access: 'none', customerId: CUSTOMER },
  ])('reads contacts by an index: %j', async (query) => {
    const statement = contactListSql(ContactQuery.parse(query), { country: 'SE', adviceMonths: 12 });
    expect(statement && (await seqScans(test.db, statement))).toEqual([]);
  });

  it('finds the few whose PIN is old by their PINs, and many along the list (S1.15)', async () => {
    const used = (adviceMonths: number) => {
      const statement = contactListSql(ContactQuery.parse({ pin: 'due' }), { country: 'SE', adviceMonths });
      return statement && indexesUsed(test.db, statement);
    };
    expect(await used(12)).toContain('ix_credentials_pin_set_at');
    await rows(test.db, `UPDATE credentials SET set_at = set_at - interval '2 years'`);
    await rows(test.db, 'ANALYZE credentials');
    expect(await used(12)).toContain('ix_contacts_name');
  });

  it.each([
    {},
    { cursor: cursor('name', 'lind 5', ID) },
    { state: 'can' },
    { state: 'cannot', cursor: cursor('name', 'lind 5', ID) },
    { reason: 'never_invited' },
    { reason: 'locked' },
    { way: 'pin' },
    { neverUsed: 'true' },
    { lastUsedBefore: '2026-01-01T00:00:00Z', cursor: cursor('used', '2025-01-01', ID) },
    { resetFault: ['not_allowed', 'bounced', 'no_address'] },
    { customerId: CUSTOMER, state: 'cannot' },
  ])('reads the report of access by an index: %j (S4.10)', async (query) => {
    const statement = accessReportSql(AccessReportQuery.parse(query));
    expect(statement && (await seqScans(test.db, statement))).toEqual([]);
  });

  it('counts who is locked from those who are (S4.10)', async () => {
    expect(await seqScans(test.db, { sql: lockedSql(''), values: [] })).toEqual([]);
  });

  it.each([
    {},
    { sort: 'number' },
    { sort: 'newest' },
    { status: 'inactive' },
    { q: 'bygg 4711' },
    { q: '4711' },
    { q: '0700004711' },
    { q: 'info4711@' },
    { cursor: cursor('name', 'bygg 5', ID) },
  ])('reads customers by an index: %j', async (query) => {
    const statement = customerListSql(CustomerQuerySchema.parse(query) satisfies CustomerQuery, 'SE');
    expect(statement && (await seqScans(test.db, statement))).toEqual([]);
  });
});

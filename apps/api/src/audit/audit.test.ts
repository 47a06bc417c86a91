import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { insertLogin, newContact, newCustomer } from '../../test/people.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { first, rows } from '../db/sql.js';

interface Line {
  id: string;
  at: string;
  action: string;
  detail: Record<string, unknown>;
}

describe('GET /audit-events (A15)', () => {
  const test = useApp();
  let client: Client;
  let adminId: string;

  beforeAll(async () => {
    ({ client, id: adminId } = await signedInStaff(test, 'admin'));
  });

  const lines = async (query: string, by = client): Promise<Line[]> => {
    const answer = await by.get<{ items: Line[] }>(`/audit-events?${query}`);
    expect(answer.status).toBe(200);
    return answer.body.items;
  };
  const actions = async (query: string) => (await lines(query)).map(({ action }) => action);

  it('finds lines by customer, by who did it and by what was done, each alone and together', async () => {
    const [one, other] = [await newCustomer(client), await newCustomer(client)];
    const colleague = await signedInStaff(test, 'agent');
    await newContact(colleague.client, one.id);
    expect(await actions(`customerId=${one.id}`)).toEqual(['contact.created', 'customer.created']);
    expect(await actions(`customerId=${one.id}&actorId=${colleague.id}`)).toEqual(['contact.created']);
    expect(await actions(`actorId=${adminId}&action=customer.created&customerId=${other.id}`)).toHaveLength(1);
    expect(await actions(`customerId=${other.id}&action=contact.created`)).toEqual([]);
  });

  it('finds what a login did with the contact it belongs to, but not what it did at another customer', async () => {
    const [here, there] = [await newCustomer(client), await newCustomer(client)];
    const [eva, also] = [await newContact(client, here.id), await newContact(client, there.id)];
    const identity = await insertLogin(test, { contactIds: [eva.id, also.id] });
    const line = (action: string, customerId: string | null) =>
      rows(
        test.db,
        `INSERT INTO audit_events (id, action, actor_kind, customer_id, identity_id) VALUES (uuidv7(), $1, 'contact', $2, $3)`,
        [action, customerId, identity],
      );
    await line('sign_in.succeeded', null);
    await line('session.company_chosen', here.id);
    await line('password.changed', there.id);
    const of = ['session.company_chosen', 'sign_in.succeeded', 'contact.created'];
    expect(await actions(`contactId=${eva.id}`)).toEqual(of);
    expect(await actions(`contactId=${eva.id}&action=sign_in.succeeded`)).toEqual(['sign_in.succeeded']);
    expect(await actions(`identityId=${identity}`)).toHaveLength(3);
  });

  it('finds lines of a time, its start included and its end not, and pages through them', async () => {
    const { id } = await newCustomer(client);
    const contact = await newContact(client, id);
    await client.post(`/contacts/${contact.id}/deactivate`);
    const [last, middle, start] = await lines(`customerId=${id}`);
    const time = async (line: Line | undefined) =>
      (
        await first<{ at: Date }>(test.db, `SELECT uuid_extract_timestamp($1::uuid) AS at`, [line?.id])
      )?.at.toISOString() ?? '';
    const range = `customerId=${id}&from=${await time(middle)}&to=${await time(last)}`;
    expect(await lines(range)).toEqual([middle]);
    const page = (await client.get(`/audit-events?customerId=${id}&limit=2`)).body;
    expect(page.items).toEqual([last, middle]);
    const rest = (await client.get(`/audit-events?customerId=${id}&limit=2&cursor=${page.nextCursor}`)).body;
    expect(rest).toEqual({ items: [start], nextCursor: null });
    expect((await client.get('/audit-events?from=yesterday')).status).toBe(400);
  });

  it('keeps what a field was before and is after; only the audit shows it, activity names the field (S0.7)', async () => {
    const { id } = await newCustomer(client);
    const contact = await newContact(client, id, { email: 'eva@before.example', phones: [{ number: '0701749001' }] });
    await client.patch(
      `/contacts/${contact.id}`,
      { email: 'eva@after.example', phones: [] },
      { 'if-match': `"${contact.version}"` },
    );
    const [changed] = await lines(`contactId=${contact.id}&action=contact.changed`);
    expect(changed?.detail).toMatchObject({
      fields: ['email', 'phones'],
      changes: {
        email: { from: 'eva@before.example', to: 'eva@after.example' },
        phones: { from: [{ e164: '+46701749001' }], to: [] },
      },
    });
    expect((await client.get(`/audit-events/${changed?.id}`)).body).toEqual(changed);
    expect((await client.get(`/audit-events/${newId()}`)).status).toBe(404);
    const { items } = (await client.get(`/contacts/${contact.id}/activity?limit=1`)).body;
    expect(items[0]?.detail).toEqual({ name: 'Eva', fields: ['email', 'phones'] });
  });

  it('cuts a long text', async () => {
    const customer = await newCustomer(client, { notes: 'short' });
    const patch = { notes: 'x'.repeat(3_000) };
    await client.patch(`/customers/${customer.id}`, patch, { 'if-match': `"${customer.version}"` });
    const [line] = await lines(`customerId=${customer.id}&action=customer.changed`);
    expect(line?.detail['changes']).toEqual({ notes: { from: 'short', to: `${'x'.repeat(200)}…` } });
  });

  describe('GET /exports/audit.csv', () => {
    it('hands out the lines that fit as CSV and records that it did, with the filter', async () => {
      const { id } = await newCustomer(client, { name: '=Nordic' });
      await newContact(client, id);
      const answer = await client.get<string>(`/exports/audit.csv?customerId=${id}&action=customer.created`);
      expect(answer.status).toBe(200);
      const [header, line, ...others] = answer.body.trim().split('\r\n');
      expect(header).toContain('at,action,actor_kind');
      expect(line).toContain(`customer.created,staff,`);
      expect(line).toContain('=Nordic');
      expect(others).toEqual([]);
      const [made] = await lines('action=export.made');
      expect(made?.detail).toEqual({ what: 'audit', filter: { customerId: id, action: 'customer.created' } });
    });

    it('wants a fresh proof and both rights (SES-6, AZN-1)', async () => {
      const staff = await signedInStaff(test, 'admin');
      await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
        staff.id,
      ]);
      const agent = (await signedInStaff(test, 'agent')).client;
      for (const file of ['audit.csv', 'audit.xlsx']) {
        expect((await staff.client.get(`/exports/${file}`)).body.code).toBe('session.reauthentication_required');
        expect((await agent.get(`/exports/${file}`)).status).toBe(403);
      }
      expect((await agent.get('/audit-events')).status).toBe(403);
      expect((await test.client().get('/audit-events')).status).toBe(401);
    });
  });
});

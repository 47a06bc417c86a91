import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, type Person, report, signedInContact } from '../../../test/case-people.js';
import type { Client } from '../../../test/client.js';
import { allPages } from '../../../test/pages.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: { client: Client; id: string };
let person: Person;
let neighbour: Person;
const ids: string[] = [];

/** Positions of the listed cases in the order they were opened. */
async function listed(query: string): Promise<number[]> {
  const { status, body } = await staff.client.get(`/cases?${query}`);
  expect(status).toBe(200);
  return body.items.map((item: { id: string }) => ids.indexOf(item.id));
}

beforeAll(async () => {
  staff = await signedInStaff(test, 'viewer');
  person = await signedInContact(test, await aCustomer(test, 'Müller & Söhne'));
  neighbour = await signedInContact(test, await aCustomer(test, 'Nachbar AG'));
  for (let at = 0; at < 8; at += 1) ids.push((await report(at < 6 ? person : neighbour, `Pump 100% ${at}`)).body.id);
  const set = (at: number, column: string, value: string) =>
    rows(test.db, `UPDATE cases SET ${column} = $2 WHERE id = $1`, [ids[at], value]);
  await set(1, 'status', 'waiting');
  await set(2, 'status', 'closed');
  await set(3, 'priority', 'urgent');
  await set(4, 'assignee_id', staff.id);
  await set(5, 'status', 'solved');
});

describe('GET /cases', () => {
  it.each([
    ['', [7, 6, 5, 4, 3, 2, 1, 0]],
    ['status=open', [7, 6, 4, 3, 0]],
    ['status=waiting&status=closed', [2, 1]],
    ['priority=urgent', [3]],
    ['priority=urgent&priority=normal&status=open&status=solved', [7, 6, 5, 4, 3, 0]],
    ['assigneeId=me', [4]],
    ['assigneeId=none&status=open', [7, 6, 3, 0]],
    ['assigneeId=none', [7, 6, 5, 3, 2, 1, 0]],
    ['unread=true', [7, 6, 4, 3, 1, 0]],
    ['unread=true&status=closed', []],
    ['unread=true&status=waiting&assigneeId=none', [1]],
  ])('with %j lists %j, newest activity first, over pages of any size', async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
    expect((await allPages(staff.client, `/cases?${query}&limit=2`)).map((item) => ids.indexOf(item.id))).toEqual(
      expected,
    );
  });

  it('filters by customer and contact', async () => {
    expect(await listed(`customerId=${neighbour.customerId}`)).toEqual([7, 6]);
    expect(await listed(`contactId=${person.contactId}&status=open`)).toEqual([4, 3, 0]);
    expect(await listed(`customerId=${newId()}`)).toEqual([]);
    expect(await listed(`assigneeId=${staff.id}`)).toEqual([4]);
  });

  it('finds by number, part of the subject and part of the customer’s name; wildcards are ordinary characters (INP-5)', async () => {
    const { body } = await staff.client.get(`/cases/${ids[3]}`);
    expect(await listed(`q=${body.number}`)).toEqual([3]);
    expect(await listed(`q=%23${body.number}`)).toEqual([3]);
    expect(await listed(`q=${encodeURIComponent('PUMP 100% 4')}`)).toEqual([4]);
    expect(await listed(`q=${encodeURIComponent('p_mp')}`)).toEqual([]);
    expect(await listed(`q=${encodeURIComponent('muller')}&status=open`)).toEqual([4, 3, 0]);
    expect(await listed(`q=nachbar`)).toEqual([7, 6]);
    expect(await listed(`q=${body.number}&status=closed`)).toEqual([]);
    expect((await staff.client.get(`/cases?q=${'x'.repeat(201)}`)).status).toBe(400);
  });

  it('finds what the other filters let through, however many more match the text', async () => {
    await rows(
      test.db,
      `INSERT INTO cases (id, number, customer_id, subject, source, status, activity_at)
       SELECT gen_random_uuid(), nextval('case_number'), $1, 'Common word', 'api', CASE WHEN g = 500 THEN 'waiting' ELSE 'closed' END, now() - interval '1 year' FROM generate_series(1, 500) g`,
      [neighbour.customerId],
    );
    expect((await staff.client.get('/cases?q=common%20word&status=waiting')).body.items).toHaveLength(1);
    await rows(test.db, `DELETE FROM cases WHERE subject = 'Common word'`);
  });

  it.each([
    'status=new',
    'sort=subject',
    'assigneeId=everybody',
    'customerId=1',
    'limit=101',
    `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
    `cursor=${Buffer.from('[true,1]').toString('base64url')}`,
  ])('refuses %s (AZN-9)', async (query) => {
    expect((await staff.client.get(`/cases?${query}`)).status).toBe(400);
  });

  it('is for staff only, and knows no case that is not there (AZN-1)', async () => {
    for (const path of ['/cases', `/cases/${ids[0]}`, `/cases/${ids[0]}/messages`]) {
      expect((await test.client().get(path)).status).toBe(401);
      expect((await person.client.get(path)).status).toBe(401);
    }
    for (const path of [`/cases/${newId()}`, `/cases/${newId()}/messages`])
      expect((await staff.client.get(path)).status).toBe(404);
    expect((await staff.client.get('/cases/1')).status).toBe(400);
  });
});

describe('PUT /cases/:id/read', () => {
  it('is per staff member, and ends with the next message of the customer', async () => {
    const isUnread = async (client: Client) => (await client.get(`/cases/${ids[7]}`)).body.isUnread;
    const other = await signedInStaff(test, 'agent');
    expect(await isUnread(staff.client)).toBe(true);
    expect((await staff.client.put(`/cases/${ids[7]}/read`)).body).toEqual({ done: true });
    expect([await isUnread(staff.client), await isUnread(other.client)]).toEqual([false, true]);
    await neighbour.client.post(`/portal/cases/${ids[7]}/messages`, { body: 'And?' });
    expect(await isUnread(staff.client)).toBe(true);
    expect((await staff.client.put(`/cases/${newId()}/read`)).status).toBe(404);
    expect((await person.client.put(`/cases/${ids[7]}/read`)).status).toBe(401);
  });
});

describe('GET /cases/:id/messages', () => {
  it('lists oldest first, over pages', async () => {
    const agent = await signedInStaff(test, 'agent');
    for (let at = 0; at < 4; at += 1)
      await agent.client.post(`/cases/${ids[6]}/messages`, {
        visibility: at % 2 ? 'internal' : 'public',
        body: `m${at}`,
      });
    const seen = await allPages<{ body: string }>(staff.client, `/cases/${ids[6]}/messages?limit=2`);
    expect(seen.map(({ body }) => body)).toEqual(['About: Pump 100% 6', 'm0', 'm1', 'm2', 'm3']);
  });
});

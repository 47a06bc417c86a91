import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { aCustomer, type Person, report, signedInContact } from '../../test/case-people.js';
import type { Client } from '../../test/client.js';
import { type EventStream, listen as open } from '../../test/event-stream.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import { LiveEvents } from './live-events.js';
import { mayHear } from './live-streams.js';

const test = useApp();
let staff: { client: Client; id: string };
let reporter: Person;
const streams: EventStream[] = [];

async function listen(client: Client, path: string): Promise<EventStream> {
  const stream = await open(client, path);
  streams.push(stream);
  return stream;
}

/** Says something to everybody and waits until staff have heard it: whoever had not heard the earlier events will not. */
async function settled(): Promise<void> {
  const probe = await listen(staff.client, '/events');
  const id = newId();
  const hears = async () => {
    await test.app.get(LiveEvents).publish(test.db, { type: 'probe.sent', id });
    return probe.heard.some((event) => event.id === id);
  };
  await expect.poll(hears).toBe(true);
  probe.close();
}

const cases = (stream: EventStream) => stream.heard.filter(({ type }) => type === 'case.changed');

beforeAll(async () => {
  staff = await signedInStaff(test, 'agent');
  reporter = await signedInContact(test, await aCustomer(test));
});

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

describe('GET /events and /portal/events', () => {
  it('tell the right ones of a change, with its id and nothing else (AZN-5)', async () => {
    const colleague = await signedInContact(test, reporter.customerId);
    const foreign = await signedInContact(test, await aCustomer(test, 'Foreign', { profile: 'wholeCompany' }));
    const [forStaff, forReporter, forColleague, forForeign] = await Promise.all([
      listen(staff.client, '/events'),
      listen(reporter.client, '/portal/events'),
      listen(colleague.client, '/portal/events'),
      listen(foreign.client, '/portal/events'),
    ]);
    await settled();
    const { id } = (await report(reporter)).body;
    await settled();
    expect(cases(forStaff)).toEqual([{ type: 'case.changed', id }]);
    expect(cases(forReporter)).toEqual([{ type: 'case.changed', id }]);
    expect([cases(forColleague), cases(forForeign)]).toEqual([[], []]);
    await staff.client.post(`/cases/${id}/messages`, { visibility: 'internal', body: 'x' });
    await settled();
    expect([cases(forStaff).length, cases(forReporter).length]).toEqual([2, 1]);
    await staff.client.post(`/cases/${id}/messages`, { visibility: 'public', body: 'x' });
    await settled();
    expect([cases(forStaff).length, cases(forReporter).length]).toEqual([3, 2]);
    expect(forReporter.heard.every(({ type }) => type !== 'probe.sent')).toBe(true);
  });

  it('say nothing of what was rolled back', async () => {
    const forStaff = await listen(staff.client, '/events');
    await settled();
    await report(reporter, 'Refused', { fileIds: [newId()] });
    await settled();
    expect(cases(forStaff)).toEqual([]);
  });

  it('tell whoever may see the whole company of colleagues too (S3.10)', () => {
    const event = { type: 'case.changed', id: '1', audience: { customerId: 'u', contactId: 'c' } };
    const contact = (rights: string[], contactId: string, customerId = 'u') =>
      ({ kind: 'contact', rights: new Set(rights), contactId, customerId }) as never;
    const table: [never, boolean][] = [
      [contact(['case:read_own'], 'c'), true],
      [contact(['case:read_own'], 'd'), false],
      [contact(['case:read_company'], 'd'), true],
      [contact(['case:read_company'], 'd', 'v'), false],
      [contact([], 'c'), false],
    ];
    for (const [actor, expected] of table) expect(mayHear(actor, event)).toBe(expected);
    expect(mayHear(contact(['case:read_company'], 'c'), { type: 'case.changed', id: '1' })).toBe(false);
    expect(
      mayHear(contact(['case:read_own'], null as never), { ...event, audience: { customerId: 'u', contactId: null } }),
    ).toBe(false);
  });

  it('need a session of the right kind, and are five at most for one', async () => {
    expect((await listen(test.client(), '/events')).status).toBe(401);
    expect((await listen(test.client(), '/portal/events')).status).toBe(401);
    expect((await listen(reporter.client, '/events')).status).toBe(401);
    expect((await listen(staff.client, '/portal/events')).status).toBe(401);
    const { client } = await signedInStaff(test, 'viewer');
    const five = await Promise.all(Array.from({ length: 5 }, () => listen(client, '/events')));
    expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await listen(client, '/events')).status).toBe(429);
    five[0]?.close();
    await expect.poll(async () => (await listen(client, '/events')).status).toBe(200);
  });

  it('find a new connection when theirs is cut, and ask to fetch everything again', async () => {
    const forStaff = await listen(staff.client, '/events');
    await settled();
    const before = forStaff.heard.length;
    await rows(
      test.db,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'latchkey-live' AND datname = current_database()`,
    );
    await expect.poll(() => forStaff.heard.slice(before)).toContainEqual({ type: 'resync' });
    await settled();
    const { id } = (await report(reporter)).body;
    await expect.poll(() => cases(forStaff).map((event) => event.id)).toContain(id);
    expect(
      await rows(
        test.db,
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'latchkey-live' AND datname = current_database()`,
      ),
    ).toHaveLength(1);
  });
});

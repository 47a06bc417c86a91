import { get } from 'node:http';
import { expect, it } from 'vitest';
import { newId } from '../../src/db/id.js';
import { rows } from '../../src/db/sql.js';
import { LiveEvents } from '../../src/live/live-events.js';
import { useApp } from '../app.js';
import { aCustomer, signedInContact } from '../case-people.js';
import { listen } from '../event-stream.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 1_100));

it('tells an open stream nothing more once its contact was shut out (INV-8, SES-3, G22)', async () => {
  const staff = await signedInStaff(test, 'agent');
  const person = await signedInContact(test, await aCustomer(test));
  const [stream, probe] = [await listen(person.client, '/portal/events'), await listen(staff.client, '/events')];
  const tell = async (): Promise<string> => {
    const id = newId();
    const audience = { customerId: person.customerId, contactId: person.contactId };
    await test.app.get(LiveEvents).publish(test.db, { type: 'case.changed', id, audience });
    await expect.poll(() => probe.heard.some((event) => event.id === id)).toBe(true);
    return id;
  };
  // Events that came before the stream was listening are not told again.
  const told: string[] = [];
  const hears = async () => {
    told.push(await tell());
    return stream.heard.some((event) => told.includes(event.id ?? ''));
  };
  await expect.poll(hears).toBe(true);

  await rows(test.db, `UPDATE contacts SET status = 'inactive' WHERE id = $1`, [person.contactId]);
  await aMoment();
  const secret = await tell();
  await expect.poll(() => stream.isEnded()).toBe(true);
  expect(stream.heard.some((event) => event.id === secret)).toBe(false);

  await rows(test.db, `UPDATE staff_members SET status = 'inactive' WHERE id = $1`, [staff.id]);
  await aMoment();
  const more = newId();
  await test.app.get(LiveEvents).publish(test.db, { type: 'case.changed', id: more });
  await expect.poll(() => probe.isEnded()).toBe(true);
  expect(probe.heard.some((event) => event.id === more)).toBe(false);
});

it('answers HEAD on a stream at once (INP-10)', async () => {
  const { client } = await signedInStaff(test, 'agent');
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const status = await new Promise((resolve, reject) => {
    const request = get(`${test.origin}/api/v1/events`, { method: 'HEAD', headers: { cookie }, timeout: 10_000 });
    request.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode)));
    request.on('timeout', () => reject(new Error('HEAD does not end'))).on('error', reject);
  });
  expect(status).toBe(200);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { randomToken } from '../../src/config/keys.js';
import { useApp } from '../app.js';
import type { Answer } from '../answer.js';
import { Client } from '../client.js';
import { signedInStaff } from '../staff.js';
import { insertDevice, insertPlace, type Label, type Place, scan, tryPin, wrongPins } from '../visits.js';
import { type ApiProcess, startApiProcesses } from './api-processes.js';

const ADDRESSES = 1_000;
const AT_ONCE = 50;
const KNOWN = 20;
const VISITORS = 30;

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let api: ApiProcess[] = [];
let place: Place;
let second: Label;
let staff: Client;
let calls = 0;

beforeAll(async () => {
  api = await startApiProcesses(2, test.config);
  const agent = await signedInStaff(test, 'agent');
  staff = agent.client;
  place = await insertPlace(test);
  second = (await insertDevice(test, place.deploymentId)).label;
  await rows(
    test.db,
    `UPDATE deployments SET default_assignee_id = $2, notify_emails = '{site@alerts.example}' WHERE id = $1`,
    [place.deploymentId, agent.id],
  );
}, 120_000);
afterAll(() => {
  for (const one of api) one.end();
});

/** A browser behind our proxy, which names the address that it sees. Browsers take turns with the two processes. */
function from(address: string): Client {
  const client = new Client(api[(calls += 1) % api.length]?.origin ?? '');
  client.headers['x-forwarded-for'] = address;
  return client;
}

const addressOf = (index: number) => `10.1.${Math.floor((index % ADDRESSES) / 250)}.${index % 250}`;

/** Runs all, so many at once. */
async function inTurns<T, R>(all: readonly T[], atOnce: number, one: (item: T, index: number) => Promise<R>) {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) results[index] = await one(all[index] as T, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** A connection that the server closes in the moment it is used again is no answer: asked once more. */
async function guess(client: Client, label: Label, pin: string): Promise<Answer> {
  try {
    return await tryPin(client, label, pin);
  } catch {
    return tryPin(client, label, pin);
  }
}

/** Guesses with no cookie, an invented one, or the one kept from the guess before: the three things a script can do. */
async function attack(label: Label, pins: readonly string[]): Promise<Record<number, number>> {
  const kept = Array.from({ length: AT_ONCE }, () => randomToken());
  const statuses = await inTurns(pins, AT_ONCE, async (pin, index) => {
    const client = from(addressOf(index));
    const token = [undefined, randomToken(), kept[index % AT_ONCE]][index % 3];
    if (token) client.cookies.set('latchkey-browser', token);
    return (await guess(client, label, pin)).status;
  });
  const counted: Record<number, number> = {};
  for (const status of statuses) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}

/** PINs that were compared and wrong: each leaves exactly one record, written after the comparison. No budget is asked. */
async function compared(pinVersion: number, label?: Label): Promise<number> {
  const [row] = await rows<{ n: number }>(
    test.db,
    `SELECT count(*)::int AS n FROM audit_events e WHERE action = 'visit.pin_refused' AND deployment_id = $1 AND (detail ->> 'pinVersion')::int = $2
        AND ($3::uuid IS NULL OR device_id = (SELECT device_id FROM labels WHERE id = $3))`,
    [place.deploymentId, pinVersion, label?.id ?? null],
  );
  return row?.n ?? 0;
}

const alerts = () =>
  rows<{ tries: number; n: number }>(
    test.db,
    `SELECT (data ->> 'tries')::int AS tries, count(DISTINCT to_address)::int AS n FROM notifications WHERE kind = 'deployment-wrong-pins'
      GROUP BY 1 HAVING count(*) = count(DISTINCT to_address) ORDER BY 1`,
  );

/** The windows of labels are over; what counts against the PIN stays. */
const hoursPass = () => rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE kind = 'visit-label'`);

async function getIn(client: Client, label = place.label): Promise<number> {
  return (await guess(client, label, place.pin)).status;
}

/** Somebody new at the machine beside it, behind the one address of an office; one in five mistypes once. */
async function honestVisit(index: number): Promise<[unknown, number]> {
  const client = from('10.3.0.1');
  const scanned = await scan(client, second);
  if (index % 5 === 0) await guess(client, second, '7302');
  return [scanned.body.challenge, await getIn(client, second)];
}

describe('10,000 PINs against one label, 1,000 addresses, 50 at a time, two processes (POR-2)', () => {
  let regulars: Client[] = [];

  it('compares a handful, while known browsers and honest visitors get in (POR-1, POR-2, POR-3, POR-4)', async () => {
    regulars = Array.from({ length: KNOWN }, (_, index) => from(`10.2.0.${index}`));
    expect(new Set(await inTurns(regulars, 4, (client) => getIn(client)))).toEqual(new Set([200]));

    const pins = wrongPins(place.pin);
    pins.splice(5_000, 0, place.pin);
    let isOver = false;
    const regular = async (): Promise<number[]> => {
      const statuses: number[] = [];
      while (!isOver) {
        for (const client of regulars) statuses.push(await getIn(client));
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      return statuses;
    };
    const [counted, statuses, honest] = await Promise.all([
      attack(place.label, pins).finally(() => (isOver = true)),
      regular(),
      inTurns(Array.from({ length: VISITORS }), 3, (_, index) => honestVisit(index)),
    ]);

    expect(counted).toEqual({ 401: 10_000 });
    expect(await compared(1, place.label)).toBe(20);
    expect(await compared(1)).toBeLessThanOrEqual(100);
    expect(statuses.length).toBeGreaterThan(KNOWN);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(honest).toEqual(Array.from({ length: VISITORS }, () => [null, 200]));
    expect(await alerts()).toEqual([{ tries: 20, n: 2 }]);
  }, 300_000);

  it('compares 100 and no more however many hours it lasts; staff are told at 20, 50 and 100, once (POR-2)', async () => {
    for (let hour = 1; hour <= 8; hour += 1) {
      await hoursPass();
      expect(await attack(place.label, wrongPins(place.pin).slice(hour * 200, hour * 200 + 200))).toEqual({ 401: 200 });
    }
    expect(await compared(1, place.label)).toBeLessThanOrEqual(100);
    // What honest visitors mistyped was given back: 100 is what still counts.
    expect(await compared(1, place.label)).toBeGreaterThan(93);
    expect(await alerts()).toEqual([
      { tries: 20, n: 2 },
      { tries: 50, n: 2 },
      { tries: 100, n: 2 },
    ]);
    const portal = (await staff.get(`/deployments/${place.deploymentId}/portal`)).body;
    expect(portal).toMatchObject({ wrongTries: 100, pausedAt: expect.any(String) });
  }, 120_000);

  it('leaves those in who were in before, and lets nobody new in until staff set a new PIN (POR-3, D4.4)', async () => {
    await hoursPass();
    expect(new Set(await inTurns(regulars, 4, (client) => getIn(client)))).toEqual(new Set([200]));
    expect([await getIn(from('10.4.0.1')), await getIn(from('10.4.0.1'), second)]).toEqual([401, 401]);
    const elsewhere = await insertPlace(test);
    expect((await tryPin(from('10.4.0.2'), elsewhere.label, elsewhere.pin)).status).toBe(200);

    place.pin = (await staff.put(`/deployments/${place.deploymentId}/portal/pin`, { graceDays: 0 })).body.pin;
    expect(await getIn(from('10.4.0.3'))).toBe(200);
    expect(await attack(place.label, wrongPins(place.pin).slice(0, 300))).toEqual({ 401: 300 });
    expect(await compared(2)).toBe(20);
  }, 60_000);
});

import { expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { signedInStaff } from '../staff.js';
import { insertPlace, type Place, scan, tryPin, visiting, wrongPins } from '../visits.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let address = 0;

/** Phones with addresses of their own: no network is asked to do work. */
function phone(): Client {
  const client = test.client();
  client.headers['x-forwarded-for'] = `10.5.${Math.floor((address += 1) / 250)}.${address % 250}`;
  return client;
}

async function newPin(place: Place, graceDays = 7): Promise<string> {
  const { client } = await signedInStaff(test, 'admin');
  return (await client.put(`/deployments/${place.deploymentId}/portal/pin`, { graceDays })).body.pin as string;
}

/** Wrong tries that count against the PIN in use. */
async function counted(place: Place): Promise<number> {
  const { client } = await signedInStaff(test, 'admin');
  return (await client.get(`/deployments/${place.deploymentId}/portal`)).body.wrongTries as number;
}

async function compared(place: Place): Promise<number> {
  const [row] = await rows<{ n: number }>(
    test.db,
    `SELECT count(*)::int AS n FROM audit_events WHERE action = 'visit.pin_refused' AND deployment_id = $1`,
    [place.deploymentId],
  );
  return row?.n ?? 0;
}

/** Ten browsers that are known by the old PIN, which is given again while it still works; each with ten guesses at the new one. */
it('the old PIN, while it still works, buys no guesses at the new one: its browsers are strangers to it (POR-2, D4.3)', async () => {
  const place = await insertPlace(test);
  const before = await visiting(test, place);
  const pin = await newPin(place);
  const phones = [before];
  for (let n = 0; n < 9; n += 1) {
    const client = phone();
    await scan(client, place.label);
    expect((await tryPin(client, place.label, place.pin)).status).toBe(200);
    phones.push(client);
  }
  const guesses = wrongPins(pin).filter((one) => one !== place.pin);
  for (const [index, client] of phones.entries())
    for (const guess of guesses.slice(index * 10, index * 10 + 10)) await tryPin(client, place.label, guess);
  expect(await compared(place)).toBeLessThanOrEqual(20);
  expect(await counted(place)).toBe(await compared(place));

  // Who knows the old one is still let in, however much was guessed, until the grace is over.
  expect((await tryPin(before, place.label, place.pin)).status).toBe(200);
});

it('the old PIN takes nothing back of what was guessed at the new one (D4.5, POR-1)', async () => {
  const place = await insertPlace(test);
  const pin = await newPin(place);
  const guesses = wrongPins(pin).filter((one) => one !== place.pin);
  for (let round = 0; round < 4; round += 1) {
    const client = phone();
    await scan(client, place.label);
    for (const guess of guesses.slice(round * 3, round * 3 + 3)) await tryPin(client, place.label, guess);
    expect((await tryPin(client, place.label, place.pin)).status).toBe(200);
  }
  expect(await compared(place)).toBe(12);
  expect(await counted(place)).toBe(12);
  const client = phone();
  await scan(client, place.label);
  expect((await tryPin(client, place.label, pin)).status).toBe(200);
});

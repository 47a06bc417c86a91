import { describe, expect, it } from 'vitest';
import { solve } from '../../../test/challenges.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import {
  insertDevice,
  insertPlace,
  type Label,
  type Place,
  scan,
  stranger,
  tryPin,
  visiting,
} from '../../../test/visits.js';
import { first, rows } from '../../db/sql.js';
import type { Challenge } from '../../budgets/challenge.dto.js';
import { ExpiryService } from '../../credentials/expiry.service.js';
import { PortalTries } from '../portal/portal-tries.js';
import { VisitExpiry } from './visit-expiry.service.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
const WRONG = '7302';
let addresses = 0;

async function from(
  label: Label,
  address = `10.7.${Math.floor((addresses += 1) / 250)}.${addresses % 250}`,
): Promise<Client> {
  const client = await stranger(test, label);
  client.headers['x-forwarded-for'] = address;
  return client;
}

async function wrong(client: Client, label: Label, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) expect((await tryPin(client, label, WRONG)).status).toBe(401);
}

async function used(of: Place, label = of.label): Promise<{ hour: number; day: number; portal: number }> {
  const tries = test.app.get(PortalTries);
  const { hour, day } = tries.labelKeys(label.id, 1);
  const read = async (key: string) =>
    (await first<{ used: number }>(test.db, `SELECT used FROM attempt_budgets WHERE key = $1`, [key]))?.used ?? 0;
  return { hour: await read(hour), day: await read(day), portal: await read(tries.portalKey(of.deploymentId, 1)) };
}

const comparedAt = async (of: Place) =>
  (
    await rows(test.db, `SELECT 1 FROM audit_events WHERE deployment_id = $1 AND action = 'visit.pin_refused'`, [
      of.deploymentId,
    ])
  ).length;

describe('a right PIN', () => {
  it('gives back its own try and up to three of this browser, never what others spent (D4.5, POR-1)', async () => {
    const of = await insertPlace(test);
    await wrong(await from(of.label), of.label, 4);
    const honest = await from(of.label);
    await wrong(honest, of.label, 2);
    expect(await used(of)).toEqual({ hour: 6, day: 6, portal: 6 });
    expect((await tryPin(honest, of.label, of.pin)).status).toBe(200);
    expect(await used(of)).toEqual({ hour: 4, day: 4, portal: 4 });
    const clumsy = await from(of.label);
    await wrong(clumsy, of.label, 4);
    expect((await tryPin(clumsy, of.label, of.pin)).status).toBe(200);
    expect(await used(of)).toEqual({ hour: 5, day: 5, portal: 5 });
  });

  it('gives nothing back that is older than ten minutes (D4.5)', async () => {
    const of = await insertPlace(test);
    const client = await from(of.label);
    await wrong(client, of.label, 3);
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE kind = 'visit-typos'`);
    expect((await tryPin(client, of.label, of.pin)).status).toBe(200);
    expect(await used(of)).toEqual({ hour: 3, day: 3, portal: 3 });
  });
});

describe('the budgets that strangers share (D4.3)', () => {
  it('let 20 an hour and 40 a day through at one label, however many come at once, and leave other labels alone (POR-3)', async () => {
    const of = await insertPlace(test);
    const other = (await insertDevice(test, of.deploymentId)).label;
    const attack = async () => {
      const clients = await Promise.all(Array.from({ length: 40 }, () => from(of.label)));
      await Promise.all(clients.map((client) => tryPin(client, of.label, WRONG)));
      return comparedAt(of);
    };
    const hourPasses = () =>
      rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE key = $1`, [
        test.app.get(PortalTries).labelKeys(of.label.id, 1).hour,
      ]);
    expect(await attack()).toBe(20);
    expect((await tryPin(await from(other), other, of.pin)).status).toBe(200);
    await hourPasses();
    expect(await attack()).toBe(40);
    await hourPasses();
    expect(await attack()).toBe(40);
    expect((await tryPin(await from(of.label), of.label, of.pin)).status).toBe(401);
    expect((await tryPin(await from(other), other, of.pin)).status).toBe(200);
  });

  it('end at 100 for one PIN, and one comes back each day (D4.3, D4.5)', async () => {
    const of = await insertPlace(test);
    const key = test.app.get(PortalTries).portalKey(of.deploymentId, 1);
    await wrong(await from(of.label), of.label, 1);
    const be = (tries: number, days: number) =>
      rows(
        test.db,
        `UPDATE attempt_budgets SET used = $2, next_at = now() - make_interval(days => $3, hours => 1) WHERE key = $1`,
        [key, tries, days],
      );
    await be(98, 0);
    const clients = await Promise.all(Array.from({ length: 12 }, () => from(of.label)));
    await Promise.all(clients.map((client) => tryPin(client, of.label, WRONG)));
    expect(await comparedAt(of)).toBe(3);
    await be(100, 1);
    for (const client of await Promise.all([from(of.label), from(of.label), from(of.label)]))
      await wrong(client, of.label, 1);
    expect(await comparedAt(of)).toBe(4);
    await be(100, 500);
    expect((await tryPin(await from(of.label), of.label, of.pin)).status).toBe(200);
  });
});

describe('a browser that was here before (D4.4, POR-3)', () => {
  const burn = (of: Place) =>
    rows(
      test.db,
      `INSERT INTO attempt_budgets (key, kind, used, next_at) VALUES ($1, 'visit-portal', 100, now())
                   ON CONFLICT (key) DO UPDATE SET used = 100, next_at = now()`,
      [test.app.get(PortalTries).portalKey(of.deploymentId, 1)],
    );

  it('gets in while strangers are paused, with ten tries of its own in fifteen minutes (AUT-5)', async () => {
    const of = await insertPlace(test);
    const regular = await visiting(test, of);
    await burn(of);
    expect((await tryPin(await from(of.label), of.label, of.pin)).status).toBe(401);
    expect((await tryPin(regular, of.label, of.pin)).status).toBe(200);
    await Promise.all(Array.from({ length: 30 }, () => tryPin(regular, of.label, WRONG)));
    expect(await comparedAt(of)).toBe(10);
    const waiting = await tryPin(regular, of.label, of.pin);
    expect(waiting.status).toBe(401);
    expect(waiting.body.waitSeconds).toBeGreaterThan(800);
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE kind = 'visit-known'`);
    expect((await tryPin(regular, of.label, of.pin)).status).toBe(200);
  });

  it('is known here only, and no longer when the PIN was changed (POR-5)', async () => {
    const [of, other] = [await insertPlace(test), await insertPlace(test)];
    const regular = await visiting(test, of);
    for (const place of [of, other]) await burn(place);
    expect((await tryPin(regular, other.label, other.pin)).status).toBe(401);
    expect((await tryPin(regular, of.label, of.pin)).status).toBe(200);
    await rows(test.db, `UPDATE deployment_portals SET pin_version = 2 WHERE deployment_id = $1`, [of.deploymentId]);
    await rows(test.db, `UPDATE attempt_budgets SET used = 100, next_at = now() WHERE kind = 'visit-label'`);
    for (let n = 0; n < 6; n += 1) await tryPin(regular, of.label, WRONG);
    const last = await tryPin(regular, of.label, WRONG);
    expect(last.body.waitSeconds).toBeLessThanOrEqual(60);
  });

  it('keeps what it is known by at other deployments when it gives a PIN (D4.4)', async () => {
    const [of, other] = [await insertPlace(test), await insertPlace(test)];
    const regular = await visiting(test, of);
    expect((await tryPin(regular, other.label, other.pin)).status).toBe(200);
    await burn(of);
    expect((await tryPin(regular, of.label, of.pin)).status).toBe(200);
  });
});

describe('an address with fifty wrong tries (D4.3, D6)', () => {
  const open = (client: Client, of: Place, body: object) =>
    client.post('/portal/visits', { label: of.label.publicId, secret: of.label.secret, pin: of.pin, ...body });

  it('does some work before the next one, each solution good for one try, for five minutes (POR-4)', async () => {
    const address = '10.6.0.1';
    const places = await Promise.all(Array.from({ length: 4 }, () => insertPlace(test)));
    for (let n = 0; n < 50; n += 1) {
      const place = places[n % 4] as Place;
      await wrong(await from(place.label, address), place.label, 1);
    }
    const of = places[0] as Place;
    const client = await from(of.label, address);
    const refused = await open(client, of, {});
    expect(refused).toMatchObject({ status: 403, body: { code: 'visit.challenge_required' } });
    const { challenge } = (await scan(client, of.label)).body as unknown as { challenge: Challenge };
    expect(Math.abs(challenge.parameters.expiresAt - Date.now() / 1_000 - 300)).toBeLessThan(20);
    const solved = await solve(challenge);
    const forged = { ...solved, solution: { ...solved.solution, counter: solved.solution.counter + 1 } };
    const easier = { ...solved, challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } } };
    for (const no of [forged, easier]) expect((await open(client, of, { challenge: no })).status).toBe(403);
    expect((await open(client, of, { challenge: solved, pin: WRONG })).status).toBe(401);
    expect((await open(client, of, { challenge: solved })).status).toBe(403);
    const again = await solve((await open(client, of, {})).body.challenge);
    expect((await open(client, of, { challenge: again })).status).toBe(200);
    const elsewhere = await from(of.label);
    expect((await open(elsewhere, of, {})).status).toBe(200);
  }, 60_000);

  it('counts wrong tries only: sixty people behind one address get in', async () => {
    const places = await Promise.all(Array.from({ length: 6 }, () => insertPlace(test)));
    for (let n = 0; n < 60; n += 1) {
      const place = places[n % 6] as Place;
      expect((await tryPin(await from(place.label, '10.6.0.2'), place.label, place.pin)).status).toBe(200);
    }
  }, 60_000);
});

describe('what is kept of tries', () => {
  it('goes when it cannot matter any more; what counts against a PIN stays as long as it counts (D4.5, D24)', async () => {
    const of = await insertPlace(test);
    await wrong(await from(of.label), of.label, 2);
    const key = test.app.get(PortalTries).portalKey(of.deploymentId, 1);
    const left = async (): Promise<string[]> =>
      (await rows<{ kind: string }>(test.db, `SELECT DISTINCT kind FROM attempt_budgets ORDER BY 1`)).map(
        ({ kind }) => kind,
      );
    const age = (days: number) =>
      rows(
        test.db,
        `UPDATE attempt_budgets SET next_at = next_at - make_interval(days => $1), updated_at = updated_at - make_interval(days => $1)`,
        [days],
      );
    const sweep = async () => {
      await test.app.get(VisitExpiry).sweep();
      await test.app.get(ExpiryService).sweep();
    };
    await rows(test.db, `UPDATE attempt_budgets SET used = 100, next_at = now() WHERE key = $1`, [key]);
    await rows(test.db, `DELETE FROM attempt_budgets WHERE kind = 'visit-portal' AND key <> $1`, [key]);
    await sweep();
    expect(await left()).toContain('visit-browser');
    await age(40);
    await sweep();
    expect(await left()).toEqual(['visit-portal']);
    await age(70);
    await sweep();
    expect(await left()).toEqual([]);
  });
});

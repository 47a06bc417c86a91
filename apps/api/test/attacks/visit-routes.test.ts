import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { newId } from '../../src/db/id.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { allRoutes, type Route } from '../conventions/routes.js';
import { following } from '../follows.js';
import { insertDevice, insertPlace, type Place, visiting } from '../visits.js';

const test = useApp();
const CANARY = 'canary-of-the-device-beside';
let routes: Route[];
let place: Place;
let foreign: string[];

/** The deployment's other device, a case about it, and everything of another deployment: none of it is the visitor's to see. */
beforeAll(async () => {
  routes = allRoutes(test.app);
  place = await insertPlace(test);
  const [beside, other] = [await insertDevice(test, place.deploymentId), await insertPlace(test)];
  await rows(test.db, `UPDATE devices SET name = $2, position = $2 WHERE id = ANY ($1)`, [
    [beside.deviceId, other.deviceId],
    CANARY,
  ]);
  const made: string[] = [];
  for (const [deviceId, of] of [
    [beside.deviceId, place],
    [other.deviceId, other],
  ] as const) {
    const id = newId();
    await rows(
      test.db,
      `INSERT INTO cases (id, number, customer_id, deployment_id, device_id, subject, source) VALUES ($1, nextval('case_number'), $2, $3, $4, $5, 'label')`,
      [id, of.customerId, of.deploymentId, deviceId, CANARY],
    );
    await rows(test.db, `UPDATE deployment_portals SET shows_open_cases = true WHERE deployment_id = $1`, [
      of.deploymentId,
    ]);
    made.push(id);
  }
  foreign = [
    beside.deviceId,
    beside.label.id,
    other.deviceId,
    other.deploymentId,
    other.customerId,
    place.customerId,
    ...made,
  ];
});

/** Ends come last: after them there is nothing to be refused. */
const ENDS = ['endVisit', 'endFollow'];
const isVisitor = ({ access }: Route, of: 'device' | 'case') => access?.kind === 'visitor' && access.of === of;

async function call(client: Client, route: Route, id: string) {
  const takesBody = route.inputs.some(({ kind }) => kind === 'body');
  return client.send({
    method: route.method,
    path: route.path.replace(/:\w+/g, id),
    body: takesBody ? {} : undefined,
    headers: { 'idempotency-key': newId(), 'if-match': '"1"' },
  });
}

describe('a visit session against every route of the API (issue 3)', () => {
  it('is answered on the routes of a visit and on no other (INV-7, POR-11, S1.16, S1.17)', async () => {
    const client = await visiting(test, place);
    const open = routes.filter(({ access, name }) => access?.kind !== 'anyone' && !ENDS.includes(name));
    const answered: string[] = [];
    for (const route of open)
      if (![401, 403].includes((await call(client, route, newId())).status)) answered.push(route.name);
    expect(answered.sort()).toEqual(
      open
        .filter((route) => isVisitor(route, 'device'))
        .map(({ name }) => name)
        .sort(),
    );
    expect(open.length).toBeGreaterThan(100);
    expect(answered.length).toBeGreaterThan(3);
    expect((await client.delete('/portal/visit')).status).toBe(200);
    for (const route of open.filter((one) => isVisitor(one, 'device')))
      expect((await call(client, route, newId())).status).toBe(401);
  }, 120_000);

  it('shows its device only, whatever id is named (INV-7, S1.x2, POR-6, POR-9)', async () => {
    const client = await visiting(test, place);
    const wrong: string[] = [];
    for (const route of routes.filter((one) => isVisitor(one, 'device') && !ENDS.includes(one.name)))
      for (const id of foreign) {
        const { status, body } = await call(client, route, id);
        const text = JSON.stringify(body);
        if (
          text.includes(CANARY) ||
          foreign.some((one) => text.includes(one)) ||
          (route.path.includes(':') && status < 400)
        )
          wrong.push(`${route.method} ${route.path} with ${id} answered ${status}: ${text.slice(0, 200)}`);
      }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('a follow session is answered on the routes of its case and on no other (AZN-1)', async () => {
    const { client } = await following(test, place.customerId);
    const open = routes.filter(({ access, name }) => access?.kind !== 'anyone' && !ENDS.includes(name));
    const answered: string[] = [];
    for (const route of open) {
      const { status, body } = await call(client, route, foreign[0] ?? '');
      if (![401, 403].includes(status)) answered.push(route.name);
      expect(JSON.stringify(body)).not.toContain(CANARY);
    }
    const ofCase = open.filter((route) => isVisitor(route, 'case')).map(({ name }) => name);
    expect(answered.filter((name) => !ofCase.includes(name))).toEqual([]);
    expect(answered).toContain('getFollowedCase');
  }, 120_000);

  it('a forged or foreign cookie is no visit (SES-1)', async () => {
    const [client, contact] = [await visiting(test, place), await following(test, place.customerId)];
    const visit = client.cookies.get('latchkey-visit') ?? '';
    const stranger = test.client();
    for (const value of [
      `${visit}x`,
      visit.replace(/\.[^.]+$/, '.'),
      contact.client.cookies.get('latchkey-follow') ?? '',
      'x'.repeat(2_000),
    ]) {
      stranger.cookies.set('latchkey-visit', value);
      expect((await stranger.get('/portal/visit')).status).toBe(401);
    }
    stranger.cookies.set('latchkey-visit', visit);
    stranger.headers.authorization = 'Bearer x';
    expect((await stranger.get('/portal/visit')).status).toBe(401);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { insertCase, newCustomer } from '../../test/people.js';
import { insertVisit, newDeployment, newDevice, recordOf } from '../../test/sites.js';
import { signedInStaff } from '../../test/staff.js';
import { insertLabel } from '../../test/visits.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import { tagsAfter } from './device-bulk.service.js';

const test = useApp();
let client: Client;
let customerId: string;
let from: string;
let to: string;

const openVisits = async (ids: string[]) =>
  (await rows<{ id: string }>(test.db, `SELECT id FROM sessions WHERE id = ANY ($1)`, [ids])).map(({ id }) => id);

beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'agent'));
  customerId = (await newCustomer(client)).id;
  from = (await newDeployment(client, customerId, { name: 'Plant North' })).id;
  to = (await newDeployment(client, (await newCustomer(client)).id, { name: 'Plant South' })).id;
});

describe('POST /devices/:id/move', () => {
  it('takes history and labels along; the visits before the device end, others stay (S1.22, S1.x5, INV-7)', async () => {
    const [device, neighbour] = [await newDevice(client, from, { name: 'Crane' }), await newDevice(client, from)];
    const made = [await insertLabel(test, device.id, { scans: 2 }), await insertLabel(test, neighbour.id)];
    const labels = made.map(({ id }) => id);
    const [visit, other] = [await insertVisit(test, labels[0]!, from), await insertVisit(test, labels[1]!, from)];
    const opened = await insertCase(test, customerId);
    await rows(test.db, `UPDATE cases SET device_id = $2, deployment_id = $3 WHERE id = $1`, [opened, device.id, from]);
    const moved = await client.post(`/devices/${device.id}/move`, { deploymentId: to });
    expect(moved.body).toMatchObject({
      deployment: { id: to, name: 'Plant South' },
      label: 'live',
      activeLabel: { id: labels[0], scans: 2 },
      openCases: 1,
      version: 2,
    });
    expect(await openVisits([visit, other])).toEqual([other]);
    expect(await rows(test.db, `SELECT deployment_id, customer_id FROM cases WHERE id = $1`, [opened])).toEqual([
      { deployment_id: from, customer_id: customerId },
    ]);
    expect((await client.get(`/devices/${device.id}/activity`)).body.items).toMatchObject([
      { action: 'device.moved', deploymentId: to, detail: { name: 'Crane', from: 'Plant North', to: 'Plant South' } },
      { action: 'device.created', deploymentId: from },
    ]);
    expect((await recordOf(test, { deployment: from })).at(-1)).toMatchObject({
      action: 'device.moved_away',
      detail: { to: 'Plant South' },
    });
  });

  it('refuses a deployment that is closed or none, and a device that is none', async () => {
    const { id } = await newDevice(client, from);
    const closed = await newDeployment(client, customerId);
    await client.post(`/deployments/${closed.id}/deactivate`);
    expect((await client.post(`/devices/${id}/move`, { deploymentId: closed.id })).body.code).toBe(
      'deployment.inactive',
    );
    expect((await client.post(`/devices/${id}/move`, { deploymentId: newId() })).status).toBe(422);
    expect((await client.post(`/devices/${newId()}/move`, { deploymentId: to })).status).toBe(404);
    const same = await client.post(`/devices/${id}/move`, { deploymentId: from });
    expect(same.body.version).toBe(1);
  });
});

describe('retiring a device', () => {
  it('ends the visits before it at once (S1.22, INV-7)', async () => {
    const device = await newDevice(client, from);
    const visit = await insertVisit(test, (await insertLabel(test, device.id)).id, from);
    await client.post(`/devices/${device.id}/retire`);
    expect(await openVisits([visit])).toEqual([]);
  });
});

describe('POST /devices/changes', () => {
  it('changes many alike and says of each what became of it', async () => {
    const [one, two, full] = [
      await newDevice(client, from, { model: 'Old', tags: ['a', 'b'] }),
      await newDevice(client, from, { model: 'New', position: 'Yard', tags: ['B', 'c'] }),
      await newDevice(client, from, { tags: Array.from({ length: 20 }, (_, n) => `t${n}`) }),
    ];
    const nobody = newId();
    const answer = await client.post('/devices/changes', {
      ids: [one.id, two.id, full.id, nobody, one.id],
      set: { model: 'New', position: 'Yard', removeTags: ['b'], addTags: ['c'] },
    });
    expect(answer.body.items).toEqual([
      { id: one.id, result: 'changed' },
      { id: two.id, result: 'changed' },
      { id: full.id, result: 'too_many_tags' },
      { id: nobody, result: 'not_found' },
    ]);
    expect((await client.get(`/devices/${one.id}`)).body).toMatchObject({
      model: 'New',
      position: 'Yard',
      tags: ['a', 'c'],
    });
    expect((await client.get(`/devices/${two.id}`)).body).toMatchObject({ tags: ['c'], version: 2 });
    expect((await client.get(`/devices/${full.id}`)).body.version).toBe(1);
    const again = await client.post('/devices/changes', { ids: [one.id], set: { addTags: ['C'] } });
    expect(again.body.items).toEqual([{ id: one.id, result: 'unchanged' }]);
    expect((await recordOf(test, { device: one.id })).at(-1)).toMatchObject({
      action: 'device.changed',
      detail: { fields: ['model', 'position', 'tags'] },
    });
  });

  it('moves and retires a thousand at once; the visits before them end', async () => {
    const ids = Array.from({ length: 1_000 }, () => newId());
    await rows(
      test.db,
      `INSERT INTO devices (id, deployment_id, name, name_key) SELECT unnest($1::uuid[]), $2, 'Many', 'many'`,
      [ids, from],
    );
    const visit = await insertVisit(test, (await insertLabel(test, ids[500]!)).id, from);
    const answer = await client.post('/devices/changes', { ids, set: { deploymentId: to, status: 'retired' } });
    expect(answer.status).toBe(200);
    expect(answer.body.items.every(({ result }) => result === 'changed')).toBe(true);
    expect(await openVisits([visit])).toEqual([]);
    const [{ count }] = (await rows<{ count: number }>(
      test.db,
      `SELECT count(*)::int AS count FROM audit_events WHERE action = 'device.moved' AND device_id = ANY ($1)`,
      [ids],
    )) as [{ count: number }];
    expect(count).toBe(1_000);
  });

  it('refuses an empty change, more than 1,000 devices, and a deployment that is closed', async () => {
    const { id } = await newDevice(client, from);
    const send = (body: object) => client.post('/devices/changes', body);
    expect((await send({ ids: [id], set: {} })).status).toBe(422);
    expect((await send({ ids: [], set: { model: 'x' } })).status).toBe(422);
    expect(
      (await send({ ids: Array.from({ length: 1_001 }, () => newId()), set: { model: 'x' } })).status,
    ).toBeGreaterThan(399);
    expect((await send({ ids: [id], set: { deploymentId: newId() } })).status).toBe(422);
  });

  it('compares tags without case and keeps their order', () => {
    expect(tagsAfter(['a', 'B', 'c'], { removeTags: ['b'] })).toEqual(['a', 'c']);
    expect(tagsAfter(['a'], { addTags: ['A', 'd'] })).toEqual(['a', 'd']);
    expect(tagsAfter(['a'], { addTags: ['b'], removeTags: ['a', 'b'] })).toEqual(['b']);
  });
});

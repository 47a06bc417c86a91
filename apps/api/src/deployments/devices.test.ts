import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { insertCase, newCustomer } from '../../test/people.js';
import { newDeployment, newDevice, recordOf } from '../../test/sites.js';
import { signedInStaff } from '../../test/staff.js';
import { insertLabel } from '../../test/visits.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';

const match = (row: { version: number }) => ({ 'if-match': `"${row.version}"` });

describe('devices', () => {
  const test = useApp();
  let client: Client;
  let customerId: string;
  let deploymentId: string;
  const listed = async (query: string): Promise<string[]> => {
    const answer = await client.get(`/devices?${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.items.map(({ id }: { id: string }) => id);
  };

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'agent'));
    customerId = (await newCustomer(client, { name: 'Nordic Lifts' })).id;
    deploymentId = (await newDeployment(client, customerId, { name: 'Hall 3' })).id;
  });

  it('belong to one deployment and have name, model, serial, external id, position, tags and notes (S1.19, S1.x5)', async () => {
    const made = await newDevice(client, deploymentId, {
      name: 'Gate pump',
      model: 'Grundfos CR 5',
      serial: 'SN-0042',
      externalId: 'D-1',
      position: 'Hall 3, gate 2',
      tags: ['indoor', 'Indoor', 'pump'],
      notes: 'Loud',
    });
    expect(made).toMatchObject({
      deployment: { id: deploymentId, name: 'Hall 3' },
      customer: { id: customerId },
      tags: ['Indoor', 'pump'],
      status: 'active',
      label: 'none',
      activeLabel: null,
      lastScanAt: null,
      photoFileId: null,
      openCases: 0,
      version: 1,
    });
    expect((await client.get(`/devices/${made.id}`)).body).toEqual(made);
    const [row] = (await client.get(`/devices?deploymentId=${deploymentId}`)).body.items;
    expect(made).toMatchObject(row ?? { id: 'no row' });
  });

  it('are not made at no deployment or a closed one, nor with a taken external id', async () => {
    const nowhere = await client.post('/devices', { deploymentId: newId(), name: 'X' });
    expect([nowhere.status, nowhere.body.errors[0]?.pointer]).toEqual([422, '/deploymentId']);
    const closed = await newDeployment(client, customerId);
    await client.post(`/deployments/${closed.id}/deactivate`);
    expect((await client.post('/devices', { deploymentId: closed.id, name: 'X' })).body.code).toBe(
      'deployment.inactive',
    );
    const taken = await client.post('/devices', { deploymentId, name: 'X', externalId: 'D-1' });
    expect([taken.status, taken.body.code]).toEqual([409, 'device.external_id_taken']);
    const many = Array.from({ length: 21 }, (_, n) => `t${n}`);
    expect((await client.post('/devices', { deploymentId, name: 'X', tags: many })).status).toBe(422);
  });

  it('are found by words of name, model, serial, external id and position, in any order', async () => {
    const site = (await newDeployment(client, customerId)).id;
    const { id } = await newDevice(client, site, {
      name: 'Förderband',
      model: 'Vanderlande 7',
      serial: 'ZX/81-7',
      externalId: 'EXT.900',
      position: 'Halle 9, Tor B',
    });
    await newDevice(client, site, { name: 'Other' });
    for (const q of ['forderband', 'vander', 'zx/81', 'ext.900', 'tor b halle', 'förder halle', 'vanderlande 7'])
      expect(await listed(`q=${encodeURIComponent(q)}`), q).toEqual([id]);
    expect(await listed(`q=b&deploymentId=${site}`)).toEqual([]);
    expect(await listed(`q=81&deploymentId=${site}`)).toEqual([id]);
    for (const q of ['%', '%%', '__', 'zzzz', 'x']) expect(await listed(`q=${encodeURIComponent(q)}`), q).toEqual([]);
    const changed = await client.get(`/devices/${id}`);
    await client.patch(`/devices/${id}`, { position: 'Rampe' }, match(changed.body));
    expect([await listed('q=rampe'), await listed('q=tor%20b%20halle')]).toEqual([[id], []]);
  });

  it('are filtered by deployment, customer, model, tag, status and what their label does (S1.12)', async () => {
    const other = (await newCustomer(client)).id;
    const site = (await newDeployment(client, other, { name: 'A' })).id;
    const second = (await newDeployment(client, other, { name: 'B' })).id;
    const [bare, fresh, live] = [
      await newDevice(client, site, { name: 'Ca', model: 'M 1', tags: ['x'] }),
      await newDevice(client, second, { name: 'B', model: 'M 2', tags: ['x', 'y'] }),
      await newDevice(client, site, { name: 'A', model: 'M 1' }),
    ].map(({ id }) => id) as [string, string, string];
    const retired = (await newDevice(client, second, { name: 'D' })).id;
    await client.post(`/devices/${retired}/retire`);
    await insertLabel(test, fresh);
    await insertLabel(test, live, { scans: 3 });
    const at = (query: string) => listed(`customerId=${other}&${query}`);
    expect(await at('sort=name')).toEqual([live, fresh, bare, retired]);
    expect(await at('sort=newest')).toEqual([retired, live, fresh, bare]);
    expect(await at('model=M%201')).toEqual([live, bare]);
    expect(await at('tag=x')).toEqual([fresh, bare]);
    expect(await at('status=retired')).toEqual([retired]);
    expect([await at('label=none'), await at('label=never_scanned'), await at('label=live')]).toEqual([
      [bare],
      [fresh],
      [live],
    ]);
    for (const [label, id] of [
      ['never_scanned', fresh],
      ['live', live],
      ['none', bare],
    ] as const) {
      expect(await listed(`label=${label}&limit=100`), label).toContain(id);
      expect(await listed(`label=${label}&limit=100`), label).not.toContain(retired);
    }
    const [row] = (await client.get(`/devices?deploymentId=${site}&label=live`)).body.items;
    expect(row).toMatchObject({ id: live, label: 'live', lastScanAt: expect.any(String) });
    expect(await listed(`q=m&customerId=${other}`)).toEqual([]);
    expect(await listed(`q=ca&customerId=${other}&model=M%201`)).toEqual([bare]);
  });

  it.each(['sort=name', 'sort=newest', 'label=none', 'label=never_scanned', 'label=live', 'customer', 'status=active'])(
    'page through everything once: %s (INP-5)',
    async (list) => {
      const filter = list === 'customer' ? `customerId=${customerId}` : list;
      for (let at = 0; at < 3; at += 1) {
        const device = await newDevice(client, deploymentId, { name: `Paged ${at}` });
        if (list === 'label=never_scanned' || list === 'label=live')
          await insertLabel(test, device.id, { scans: list === 'label=live' ? 1 : 0 });
      }
      const seen: string[] = [];
      let cursor = '';
      do {
        const answer = await client.get(`/devices?${filter}&limit=2${cursor && `&cursor=${cursor}`}`);
        expect(answer.status).toBe(200);
        seen.push(...answer.body.items.map((row: { id: string }) => row.id));
        cursor = answer.body.nextCursor ?? '';
      } while (cursor);
      expect(seen.length).toBeGreaterThan(2);
      expect(new Set(seen).size).toBe(seen.length);
      expect(new Set(seen)).toEqual(new Set(await listed(`${filter}&limit=100`)));
    },
  );

  it('answer 400 to a cursor of another list, to nonsense, and to filters that are none', async () => {
    const { nextCursor } = (await client.get('/devices?limit=1')).body;
    for (const query of [
      `sort=newest&cursor=${nextCursor}`,
      'cursor=x',
      'label=odd',
      'status=gone',
      'limit=0',
      'deploymentId=1',
    ])
      expect((await client.get(`/devices?${query}`)).status, query).toBe(400);
  });

  it('offer the models in use by a part of their name', async () => {
    const site = (await newDeployment(client, customerId)).id;
    for (const model of ['Zeta 10', 'Zeta 20', 'zeta 30', 'Zeta 10', 'Omega'])
      await newDevice(client, site, { name: 'P', model });
    expect(new Set((await client.get<{ items: string[] }>('/device-models?q=zeta')).body.items)).toEqual(
      new Set(['Zeta 10', 'Zeta 20', 'zeta 30']),
    );
    expect((await client.get('/device-models?q=%25')).body.items).toEqual([]);
    expect((await client.get('/device-models')).body.items).toContain('Omega');
  });

  it('are retired and activated again; a retired one can neither be labelled nor reported', async () => {
    const device = await newDevice(client, deploymentId);
    const retired = (await client.post(`/devices/${device.id}/retire`)).body;
    expect(retired).toMatchObject({ status: 'retired', version: 2 });
    expect(retired.allowedActions).toEqual(['edit', 'move', 'activate', 'delete']);
    expect((await client.post(`/devices/${device.id}/retire`)).body.version).toBe(2);
    expect((await client.post(`/devices/${device.id}/activate`)).body).toMatchObject({ status: 'active', version: 3 });
    expect((await recordOf(test, { device: device.id })).map(({ action }) => action)).toEqual([
      'device.created',
      'device.retired',
      'device.activated',
    ]);
  });

  it('are deleted only without cases; their labels work no more and are not taken for printed ahead (S1.22)', async () => {
    const device = await newDevice(client, deploymentId, { name: 'Gone' });
    const { id: label } = await insertLabel(test, device.id, { scans: 1 });
    const opened = await insertCase(test, customerId);
    await rows(test.db, `UPDATE cases SET device_id = $2 WHERE id = $1`, [opened, device.id]);
    expect((await client.get(`/devices/${device.id}`)).body.openCases).toBe(1);
    expect((await client.delete(`/devices/${device.id}`)).body.code).toBe('device.has_cases');
    await rows(test.db, `UPDATE cases SET device_id = NULL WHERE id = $1`, [opened]);
    expect((await client.delete(`/devices/${device.id}`)).status).toBe(200);
    expect(await rows(test.db, `SELECT state, device_id FROM labels WHERE id = $1`, [label])).toEqual([
      { state: 'revoked', device_id: null },
    ]);
    expect((await client.get(`/devices/${device.id}`)).status).toBe(404);
    expect((await client.delete(`/devices/${device.id}`)).status).toBe(404);
    expect((await recordOf(test, { deployment: deploymentId })).at(-1)).toMatchObject({
      action: 'device.deleted',
      name: 'Gone',
    });
  });

  it('are out of reach without a session, and read-only for a viewer', async () => {
    const { id } = await newDevice(client, deploymentId);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.get(`/devices/${id}`)).body.allowedActions).toEqual([]);
    for (const path of [`/devices/${id}/retire`, `/devices/${id}/move`, '/devices/changes', '/devices'])
      expect((await viewer.post(path, {})).status, path).toBe(403);
    expect((await test.client().get(`/devices/${id}`)).status).toBe(401);
    expect((await client.get(`/devices/${newId()}/activity`)).status).toBe(404);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { insertCase, newCustomer } from '../../test/people.js';
import { insertVisit, newDeployment, newDevice, recordOf } from '../../test/sites.js';
import { signedInStaff } from '../../test/staff.js';
import { insertLabel } from '../../test/visits.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import { timeZoneOf } from './deployment-input.js';

const match = (row: { version: number }) => ({ 'if-match': `"${row.version}"` });
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

describe('deployments', () => {
  const test = useApp();
  let client: Client;
  let staffId: string;
  let customerId: string;

  beforeAll(async () => {
    ({ client, id: staffId } = await signedInStaff(test, 'agent'));
    customerId = (await newCustomer(client, { name: 'Nordic Lifts' })).id;
  });

  it('has time zone, default assignee and notification addresses, and a portal of its own that is off (S1.x5, S1.1)', async () => {
    const made = await newDeployment(client, customerId, {
      name: 'Örebro Plant',
      street: 'Hamngatan 1',
      city: 'Örebro',
      country: 'SE',
      timeZone: 'europe/stockholm',
      defaultAssigneeId: staffId,
      notifyEmails: ['Shift@Nordic.example', 'shift@nordic.example', 'boss@nordic.example'],
      externalId: 'ERP-1',
      notes: 'Ask at the gate',
    });
    expect(made).toMatchObject({
      customer: { id: customerId, name: 'Nordic Lifts' },
      timeZone: 'Europe/Stockholm',
      defaultAssignee: { id: staffId, isActive: true },
      notifyEmails: ['shift@nordic.example', 'boss@nordic.example'],
      portal: { isEnabled: false, hasPin: false },
      status: 'active',
      devices: 0,
      openCases: 0,
      version: 1,
    });
    expect((await client.get(`/deployments/${made.id}`)).body).toEqual(made);
    const portals = await rows(
      test.db,
      `SELECT is_enabled, pin_hash FROM deployment_portals WHERE deployment_id = $1`,
      [made.id],
    );
    expect(portals).toEqual([{ is_enabled: false, pin_hash: null }]);
  });

  it.each([
    ['a time zone that is none', { timeZone: 'Europe/Atlantis' }, '/timeZone'],
    ['an offset as time zone, which knows no summer', { timeZone: '+01:00' }, '/timeZone'],
    ['two addresses in one', { notifyEmails: ['a@x.example, b@x.example'] }, '/notifyEmails/0'],
    ['eleven addresses', { notifyEmails: Array.from({ length: 11 }, (_, n) => `a${n}@x.example`) }, '/notifyEmails'],
    ['an assignee who is nobody', { defaultAssigneeId: newId() }, '/defaultAssigneeId'],
    ['a customer that is none', { customerId: newId() }, '/customerId'],
  ])('refuses %s', async (_, fields, pointer) => {
    const answer = await client.post('/deployments', {
      customerId,
      name: 'X',
      timeZone: 'Europe/Stockholm',
      ...fields,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('knows every name of the time zone database and nothing else', () => {
    for (const name of ['UTC', 'Asia/Kolkata', 'America/Argentina/Ushuaia', 'Etc/GMT+3'])
      expect(timeZoneOf(name), name).toBeDefined();
    for (const name of ['', 'Local', '-03:00', '+0530', 'Europe/', 'Stockholm'])
      expect(timeZoneOf(name), name).toBeUndefined();
  });

  it('is not made for a customer who is inactive', async () => {
    const closed = (await newCustomer(client)).id;
    await client.post(`/customers/${closed}/deactivate`);
    const answer = await client.post('/deployments', { customerId: closed, name: 'X', timeZone: 'UTC' });
    expect(answer.body.code).toBe('customer.inactive');
  });

  it('is made once however often the same create arrives', async () => {
    const send = () =>
      client.post('/deployments', { customerId, name: 'Once', timeZone: 'UTC' }, { 'idempotency-key': 'once' });
    const [one, other] = [await send(), await send()];
    expect([one.status, other.status, other.body.id]).toEqual([201, 201, one.body.id]);
    expect(ids((await client.get('/deployments?q=once')).body)).toEqual([one.body.id]);
  });

  it('changes what is named, clears with null, and refuses a stale version and a taken external id', async () => {
    const made = await newDeployment(client, customerId, { name: 'Plain', city: 'Lund', externalId: 'ERP-2' });
    const path = `/deployments/${made.id}`;
    const changed = await client.patch(path, { name: 'Finer', city: null }, match(made));
    expect(changed.body).toMatchObject({ name: 'Finer', city: null, externalId: 'ERP-2', version: 2 });
    expect((await client.patch(path, { name: 'Stale' }, match(made))).status).toBe(412);
    expect((await client.patch(path, { name: 'Stale' })).status).toBe(428);
    expect((await client.patch(path, { name: 'Finer' }, match(changed.body))).body.version).toBe(2);
    expect((await client.patch(path, { externalId: 'ERP-1' }, match(changed.body))).body.code).toBe(
      'deployment.external_id_taken',
    );
    expect((await client.patch(path, { customerId }, match(changed.body))).status).toBe(422);
    expect((await client.patch(`/deployments/${newId()}`, { name: 'X' }, match(made))).status).toBe(404);
    expect(await recordOf(test, { deployment: made.id })).toMatchObject([
      { action: 'deployment.created', name: 'Plain' },
      { action: 'deployment.changed', name: 'Finer', detail: { fields: ['city', 'name'] } },
    ]);
  });

  it('found by words of name, address, external id and customer; filtered by customer, status, portal and the age of its PIN, which the export says too (A15, S1.15)', async () => {
    const other = (await newCustomer(client, { name: 'Südwerk GmbH' })).id;
    const hall = await newDeployment(client, other, { name: 'Halle Süd', city: 'Köln', externalId: 'KLN-77' });
    const depot = await newDeployment(client, other, { name: 'Depot 9', street: 'Industriestraße 5' });
    for (const q of ['halle sud', 'köln', 'kln-77', 'süd hal', 'südwerk'])
      expect(ids((await client.get(`/deployments?q=${encodeURIComponent(q)}`)).body), q).toContain(hall.id);
    expect(ids((await client.get(`/deployments?q=9&customerId=${other}`)).body)).toEqual([]);
    expect(ids((await client.get(`/deployments?q=depot%209`)).body)).toEqual([depot.id]);
    for (const q of ['%', '__', 'zzzz']) expect((await client.get(`/deployments?q=${q}`)).body.items, q).toEqual([]);
    await rows(test.db, `UPDATE deployment_portals SET is_enabled = true WHERE deployment_id = $1`, [hall.id]);
    await client.post(`/deployments/${depot.id}/deactivate`);
    const of = async (query: string) => ids((await client.get(`/deployments?customerId=${other}&${query}`)).body);
    expect(await of('sort=name')).toEqual([depot.id, hall.id]);
    expect(await of('sort=newest')).toEqual([depot.id, hall.id]);
    expect(await of('portal=on')).toEqual([hall.id]);
    expect(await of('portal=pin_due')).toEqual([]);
    const age = `UPDATE deployment_portals SET pin_set_at = now() - interval '13 months' WHERE deployment_id = ANY ($1)`;
    await rows(test.db, age, [[hall.id, depot.id]]);
    expect(await of('portal=pin_due')).toEqual([hall.id]);
    const listed = (await client.get(`/deployments?customerId=${other}`)).body.items;
    expect(listed).toMatchObject([{ pinDueSince: null }, { pinDueSince: expect.any(String) }]);
    const admin = (await signedInStaff(test, 'admin')).client;
    const { body: csv } = await admin.get<string>('/exports/deployments.csv');
    const [stored] = await rows<{ at: Date }>(
      test.db,
      `SELECT pin_set_at AS at FROM deployment_portals WHERE deployment_id = $1`,
      [hall.id],
    );
    const exported = csv.split('\r\n').filter((line) => line.includes(',on,') && line.includes(hall.name));
    expect(exported.map((line) => Date.parse(line.split(',').at(-1) ?? ''))).toEqual([stored?.at.getTime()]);
    expect(await of('portal=off')).toEqual([depot.id]);
    expect(await of('status=inactive')).toEqual([depot.id]);
  });

  it.each(['name', 'newest'])('pages through everything once, sorted by %s (INP-5)', async (sort) => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const answer = await client.get(`/deployments?sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`);
      expect(answer.status).toBe(200);
      seen.push(...ids(answer.body));
      cursor = answer.body.nextCursor ?? '';
    } while (cursor);
    const all = await rows(test.db, `SELECT id FROM deployments`);
    expect([new Set(seen).size, seen.length]).toEqual([all.length, all.length]);
    const wrong = (await client.get(`/deployments?sort=${sort}&limit=1`)).body.nextCursor;
    const otherSort = sort === 'name' ? 'newest' : 'name';
    expect((await client.get(`/deployments?sort=${otherSort}&cursor=${wrong}`)).status).toBe(400);
  });

  it('ends the visits there when it is deactivated, and opens again as it was (S1.21, INV-8)', async () => {
    const made = await newDeployment(client, customerId);
    const { id: label } = await insertLabel(test, (await newDevice(client, made.id)).id);
    const visit = await insertVisit(test, label, made.id);
    const closed = await client.post(`/deployments/${made.id}/deactivate`);
    expect(closed.body).toMatchObject({ status: 'inactive' });
    expect(closed.body.allowedActions).toContain('reactivate');
    expect(await rows(test.db, `SELECT 1 FROM sessions WHERE id = $1`, [visit])).toEqual([]);
    expect((await client.post(`/deployments/${made.id}/reactivate`)).body).toMatchObject({ status: 'active' });
    expect((await recordOf(test, { deployment: made.id })).map(({ action }) => action)).toEqual([
      'deployment.created',
      'device.created',
      'deployment.deactivated',
      'deployment.reactivated',
    ]);
    expect((await client.post(`/deployments/${newId()}/deactivate`)).status).toBe(404);
  });

  it('is deleted only without devices and cases, and keeps its customer from being deleted', async () => {
    const own = (await newCustomer(client)).id;
    const made = await newDeployment(client, own);
    const device = await newDevice(client, made.id);
    expect((await client.delete(`/deployments/${made.id}`)).body.code).toBe('deployment.has_devices');
    expect((await client.get(`/customers/${own}/deletion`)).body).toMatchObject({ deployments: 1, canDelete: false });
    expect((await client.delete(`/customers/${own}`)).body.code).toBe('customer.has_deployments');
    await client.delete(`/devices/${device.id}`);
    const opened = await insertCase(test, own);
    await rows(test.db, `UPDATE cases SET deployment_id = $2 WHERE id = $1`, [opened, made.id]);
    expect((await client.delete(`/deployments/${made.id}`)).body.code).toBe('deployment.has_cases');
    await rows(test.db, `DELETE FROM cases WHERE id = $1`, [opened]);
    expect((await client.delete(`/deployments/${made.id}`)).status).toBe(200);
    expect((await client.get(`/deployments/${made.id}`)).status).toBe(404);
    expect((await client.delete(`/customers/${own}`)).status).toBe(200);
  });

  it('tells in its activity what happened to it and its devices, newest first', async () => {
    const made = await newDeployment(client, customerId, { name: 'Told' });
    const device = await newDevice(client, made.id, { name: 'Gate' });
    const { body } = await client.get(`/deployments/${made.id}/activity`);
    expect(body.items).toMatchObject([
      { action: 'device.created', deviceId: device.id, deploymentId: made.id, customerId, detail: { name: 'Gate' } },
      { action: 'deployment.created', deviceId: null, detail: { name: 'Told' } },
    ]);
    expect((await client.get(`/deployments/${newId()}/activity`)).status).toBe(404);
  });

  it('shows each role what it may do, and refuses what it may not', async () => {
    const made = await newDeployment(client, customerId);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.get(`/deployments/${made.id}`)).body.allowedActions).toEqual([]);
    expect((await viewer.post(`/deployments/${made.id}/deactivate`)).status).toBe(403);
    expect((await viewer.post('/deployments', { customerId, name: 'X', timeZone: 'UTC' })).status).toBe(403);
    expect(made.allowedActions).toEqual(
      expect.arrayContaining(['edit', 'deactivate', 'delete', 'configure_portal', 'add_device', 'print_labels']),
    );
    expect(made.allowedActions).not.toContain('reveal_pin');
    expect((await test.client().get('/deployments')).status).toBe(401);
  });
});

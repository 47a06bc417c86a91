import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { newCustomer } from '../../../test/people.js';
import { newDeployment, newDevice, recordOf } from '../../../test/sites.js';
import { workbookOf } from '../../../test/sheets.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { LabelDto, LabelPage, LabelsCreated } from './label.dto.js';

type Made = z.output<typeof LabelsCreated>;
type Label = z.output<typeof LabelDto>;
type Page = z.output<typeof LabelPage>;

const test = useApp();
let client: Client;
let staffId: string;
let customerId: string;
let deploymentId: string;

beforeAll(async () => {
  ({ client, id: staffId } = await signedInStaff(test, 'agent'));
  customerId = (await newCustomer(client)).id;
  deploymentId = (await newDeployment(client, customerId)).id;
});

const labelled = async (deviceId: string): Promise<string> =>
  (await client.post<Made>('/labels', { deviceIds: [deviceId] })).body.items[0] ?? '';

describe('POST /labels', () => {
  it('makes a label for each device without one, and answers those in use in the order asked (S1.11)', async () => {
    const devices = [await newDevice(client, deploymentId), await newDevice(client, deploymentId)].map(({ id }) => id);
    const [one = '', two = ''] = devices;
    const first = await client.post<Made>('/labels', { deviceIds: [one] });
    expect([first.status, first.body.created, first.body.items.length]).toEqual([201, 1, 1]);
    const retired = await newDevice(client, deploymentId);
    await client.post(`/devices/${retired.id}/retire`);
    const nobody = newId();
    const { body } = await client.post<Made>('/labels', { deviceIds: [two, one, retired.id, nobody, two] });
    expect(body).toMatchObject({ created: 1, items: [expect.any(String), first.body.items[0]], hasMore: false });
    expect(body.skipped).toEqual([
      { deviceId: retired.id, reason: 'retired' },
      { deviceId: nobody, reason: 'not_found' },
    ]);
    expect((await client.get(`/devices/${two}`)).body).toMatchObject({
      label: 'never_scanned',
      activeLabel: { id: body.items[0], scans: 0 },
      version: 1,
    });
    expect((await recordOf(test, { device: one })).at(-1)).toMatchObject({ action: 'label.created', name: 'Pump' });
  });

  it('makes those that a deployment lacks, a thousand at a time, and one each however often it is asked (S1.11)', async () => {
    const { id } = await newDeployment(client, customerId);
    await rows(
      test.db,
      `INSERT INTO devices (id, deployment_id, name, name_key, status)
       SELECT gen_random_uuid(), $1, 'D' || n, 'd' || n, CASE WHEN n > 1002 THEN 'retired' ELSE 'active' END FROM generate_series(1, 1004) n`,
      [id],
    );
    const ask = () => client.post<Made>('/labels', { deploymentId: id, missing: true });
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(({ body }) => body.created).toSorted((a, b) => a - b)).toEqual([2, 1000]);
    expect(both.find(({ body }) => body.created === 1000)?.body.hasMore).toBe(true);
    expect((await ask()).body).toEqual({ created: 0, items: [], skipped: [], hasMore: false });
    const stored = await rows(
      test.db,
      `SELECT count(*)::int AS labels, count(DISTINCT l.device_id)::int AS devices, count(DISTINCT l.secret_hash)::int AS secrets
         FROM labels l JOIN devices d ON d.id = l.device_id AND d.active_label_id = l.id WHERE d.deployment_id = $1`,
      [id],
    );
    expect(stored).toEqual([{ labels: 1002, devices: 1002, secrets: 1002 }]);
  });

  it('answers the same again for the same Idempotency-Key', async () => {
    const { id } = await newDevice(client, deploymentId);
    const send = () => client.post<Made>('/labels', { deviceIds: [id] }, { 'idempotency-key': `make-${id}` });
    const [one, two] = [await send(), await send()];
    expect(two.body).toEqual(one.body);
    expect(two.body.created).toBe(1);
  });

  it('refuses neither, both, too many, a deployment that is none, and who may not', async () => {
    const { client: viewer } = await signedInStaff(test, 'viewer');
    const bad = [{}, { deploymentId }, { deviceIds: [] }, { deviceIds: [newId()], deploymentId, missing: true }];
    for (const body of [...bad, { deviceIds: Array.from({ length: 1001 }, newId) }])
      expect((await client.post('/labels', body)).status).toBe(422);
    expect((await client.post('/labels', { deploymentId: newId(), missing: true })).status).toBe(422);
    expect((await viewer.post('/labels', { deviceIds: [newId()] })).status).toBe(403);
    expect((await test.client().post('/labels', { deviceIds: [newId()] })).status).toBe(401);
  });
});

describe('GET /labels', () => {
  it('lists newest first, page by page, of a deployment, of a device, and by state (S1.12)', async () => {
    const { id } = await newDeployment(client, customerId, { name: 'Harbour' });
    const devices = [];
    for (const name of ['A', 'B', 'C']) devices.push(await newDevice(client, id, { name, position: 'Quay 1' }));
    await client.post('/labels', { deploymentId: id, missing: true });
    const [a] = devices;
    const old = (await client.get<Page>(`/labels?deviceId=${a?.id}`)).body.items[0]?.id ?? '';
    await client.post(`/labels/${old}/replace`, {});
    const list = async (query: string) => (await client.get<Page>(`/labels?deploymentId=${id}${query}`)).body;
    const all = (await list('')).items;
    expect(all).toHaveLength(4);
    expect(all[0]).toMatchObject({
      device: { id: a?.id, name: 'A', position: 'Quay 1', model: null },
      deployment: { id, name: 'Harbour' },
      customer: { id: customerId },
      state: 'active',
      scans: 0,
      allowedActions: ['print', 'replace', 'revoke'],
    });
    expect((await list('&state=superseded')).items).toMatchObject([{ id: old, allowedActions: ['revoke'] }]);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = await list(`&limit=2${cursor}`);
      seen.push(...items.map((item) => item.id));
      if (!nextCursor) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(all.map((item) => item.id));
    expect((await client.get<Page>(`/labels?deviceId=${a?.id}`)).body.items).toHaveLength(2);
    expect((await client.get('/labels?cursor=WzFd')).status).toBe(400);
    expect((await client.get('/labels?list=lost')).status).toBe(400);
  });

  it('finds those that nobody scanned, and old ones that still stick somewhere, and exports all without a secret (A15, S1.12, D5)', async () => {
    const { id } = await newDeployment(client, customerId);
    const [never, live, replaced] = [
      await labelled((await newDevice(client, id)).id),
      await labelled((await newDevice(client, id)).id),
      await labelled((await newDevice(client, id)).id),
    ];
    await client.post(`/labels/${replaced}/replace`, {});
    await rows(test.db, `UPDATE labels SET first_scan_at = now(), last_scan_at = now(), scans = 1 WHERE id = $1`, [
      live,
    ]);
    await rows(test.db, `UPDATE labels SET late_scan_at = now(), last_scan_at = now() WHERE id = $1`, [replaced]);
    const list = async (query: string) =>
      (await client.get<Page>(`/labels?${query}`)).body.items.map((item) => item.id);
    const unseen = await list(`list=never_scanned&deploymentId=${id}`);
    expect(unseen).toHaveLength(2);
    expect(unseen).toContain(never);
    expect(await list(`list=scanned_late&deploymentId=${id}`)).toEqual([replaced]);
    expect(await list('list=scanned_late')).toEqual([replaced]);
    expect(await list('list=never_scanned&limit=1')).toHaveLength(1);

    const { lines } = await workbookOf((await signedInStaff(test, 'admin')).client, '/exports/labels.xlsx');
    const [header, ...others] = lines.map((cells) => cells.slice(5));
    expect(header).toEqual(['status', 'made', 'printed', 'scans', 'first_scan', 'last_scan', 'scan_after_its_end']);
    const time = expect.any(String);
    expect(others.filter((cells) => cells[6])).toEqual([['superseded', time, null, '0', null, time, time]]);
    expect(others.filter((cells) => cells[4])).toEqual([['active', time, null, '1', time, time, null]]);
    const count = await rows(test.db, `SELECT count(*)::int AS labels FROM labels`);
    expect(count).toEqual([{ labels: others.length }]);
    const secret = await rows<{ id: string }>(test.db, `SELECT public_id AS id FROM labels`);
    const text = JSON.stringify(lines);
    expect(secret.filter(({ id: part }) => text.includes(part))).toEqual([]);
  });
});

describe('GET /labels/:id', () => {
  it('shows scans of 26 weeks and all labels of the device (S1.12)', async () => {
    const device = await newDevice(client, deploymentId, { name: 'Crane' });
    const old = await labelled(device.id);
    const { id } = (await client.post<Label>(`/labels/${old}/replace`, {})).body;
    await rows(
      test.db,
      `INSERT INTO label_scans (label_id, week, scans) SELECT $1, (date_trunc('week', now() AT TIME ZONE 'UTC') - n * interval '1 week')::date, n + 1 FROM unnest(ARRAY[0, 3, 30]) n`,
      [old],
    );
    const { body } = await client.get<Label>(`/labels/${old}`);
    expect(body.weeks).toHaveLength(26);
    expect(body.weeks.filter(({ scans }) => scans > 0).map(({ scans }) => scans)).toEqual([4, 1]);
    expect(new Date(body.weeks[0]?.week ?? '').getUTCDay()).toBe(1);
    expect(body).toMatchObject({ device: { name: 'Crane' }, replacedById: id, state: 'superseded' });
    expect(body.history.map((label) => [label.id, label.state])).toEqual([
      [id, 'active'],
      [old, 'superseded'],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/sealed|secret|hash/i);
    expect((await client.get(`/labels/${newId()}`)).status).toBe(404);
  });
});

describe('GET /labels/:id/code', () => {
  it('shows what is printed, from the configured address, on record once a day for each person and label (D5)', async () => {
    const device = await newDevice(client, deploymentId);
    const id = await labelled(device.id);
    const { publicId } = (await client.get<Label>(`/labels/${id}`)).body;
    const foreign = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const { body } = await client.get<{ url: string; code: string }>(`/labels/${id}/code`, foreign);
    expect(body.url).toMatch(new RegExp(`^${test.config.portalOrigin}/p/${publicId}#[\\w-]{22}$`));
    expect(body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect((await client.get(`/labels/${id}/code`)).body).toEqual(body);
    const { client: other, id: otherId } = await signedInStaff(test, 'agent');
    await other.get(`/labels/${id}/code`);
    const told = await rows(
      test.db,
      `SELECT actor_id AS actor FROM audit_events WHERE action = 'label.code_shown' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(told).toEqual([{ actor: staffId }, { actor: otherId }]);
    expect(JSON.stringify(await recordOf(test, { device: device.id }))).not.toContain(body.code);
    const { client: viewer } = await signedInStaff(test, 'viewer');
    expect((await viewer.get(`/labels/${id}/code`)).status).toBe(403);
    await client.post(`/labels/${id}/revoke`);
    expect((await client.get(`/labels/${id}/code`)).body.code).toBe('label.not_active');
    expect((await client.get(`/labels/${newId()}/code`)).status).toBe(404);
  });
});

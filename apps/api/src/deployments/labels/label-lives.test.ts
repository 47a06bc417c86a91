import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { newDevice, recordOf } from '../../../test/sites.js';
import { signedInStaff } from '../../../test/staff.js';
import {
  insertPlace,
  type Label as Printed,
  type Place,
  scan,
  stranger,
  tryPin,
  visiting,
} from '../../../test/visits.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { DeploymentChecklist, DeploymentTraffic } from '../deployment.dto.js';
import type { DeviceDto, DevicePage } from '../device.dto.js';
import type { LabelDto, LabelPage, LabelsCreated } from './label.dto.js';

type Label = z.output<typeof LabelDto>;
type Device = z.output<typeof DeviceDto>;

const test = useApp();
let client: Client;

beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'agent'));
});

/** The label as it is printed, read as staff read it. */
async function printed(id: string): Promise<Printed> {
  const { url, code } = (await client.get<{ url: string; code: string }>(`/labels/${id}/code`)).body;
  const { pathname, hash } = new URL(url);
  return { id, publicId: pathname.slice(3), secret: hash.slice(1), code, path: pathname + hash };
}

const replace = async (id: string, body: object = {}): Promise<Label> =>
  (await client.post<Label>(`/labels/${id}/replace`, body)).body;

/** How a stranger with the right PIN fares, and one whose visit is open. */
async function answers(place: Place, visit: Client, label = place.label): Promise<number[]> {
  const fresh = await tryPin(await stranger(test, label), label, place.pin);
  return [fresh.status, (await visit.get('/portal/visit')).status];
}

describe('POST /labels/:id/replace', () => {
  it('gives the device a new label; the old one and its visits go on through the grace (S1.12, S1.22, D5)', async () => {
    const place = await insertPlace(test);
    const visit = await visiting(test, place);
    const made = await replace(place.label.id);
    expect(made).toMatchObject({ state: 'active', device: { id: place.deviceId }, scans: 0, printedAt: null });
    const old = (await client.get<Label>(`/labels/${place.label.id}`)).body;
    expect(old).toMatchObject({ state: 'superseded', replacedById: made.id });
    const days = (Date.parse(old.graceUntil ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    expect(await answers(place, visit)).toEqual([200, 200]);
    expect(await answers(place, visit, await printed(made.id))).toEqual([200, 200]);
    const late = (await client.get<z.output<typeof LabelPage>>('/labels?list=scanned_late')).body.items;
    expect(late.map(({ id }) => id)).toContain(old.id);
    expect((await client.get<Device>(`/devices/${place.deviceId}`)).body.activeLabel?.id).toBe(made.id);
    await rows(test.db, `UPDATE labels SET grace_until = now() WHERE id = $1`, [old.id]);
    expect(await answers(place, visit)).toEqual([401, 401]);
    expect((await recordOf(test, { device: place.deviceId }))[0]).toMatchObject({
      action: 'label.replaced',
      detail: { graceDays: 30 },
    });
  });

  it('ends the old label and its visits at once without grace, by the setting or by choice (POR-5, INV-8)', async () => {
    const { client: admin } = await signedInStaff(test, 'admin');
    const { version } = (await admin.get('/settings')).body;
    await admin.patch('/settings', { visits: { labelGraceDays: 0 } }, { 'if-match': `"${version}"` });
    const bySetting = await insertPlace(test);
    const byChoice = await insertPlace(test);
    const visits = [await visiting(test, bySetting), await visiting(test, byChoice)] as const;
    await replace(bySetting.label.id);
    expect(await answers(bySetting, visits[0])).toEqual([401, 401]);
    await admin.patch('/settings', { visits: { labelGraceDays: 30 } }, { 'if-match': `"${version + 1}"` });
    await replace(byChoice.label.id, { graceDays: 0 });
    expect(await answers(byChoice, visits[1])).toEqual([401, 401]);
  });

  it('makes one label for one Idempotency-Key, and one for two people at once', async () => {
    const { label, deviceId } = await insertPlace(test);
    const send = (id: string, key: string) =>
      client.post<Label>(`/labels/${id}/replace`, {}, { 'idempotency-key': key });
    const [one, two] = [await send(label.id, 'once'), await send(label.id, 'once')];
    expect(two.body.id).toBe(one.body.id);
    const both = await Promise.all([send(one.body.id, 'a'), send(one.body.id, 'b')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(await rows(test.db, `SELECT 1 FROM labels WHERE device_id = $1`, [deviceId])).toHaveLength(3);
  });

  it('refuses a label that is not in use, of a retired device, none, and who may not', async () => {
    const { label, deviceId, deploymentId } = await insertPlace(test);
    await replace(label.id);
    expect((await client.post(`/labels/${label.id}/replace`, {})).body.code).toBe('label.not_active');
    const { activeLabel } = (await client.get<Device>(`/devices/${deviceId}`)).body;
    await client.post(`/devices/${deviceId}/retire`);
    expect((await client.post(`/labels/${activeLabel?.id}/replace`, {})).body.code).toBe('device.retired');
    expect((await client.post(`/labels/${newId()}/replace`, {})).status).toBe(404);
    expect((await client.post(`/labels/${activeLabel?.id}/replace`, { graceDays: -1 })).status).toBe(422);
    const { client: viewer } = await signedInStaff(test, 'viewer');
    expect((await viewer.post(`/labels/${activeLabel?.id}/replace`, {})).status).toBe(403);
    expect((await viewer.post(`/labels/${activeLabel?.id}/revoke`)).status).toBe(403);
    expect((await viewer.post('/labels/printed', { ids: [label.id] })).status).toBe(403);
    expect(
      (await viewer.get<z.output<typeof LabelPage>>(`/labels?deploymentId=${deploymentId}`)).body.items[0]
        ?.allowedActions,
    ).toEqual([]);
  });
});

describe('POST /labels/:id/revoke', () => {
  it('ends the label and the visits it opened at once, others stay; staff hear of later scans (D5, S1.22, POR-5, INV-8)', async () => {
    const place = await insertPlace(test);
    const [visit, neighbour] = [await visiting(test, place), await newDevice(client, place.deploymentId)];
    const { items } = (await client.post<z.output<typeof LabelsCreated>>('/labels', { deviceIds: [neighbour.id] }))
      .body;
    const other = await visiting(test, { pin: place.pin, label: await printed(items[0] ?? '') });
    const answer = await client.post<Label>(`/labels/${place.label.id}/revoke`);
    expect(answer.body).toMatchObject({ state: 'revoked', graceUntil: null, allowedActions: [] });
    expect(await answers(place, visit)).toEqual([401, 401]);
    expect((await other.get('/portal/visit')).status).toBe(200);
    expect((await client.get<Device>(`/devices/${place.deviceId}`)).body).toMatchObject({
      label: 'none',
      activeLabel: null,
    });
    await scan(test.client(), place.label);
    await scan(test.client(), place.label);
    expect((await client.get<Label>(`/labels/${place.label.id}`)).body.lateScanAt).not.toBeNull();
    const late = (await recordOf(test, { device: place.deviceId })).filter(
      ({ action }) => action === 'label.scanned_late',
    );
    expect(late).toHaveLength(1);
    expect((await client.post(`/labels/${place.label.id}/revoke`)).status).toBe(200);
    const told = (await recordOf(test, { device: place.deviceId })).filter(({ action }) => action === 'label.revoked');
    expect(told).toHaveLength(1);
    expect((await client.post('/labels', { deviceIds: [place.deviceId] })).body.created).toBe(1);
    expect((await client.post(`/labels/${newId()}/revoke`)).status).toBe(404);
  });

  it('ends a replaced label before its grace is over; the new one stays (S1.22)', async () => {
    const place = await insertPlace(test);
    const made = await replace(place.label.id);
    await client.post(`/labels/${place.label.id}/revoke`);
    const visit = await visiting(test, { pin: place.pin, label: await printed(made.id) });
    expect(await answers(place, visit)).toEqual([401, 200]);
    expect((await client.get<Device>(`/devices/${place.deviceId}`)).body.activeLabel?.id).toBe(made.id);
  });
});

describe('a label', () => {
  it('leads to the new deployment and its PIN once its device has moved (S1.22, S1.x5)', async () => {
    const [from, to] = [await insertPlace(test, { pin: '4938' }), await insertPlace(test, { pin: '7261' })];
    const visit = await visiting(test, from);
    await client.post(`/devices/${from.deviceId}/move`, { deploymentId: to.deploymentId });
    expect((await visit.get('/portal/visit')).status).toBe(401);
    const phone = await stranger(test, from.label);
    expect((await tryPin(phone, from.label, from.pin)).status).toBe(401);
    const opened = await tryPin(await stranger(test, from.label), from.label, to.pin);
    expect(opened.status).toBe(200);
    const row = (await client.get<Label>(`/labels/${from.label.id}`)).body;
    expect(row).toMatchObject({ state: 'active', deployment: { id: to.deploymentId } });
  });

  it('of a deleted device opens nothing, like one that never was (S1.22)', async () => {
    const place = await insertPlace(test);
    const visit = await visiting(test, place);
    await client.delete(`/devices/${place.deviceId}`);
    expect(await answers(place, visit)).toEqual([401, 401]);
    const gone = await tryPin(test.client(), place.label, place.pin);
    const never = await tryPin(test.client(), { publicId: '7K3M0112QZAB', secret: place.label.secret }, place.pin);
    const told = ({ body }: typeof gone) => JSON.stringify({ ...body, instance: '' });
    expect(told(gone)).toBe(told(never));
    const { body } = await client.get<Label>(`/labels/${place.label.id}`);
    expect(body).toMatchObject({ state: 'revoked', device: null, deployment: null, history: [{ id: place.label.id }] });
  });

  it('goes with its device through the steps of setting up: made, printed, scanned (S1.12, S1.14)', async () => {
    const place = await insertPlace(test);
    const site = `/deployments/${place.deploymentId}`;
    const step = async (key: string) =>
      (await client.get<z.output<typeof DeploymentChecklist>>(`${site}/checklist`)).body.items.find(
        (item) => item.key === key,
      )?.done;
    const devices = async (label: string) =>
      (await client.get<z.output<typeof DevicePage>>(`/devices?deploymentId=${place.deploymentId}&label=${label}`)).body
        .items.length;
    expect([await step('labels'), await step('printed'), await step('scanned')]).toEqual([true, false, false]);
    const marked = await client.post('/labels/printed', { ids: [place.label.id, newId()] });
    expect(marked.body).toEqual({ marked: 1 });
    expect([await step('printed'), await devices('never_scanned'), await devices('live')]).toEqual([true, 1, 0]);
    await scan(test.client(), place.label);
    expect([await step('scanned'), await devices('never_scanned'), await devices('live')]).toEqual([true, 0, 1]);
    const { weeks } = (await client.get<z.output<typeof DeploymentTraffic>>(`${site}/traffic`)).body;
    expect(weeks.at(-1)?.scans).toBe(1);
    await client.post(`/labels/${place.label.id}/revoke`);
    expect([await step('labels'), await devices('none')]).toEqual([false, 1]);
    expect((await recordOf(test, { device: place.deviceId })).map(({ action }) => action)).toEqual([
      'label.marked_printed',
      'label.revoked',
    ]);
    expect((await client.post('/labels/printed', { ids: [] })).status).toBe(422);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { insertCase, newCustomer } from '../../test/people.js';
import { newDeployment, newDevice } from '../../test/sites.js';
import { signedInStaff } from '../../test/staff.js';
import { insertLabel } from '../../test/visits.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';

const test = useApp();
let client: Client;
let customerId: string;

beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'agent'));
  customerId = (await newCustomer(client)).id;
});

interface Step {
  key: string;
  done: boolean;
  count: number | null;
}

interface Week {
  week: string;
  scans: number;
  cases: number;
}

describe('the setup checklist', () => {
  it('goes from enable to PIN, options, generate, print and attach, and reads each step from the data (S1.14)', async () => {
    const { id } = await newDeployment(client, customerId);
    const steps = async (): Promise<Step[]> =>
      (await client.get<{ items: Step[] }>(`/deployments/${id}/checklist`)).body.items;
    const done = async () => (await steps()).filter((step) => step.done).map(({ key }) => key);
    const portal = (set: string) =>
      rows(test.db, `UPDATE deployment_portals SET ${set} WHERE deployment_id = $1`, [id]);
    expect((await steps()).map(({ key }) => key)).toEqual([
      'device',
      'portal_pin',
      'options',
      'labels',
      'printed',
      'scanned',
    ]);
    expect(await done()).toEqual([]);
    const [one, two] = [await newDevice(client, id), await newDevice(client, id)];
    const retired = await newDevice(client, id);
    await client.post(`/devices/${retired.id}/retire`);
    expect(await done()).toEqual(['device']);
    await portal(`is_enabled = true`);
    expect(await done()).toEqual(['device']);
    await portal(`pin_hash = 'hash', texts = '{"sv": {"welcome": ""}}'`);
    expect(await done()).toEqual(['device', 'portal_pin']);
    await portal(`texts = '{"sv": {"welcome": "Hej"}}'`);
    expect(await done()).toEqual(['device', 'portal_pin', 'options']);
    await insertLabel(test, one.id);
    expect((await steps())[3]).toEqual({ key: 'labels', done: false, count: 1, total: 2 });
    const { id: label } = await insertLabel(test, two.id, { isPrinted: true });
    expect(await done()).toEqual(['device', 'portal_pin', 'options', 'labels']);
    await rows(test.db, `UPDATE labels SET printed_at = now() WHERE device_id = $1`, [one.id]);
    expect(await done()).toEqual(['device', 'portal_pin', 'options', 'labels', 'printed']);
    await rows(test.db, `UPDATE labels SET first_scan_at = now() WHERE device_id = $1`, [one.id]);
    expect((await steps())[5]).toEqual({ key: 'scanned', done: false, count: 1, total: 2 });
    await rows(test.db, `UPDATE labels SET first_scan_at = now() WHERE id = $1`, [label]);
    expect(await done()).toHaveLength(6);
    expect((await client.get(`/deployments/${newId()}/checklist`)).status).toBe(404);
  });
});

describe('the traffic of a deployment', () => {
  it('counts scans and cases of 26 weeks, oldest first, and takes the scans of a moved device along (S1.12, S1.x5)', async () => {
    const [from, to] = [await newDeployment(client, customerId), await newDeployment(client, customerId)];
    const device = await newDevice(client, from.id);
    await insertLabel(test, device.id, { scans: 5 });
    const opened = await insertCase(test, customerId);
    const old = await insertCase(test, customerId);
    await rows(test.db, `UPDATE cases SET deployment_id = $2 WHERE id = $1`, [opened, from.id]);
    await rows(test.db, `UPDATE cases SET deployment_id = $2, created_at = now() - interval '300 days' WHERE id = $1`, [
      old,
      from.id,
    ]);
    const weeks = async (id: string) => (await client.get<{ weeks: Week[] }>(`/deployments/${id}/traffic`)).body.weeks;
    const before = await weeks(from.id);
    expect(before).toHaveLength(26);
    expect(before.at(-1)).toMatchObject({ scans: 5, cases: 1 });
    expect(before.slice(0, -1).every((week) => week.scans + week.cases === 0)).toBe(true);
    expect(new Date(before[0]?.week ?? '').getUTCDay()).toBe(1);
    await client.post(`/devices/${device.id}/move`, { deploymentId: to.id });
    expect((await weeks(to.id)).at(-1)).toMatchObject({ scans: 5, cases: 0 });
    expect((await weeks(from.id)).at(-1)).toMatchObject({ scans: 0, cases: 1 });
    expect((await client.get(`/deployments/${newId()}/traffic`)).status).toBe(404);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../../test/app.js';
import type { Client } from '../../../../test/client.js';
import { newCustomer } from '../../../../test/people.js';
import { newDeployment, newDevice } from '../../../../test/sites.js';
import { signedInStaff } from '../../../../test/staff.js';
import { insertLabel } from '../../../../test/visits.js';
import { rows } from '../../../db/sql.js';
import { guessMapping } from '../import-fields.js';
import { zoneOf } from './device-line.js';

const test = useApp({ ROLE: 'all' });
let client: Client;
let customer: { id: string; number: string; name: string };

const upload = (text: string) =>
  client.post('/imports?fileName=devices.csv&kind=devices', Buffer.from(text), { 'content-type': 'text/csv' });

async function until(id: string, state: string) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await client.get(`/imports/${id}`);
    if (body.state === state) return body;
    if (body.state === 'failed') throw new Error(body.error);
    await sleep(100);
  }
  throw new Error(`The import did not become ${state}`);
}

async function check(text: string) {
  const { body } = await upload(text);
  await client.put(`/imports/${body.id}/mapping`, { mapping: body.mapping });
  return until(body.id, 'checked');
}

async function run(text: string) {
  const { id } = await check(text);
  await client.post(`/imports/${id}/run`);
  return until(id, 'done');
}

const verdicts = async (id: string) => (await client.get(`/imports/${id}/rows?limit=100`)).body.items;
const found = async (q: string) => (await client.get(`/devices?q=${encodeURIComponent(q)}`)).body.items;

beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'admin'));
  customer = await newCustomer(client, { name: 'Müller Werke', number: 'M-1' });
});

const FILE = `Kundennummer;Standort;Ort;Gerät;Modell;Seriennummer;Gerätenummer;Stellplatz;Tags
M-1;Werk Köln;Köln;Presse 1;Schuler 400;S-100;G-1;Halle 3, Tor 2;presse, halle 3
M-1;Werk Köln;Köln;Presse 2;Schuler 400;S-101;G-2;Halle 3, Tor 4;
M-1;Werk Bonn;Bonn;Kran;Demag V;;;Hof;
`;

describe('imports of devices', () => {
  it('guess German columns, show every verdict, write nothing before the run, then make deployments and devices (S1.19, A16)', async () => {
    const uploaded = (await upload(FILE)).body;
    expect(uploaded).toMatchObject({
      kind: 'devices',
      mapping: {
        0: 'customer_number',
        1: 'deployment_name',
        2: 'city',
        3: 'device_name',
        4: 'model',
        5: 'serial',
        6: 'device_external_id',
        7: 'position',
        8: 'tags',
      },
    });
    const zoned = FILE.trimEnd()
      .split('\n')
      .map((line, index) => `${line};${index === 0 ? 'Zeitzone' : 'Europe/Berlin'}`)
      .join('\n');
    const checked = await check(zoned);
    expect(checked.counts).toEqual({ create: 3, update: 0, unchanged: 0, skip: 0 });
    expect(checked.writes).toMatchObject({ deployments: 2, devices: 3, customers: 0, contacts: 0 });
    expect(await found('presse')).toEqual([]);
    await client.post(`/imports/${checked.id}/run`);
    await until(checked.id, 'done');
    const [one] = await found('presse 1');
    expect(one).toMatchObject({
      model: 'Schuler 400',
      serial: 'S-100',
      externalId: 'G-1',
      position: 'Halle 3, Tor 2',
      tags: ['presse', 'halle 3'],
      deployment: { name: 'Werk Köln' },
      customer: { id: customer.id },
    });
    const [line] = await verdicts(checked.id);
    expect(line).toMatchObject({
      title: 'Werk Köln · Presse 1',
      verdict: 'create',
      deviceId: one?.id,
      customerId: customer.id,
    });
    const again = await run(zoned);
    expect(again.counts).toEqual({ create: 0, update: 0, unchanged: 3, skip: 0 });
    const [{ zone }] = (await rows<{ zone: string }>(
      test.db,
      `SELECT DISTINCT time_zone AS zone FROM deployments`,
    )) as [{ zone: string }];
    expect(zone).toBe('Europe/Berlin');
  });

  it('change what differs, move a device whose external id stands at another deployment, leave alone what is empty', async () => {
    const from = await newDeployment(client, customer.id, { name: 'Lager Nord', externalId: 'L-N' });
    await newDeployment(client, customer.id, { name: 'Lager Süd', externalId: 'L-S' });
    const device = await newDevice(client, from.id, {
      name: 'Stapler',
      externalId: 'F-1',
      serial: 'X1',
      notes: 'keep',
    });
    const done = await run('deployment_external_id,device_external_id,device_name,position\nL-S,F-1,Stapler 1,Rampe\n');
    expect(done.counts).toMatchObject({ update: 1 });
    expect((await client.get(`/devices/${device.id}`)).body).toMatchObject({
      name: 'Stapler 1',
      position: 'Rampe',
      serial: 'X1',
      notes: 'keep',
      deployment: { name: 'Lager Süd' },
    });
    expect((await run('device_external_id,model\nF-1,Linde E20\n')).counts).toMatchObject({ update: 1 });
    expect((await client.get(`/devices/${device.id}`)).body).toMatchObject({
      model: 'Linde E20',
      deployment: { name: 'Lager Süd' },
    });
  });

  it('skip with a reason what they cannot place', async () => {
    await newDeployment(client, (await newCustomer(client, { name: 'Other One' })).id, { name: 'Twin' });
    await newDeployment(client, (await newCustomer(client, { name: 'Other Two' })).id, { name: 'Twin' });
    const closed = await newDeployment(client, customer.id, { name: 'Closed' });
    await client.post(`/deployments/${closed.id}/deactivate`);
    const lines = [
      ['nobody', 'Site', 'A', '', 'customer.unknown'],
      ['', 'Twin', 'A', '', 'deployment.ambiguous'],
      ['', 'Nowhere', 'A', '', 'deployment.no_customer'],
      ['M-1', 'Closed', 'A', '', 'deployment.inactive'],
      ['M-1', 'Site', 'A', '', 'create'],
      ['M-1', 'Site', 'A', '', 'line.duplicate'],
      ['M-1', 'Site', 'A', 'SN-1', 'create'],
      ['M-1', 'Site', 'A', 'SN-2', 'create'],
      ['M-1', 'Site', '', 'SN-3', 'device.nameless'],
      ['M-1', '', 'A', '', 'deployment.missing'],
    ] as const;
    const text = lines.map(([number, site, name, serial]) => `${number},${site},${name},${serial}`).join('\n');
    const checked = await check(`customer number,site,device,serial\n${text}\n`);
    const seen = (await verdicts(checked.id)).map(({ verdict, reasons }) =>
      verdict === 'skip' ? reasons[0]?.code : verdict,
    );
    expect(seen).toEqual(lines.map((line) => line[4]));
    const unknown = await check('device_external_id,model\nNOPE,X\n');
    expect((await verdicts(unknown.id))[0]?.reasons).toMatchObject([{ code: 'device.unknown' }]);
    const zone = await check('customer_number,country,site,device\nM-1,US,Plant Ohio,A\nM-1,SE,Plant Lund,A\n');
    expect((await verdicts(zone.id)).map(({ verdict }) => verdict)).toEqual(['skip', 'create']);
  });

  it('are undone: what they made goes, what they changed comes back, what has a label since stays', async () => {
    const home = await newDeployment(client, customer.id, { name: 'Home', externalId: 'HOME' });
    const moved = await newDevice(client, home.id, { name: 'Mover', externalId: 'U-1' });
    const done = await run(
      'customer_number,site,time_zone,device_external_id,device\nM-1,Undone,UTC,U-1,Moved\nM-1,Undone,UTC,U-2,Made\nM-1,Kept,UTC,U-3,Labelled\n',
    );
    const [labelled] = await found('U-3');
    await insertLabel(test, labelled?.id ?? '');
    await client.post(`/imports/${done.id}/undo`);
    await until(done.id, 'undone');
    expect((await client.get(`/devices/${moved.id}`)).body).toMatchObject({
      name: 'Mover',
      deployment: { name: 'Home' },
    });
    expect([await found('U-2'), (await found('U-3')).length]).toEqual([[], 1]);
    const names = async (q: string) => (await client.get(`/deployments?q=${q}`)).body.items.map(({ name }) => name);
    expect([await names('undone'), await names('kept')]).toEqual([[], ['Kept']]);
    const kept = (await verdicts(done.id)).filter(({ reasons }) => reasons.some(({ code }) => code === 'undo.kept'));
    expect(kept.map(({ line }) => line)).toEqual([4]);
  });

  it('read back what the export wrote, unchanged (S0.15)', async () => {
    const csv = (await client.get('/exports/devices.csv')).body as unknown as string;
    expect(csv.split('\r\n')[0]).toContain('customer_number,customer_name,deployment_name');
    const checked = await check(csv);
    expect(checked.counts).toMatchObject({ create: 0, update: 0 });
    expect(checked.counts.unchanged).toBeGreaterThan(3);
  });

  it('refuse fields of the other kind of file', async () => {
    const { body } = await upload('email,device\na@x.example,b\n');
    expect((await client.put(`/imports/${body.id}/mapping`, { mapping: { 0: 'email' } })).status).toBe(422);
    const people = await client.post('/imports?fileName=p.csv', Buffer.from('device,email\na,b@x.example\n'), {
      'content-type': 'text/csv',
    });
    expect(people.body).toMatchObject({ kind: 'people' });
    expect((await client.put(`/imports/${people.body.id}/mapping`, { mapping: { 0: 'device_name' } })).status).toBe(
      422,
    );
  });

  it('take 20,000 devices in one go', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `M-1,Big ${n % 20},UTC,Machine ${n},B-${n},SN${n}`);
    const done = await run(`customer_number,site,time_zone,device,device_external_id,serial\n${lines.join('\n')}\n`);
    expect(done.counts).toMatchObject({ create: 20_000, skip: 0 });
    expect(done.writes).toMatchObject({ deployments: 20, devices: 20_000 });
  }, 120_000);

  it('know the words for columns, and the time zone of countries that have one', () => {
    const fields = (header: string) => Object.values(guessMapping(header.split(','), 'devices'));
    expect(fields('Site,Asset,Serial number,Asset ID,Type,Location')).toEqual([
      'deployment_name',
      'device_name',
      'serial',
      'device_external_id',
      'model',
    ]);
    expect(fields('Kund,Anläggning,Maskin,Serienummer,Placering,Anteckning')).toEqual([
      'customer_name',
      'deployment_name',
      'device_name',
      'serial',
      'position',
      'device_notes',
    ]);
    expect([zoneOf('SE'), zoneOf('DE'), zoneOf('US')]).toEqual(['Europe/Stockholm', 'Europe/Berlin', undefined]);
  });
});

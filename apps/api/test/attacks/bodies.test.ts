import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../app.js';
import { aCustomer, signedInContact } from '../case-people.js';
import type { Client } from '../client.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
let admin: Client;

beforeAll(async () => {
  admin = (await signedInStaff(test, 'admin')).client;
});

const PICTURE = { 'content-type': 'image/png' };
const bytes = new Uint8Array([1, 2, 3]);

describe('a body of the wrong kind', () => {
  it('is refused where JSON is expected, before anything walks over the stream (INP-1, INP-10, R12)', async () => {
    const contact = (await signedInContact(test, await aCustomer(test))).client;
    const anyone = test.client();
    const key = { ...PICTURE, 'idempotency-key': 'a-picture' };
    const answers = [
      await anyone.post('/portal/sign-in', bytes, PICTURE),
      await anyone.post('/staff/session', bytes, { 'content-type': 'text/csv' }),
      await anyone.post('/portal/activation/view', bytes, { 'content-type': 'application/pdf' }),
      await admin.post('/customers', bytes, key),
      await admin.post('/credential-sends', bytes, key),
      await contact.post('/portal/cases', bytes, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 415));
  });

  it('is refused where a file is expected (INP-10)', async () => {
    const contact = (await signedInContact(test, await aCustomer(test))).client;
    expect((await contact.post('/portal/case-files?name=a.png', {})).status).toBe(415);
    expect((await admin.post('/imports?fileName=a.csv', {})).status).toBe(415);
    expect((await admin.put('/settings/logo', {})).status).toBe(415);
  });

  it('cannot hide a key behind white space (INP-3, INP-4)', async () => {
    const json = { 'content-type': 'application/json' };
    const space = ' '.repeat(50);
    const twice = await admin.post('/customers', `{"name":"One","name"${space}:"Two"}`, json);
    const many = Array.from({ length: 1_001 }, (_, at) => `"k${at}"${space}:1`).join(',');
    expect([twice.status, (await admin.post('/customers', `{${many}}`, json)).status]).toEqual([400, 400]);
  });
});

describe('a cursor made by somebody else', () => {
  it('is a 400 even where only the database finds it wrong (INP-5, G21)', async () => {
    const contact = (await signedInContact(test, await aCustomer(test))).client;
    const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    for (const time of ['2020-01-01 00:00:00 Foo/Bar', '2020-01-01 00:00:00+99:99', '99999999-01-01', 'yesterday x']) {
      const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
      expect((await contact.get(`/portal/cases?cursor=${cursor(false, time, last)}`)).status).toBe(400);
      expect((await admin.get(`/cases?cursor=${cursor(time, last)}`)).status).toBe(400);
    }
  });
});

describe('an upload that does not end', () => {
  it('is no import for anybody, and nothing is left when it breaks off (R12, D19)', async () => {
    const { hostname, port } = new URL(test.origin);
    const socket = connect(Number(port), hostname);
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const lines = [`POST /api/v1/imports?fileName=slow.csv HTTP/1.1`, `host: ${hostname}:${port}`, `cookie: ${cookie}`];
    const more = ['x-requested-with: latchkey', 'content-type: text/csv', 'content-length: 1000', '', 'name,email\n'];
    socket.write([...lines, ...more].join('\r\n'));
    const count = async () => (await test.db.query(`SELECT count(*)::int AS n FROM imports`))[0].n as number;
    await expect.poll(count).toBe(1);

    const list = await admin.get('/imports');
    expect([list.status, list.body.items]).toEqual([200, []]);
    socket.destroy();
    await expect.poll(count).toBe(0);
  });
});

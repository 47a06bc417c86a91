import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { signedInContact } from '../../../test/case-people.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertDevice, insertLabel, insertPlace, scan, stranger, tryPin, visiting } from '../../../test/visits.js';
import { first, rows } from '../../db/sql.js';
import { SCANS_RULE } from './visit-rules.js';

const test = useApp();
const set = (sql: string, ...values: unknown[]) => rows(test.db, sql, values);

describe('a visit', () => {
  it('opens with label and PIN for one device, says only what a visitor may see, and ends (S1.1, S1.3, S1.x1, POR-6)', async () => {
    const place = await insertPlace(test);
    const client = test.client();
    expect((await scan(client, place.label)).body).toEqual({ challenge: null });
    const opened = await tryPin(client, place.label, place.pin);
    expect(opened.status).toBe(200);
    expect(opened.body).toEqual({
      device: { name: expect.stringMatching(/^Gate /), model: 'DX-40', position: 'Hall 3, gate 2', hasPhoto: false },
      deployment: { name: expect.stringMatching(/^Terminal /) },
      expiresAt: expect.any(String),
    });
    expect(Date.parse(opened.body.expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    const view = await client.get('/portal/visit');
    const SHOWN =
      'allowsNoReply askEmail askName askPhone confirmMail deployment device expiresAt language languages showsOpenCases takesPhotos texts';
    expect(Object.keys(view.body).toSorted().join(' ')).toBe(SHOWN);
    const told = JSON.stringify([opened.body, view.body]);
    for (const hidden of ['anary', place.deploymentId, place.deviceId, place.customerId, place.label.id, place.pin])
      expect(told).not.toContain(hidden);
    expect((await client.delete('/portal/visit')).status).toBe(200);
    expect((await client.get('/portal/visit')).status).toBe(401);
  });

  it('opens with the code that is typed instead of scanned, however it is typed (D5)', async () => {
    const { label, pin } = await insertPlace(test);
    const typed = `${label.code.slice(0, 5)}-${label.code.slice(5)}`.toLowerCase().replaceAll('0', 'o');
    const answer = await test.client().post('/portal/visits', { label: label.publicId, code: typed, pin });
    expect(answer.status).toBe(200);
    const other = await insertPlace(test);
    const wrong = await test.client().post('/portal/visits', { label: label.publicId, code: other.label.code, pin });
    expect(wrong.status).toBe(401);
  });

  it('goes on at another device of the deployment without the PIN, and sees only that one (D4.6, INV-7, S1.x2)', async () => {
    const place = await insertPlace(test);
    const [second, elsewhere] = [await insertDevice(test, place.deploymentId), await insertPlace(test)];
    const client = await visiting(test, place);
    const before = (await client.get('/portal/visit')).body.device.name;
    const stolen = new Map(client.cookies);
    expect((await tryPin(client, elsewhere.label)).status).toBe(401);
    const moved = await tryPin(client, second.label);
    expect(moved.status).toBe(200);
    const after = (await client.get('/portal/visit')).body.device.name;
    expect(after).toBe(moved.body.device.name);
    expect(after).not.toBe(before);
    for (const [name, value] of stolen) client.cookies.set(name, value);
    expect((await client.get('/portal/visit')).status).toBe(401);
    expect((await tryPin(test.client(), second.label)).status).toBe(401);
  });

  it('speaks the language asked for where the portal offers it, and fills gaps from the others (S1.6, S1.7, S1.8)', async () => {
    const place = await insertPlace(test);
    const texts = { sv: { welcome: 'Hej', contact: 'Ring oss' }, en: { welcome: 'Hello' } };
    await set(
      `UPDATE deployment_portals SET texts = $2, languages = '{sv,en}' WHERE deployment_id = $1`,
      place.deploymentId,
      JSON.stringify(texts),
    );
    const client = await visiting(test, place);
    const seen = async (query: string) => (await client.get(`/portal/visit${query}`)).body;
    expect(await seen('?language=en')).toMatchObject({
      language: 'en',
      texts: { welcome: 'Hello', contact: 'Ring oss' },
      languages: ['sv', 'en'],
    });
    expect(await seen('?language=de')).toMatchObject({ language: 'sv', texts: texts.sv });
    expect((await client.get('/portal/visit?language=xx')).status).toBe(400);
  });

  it('shows the first photo of the device, or says that there is none', async () => {
    const place = await insertPlace(test);
    const client = await visiting(test, place);
    expect((await client.get('/portal/visit/photo')).status).toBe(404);
    await set(
      `INSERT INTO device_files (id, device_id, kind, name, type, size, data) VALUES (gen_random_uuid(), $1, 'photo', 'x.png', 'image/png', 3, 'abc')`,
      place.deviceId,
    );
    const photo = await client.get('/portal/visit/photo');
    expect([photo.status, photo.headers.get('content-type'), photo.body]).toEqual([200, 'image/png', 'abc']);
    expect((await client.get('/portal/visit')).body.device.hasPhoto).toBe(true);
  });
});

describe('a visit ends on the next request', () => {
  const ends: [string, string, ['deployment' | 'device' | 'label' | 'customer', string]][] = [
    [
      'the portal is disabled',
      `UPDATE deployment_portals SET is_enabled = false WHERE deployment_id = $1`,
      ['deployment', 'portal_off'],
    ],
    [
      'the PIN changes at once',
      `UPDATE deployment_portals SET pin_version = 2 WHERE deployment_id = $1`,
      ['deployment', 'by_label'],
    ],
    [
      'the deployment is deactivated',
      `UPDATE deployments SET status = 'inactive' WHERE id = $1`,
      ['deployment', 'deployment_inactive'],
    ],
    [
      'the customer is deactivated',
      `UPDATE customers SET status = 'inactive' WHERE id = $1`,
      ['customer', 'customer_inactive'],
    ],
    ['the device is retired', `UPDATE devices SET status = 'retired' WHERE id = $1`, ['device', 'device_retired']],
    ['the label is revoked', `UPDATE labels SET state = 'revoked' WHERE id = $1`, ['label', 'no_label']],
    [
      'the grace of a replaced label is over',
      `UPDATE labels SET state = 'superseded', grace_until = now() WHERE id = $1`,
      ['label', 'no_label'],
    ],
    ['the label is taken off its device', `UPDATE labels SET device_id = NULL WHERE id = $1`, ['label', 'no_label']],
    [
      'its twelve hours are over',
      `UPDATE sessions SET expires_at = now() WHERE deployment_id = $1`,
      ['deployment', 'by_label'],
    ],
  ];
  it.each(ends)('when %s (POR-5, INV-8, S1.21, S1.22, S3.10)', async (_, sql, [of, told]) => {
    const place = await insertPlace(test);
    const client = await visiting(test, place);
    expect((await client.get('/portal/visit')).status).toBe(200);
    const ids = {
      deployment: place.deploymentId,
      device: place.deviceId,
      label: place.label.id,
      customer: place.customerId,
    };
    await set(sql, ids[of]);
    expect((await client.get('/portal/visit')).status).toBe(401);
    expect((await tryPin(client, place.label)).status).toBe(401);
    // What staff are told of this device is what the next phone meets.
    const staff = (await signedInStaff(test, 'viewer')).client;
    const { contactId } = await signedInContact(test, place.customerId);
    const { body } = await staff.get(`/contacts/${contactId}/rights-check?deviceId=${place.deviceId}`);
    const next = await tryPin(await stranger(test, place.label), place.label, place.pin);
    expect([body.reason, body.allowed]).toEqual([told, next.status === 200]);
  });

  it('goes on while a replaced label has grace, and while a replaced PIN has (S1.21, D5)', async () => {
    const place = await insertPlace(test);
    const client = await visiting(test, place);
    await set(
      `UPDATE labels SET state = 'superseded', grace_until = now() + interval '1 day' WHERE id = $1`,
      place.label.id,
    );
    await set(
      `UPDATE deployment_portals SET pin_version = 2, old_pin_hash = pin_hash, pin_hash = 'x', old_pin_until = now() + interval '1 day' WHERE deployment_id = $1`,
      place.deploymentId,
    );
    expect((await client.get('/portal/visit')).status).toBe(200);
    expect((await tryPin(test.client(), place.label, place.pin)).status).toBe(200);
    await set(`UPDATE deployment_portals SET old_pin_until = now() WHERE deployment_id = $1`, place.deploymentId);
    expect((await client.get('/portal/visit')).status).toBe(401);
    expect((await tryPin(client, place.label, place.pin)).status).toBe(401);
  });

  it('when its device is moved; the label then leads to the new deployment and its PIN (S1.22)', async () => {
    const [from, to] = [await insertPlace(test), await insertPlace(test, { pin: '730518' })];
    const client = await visiting(test, from);
    await set(`UPDATE devices SET deployment_id = $2 WHERE id = $1`, from.deviceId, to.deploymentId);
    expect((await client.get('/portal/visit')).status).toBe(401);
    expect((await tryPin(client, from.label, from.pin)).status).toBe(401);
    const opened = await tryPin(client, from.label, to.pin);
    const name = await first<{ name: string }>(test.db, `SELECT name FROM deployments WHERE id = $1`, [
      to.deploymentId,
    ]);
    expect(opened.body.deployment).toEqual(name);
  });
});

describe('scans', () => {
  it('count on the label, by week, with the first and the last (S1.12)', async () => {
    const { label } = await insertPlace(test);
    for (let time = 0; time < 3; time += 1) await scan(test.client(), label);
    await test.client().post('/portal/scans', { label: label.publicId, code: label.code });
    await test.client().post('/portal/scans', { label: label.publicId, secret: 'x'.repeat(22) });
    const counted = await first(
      test.db,
      `SELECT l.scans, w.scans AS week, first_scan_at < last_scan_at AS "isOrdered", late_scan_at AS late, extract(isodow FROM week) AS day
         FROM labels l JOIN label_scans w ON w.label_id = l.id WHERE l.id = $1`,
      [label.id],
    );
    expect(counted).toEqual({ scans: 4, week: 4, isOrdered: true, late: null, day: '1' });
  });

  it('of one network count within a limit; the answer stays the same (POR-1)', async () => {
    const { label } = await insertPlace(test);
    await scan(test.client(), label);
    await set(`UPDATE attempt_budgets SET used = $1 WHERE kind = 'label-scans'`, SCANS_RULE.max);
    expect((await scan(test.client(), label)).body).toEqual({ challenge: null });
    const scans = () => first(test.db, `SELECT scans FROM labels WHERE id = $1`, [label.id]);
    expect(await scans()).toEqual({ scans: 1 });
    await set(`UPDATE attempt_budgets SET next_at = now() WHERE kind = 'label-scans'`);
    await scan(test.client(), label);
    expect(await scans()).toEqual({ scans: 2 });
  });

  it('show where an old label still sticks (S1.12, D5)', async () => {
    const place = await insertPlace(test);
    await insertLabel(test, place.deviceId);
    for (const state of ['superseded', 'revoked']) {
      await set(`UPDATE labels SET state = $2, late_scan_at = NULL WHERE id = $1`, place.label.id, state);
      expect((await scan(test.client(), place.label)).body).toEqual({ challenge: null });
      expect(
        await first(test.db, `SELECT 1 FROM labels WHERE id = $1 AND late_scan_at IS NOT NULL`, [place.label.id]),
      ).toBeDefined();
    }
  });

  it('answer the same for every label, and refuse what is none', async () => {
    const { label } = await insertPlace(test);
    const sent = (body: unknown) => test.client().post('/portal/scans', body);
    const [real, unknown] = [
      await sent({ label: label.publicId, secret: label.secret }),
      await sent({ label: '0'.repeat(12), secret: label.secret }),
    ];
    expect([unknown.status, unknown.body]).toEqual([real.status, real.body]);
    for (const body of [{}, { label: label.publicId }, { label: 'x', secret: label.secret }, { ...label, pin: '1' }])
      expect((await sent(body)).status).toBe(422);
    expect((await sent({ label: label.publicId, secret: label.secret, code: label.code })).status).toBe(422);
  });
});

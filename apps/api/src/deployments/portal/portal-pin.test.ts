import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/answer.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { filled } from '../../../test/logins.js';
import { newContact } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, tryPin, visiting } from '../../../test/visits.js';
import { first, rows } from '../../db/sql.js';

const test = useApp();
let agent: Client;
let place: Place;

beforeAll(async () => {
  agent = (await signedInStaff(test, 'agent')).client;
  place = await insertPlace(test);
});

/** One that is looked for in texts: four digits at random stand in an id now and then. */
const LONG_PIN = '90473165';

const pathOf = (of: Place) => `/deployments/${of.deploymentId}/portal`;
const setPin = (of: Place, body: object = {}): Promise<Answer> => agent.put(`${pathOf(of)}/pin`, body);
const status = async (of: Place, pin: string, client = test.client()) => (await tryPin(client, of.label, pin)).status;
const endGrace = (of: Place) =>
  rows(test.db, `UPDATE deployment_portals SET old_pin_until = now() WHERE deployment_id = $1`, [of.deploymentId]);
const hourAgo = (staffId: string) =>
  rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '1 hour' WHERE staff_id = $1`, [staffId]);

describe('a new PIN', () => {
  it.each([
    ['1234', 'run'],
    ['7777', 'repeated'],
    ['1987', 'year'],
    ['2580', 'common'],
    ['0012', 'own_number'],
    ['4110', 'own_number'],
    ['4938', 'same'],
  ])('cannot be %s, and the answer says why: %s (D4.2, S1.15)', async (pin, reason) => {
    const answer = await setPin(place, { pin });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'pin.weak', reason, errors: [{ pointer: '/pin', code: `pin.weak.${reason}` }] },
    });
  });

  it('has four to eight digits, generated as long as the one before unless said otherwise (S1.3)', async () => {
    for (const body of [{ pin: '123' }, { pin: '123456789' }, { pin: '49a8' }, { length: 3 }, { graceDays: 31 }])
      expect((await setPin(place, body)).status).toBe(422);
    const of = await insertPlace(test);
    expect((await setPin(of, { length: 6 })).body).toMatchObject({
      pin: expect.stringMatching(/^\d{6}$/),
      portal: { pinLength: 6 },
    });
    expect((await setPin(of)).body.pin).toMatch(/^\d{6}$/);
    expect((await setPin(of, { pin: '7302' })).body.pin).toBe('7302');
  });

  it('works beside the old one while the grace lasts, and visits of the old one live as long (S1.21, A14)', async () => {
    const of = await insertPlace(test);
    const before = await visiting(test, of);
    const { pin, oldPinUntil, portal } = (await setPin(of, { graceDays: 7 })).body;
    expect(Date.parse(oldPinUntil) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(portal).toMatchObject({ oldPinUntil, pinVersion: 2 });
    const during = test.client();
    expect([await status(of, pin), await status(of, of.pin, during)]).toEqual([200, 200]);
    expect((await before.get('/portal/visit')).status).toBe(200);
    await endGrace(of);
    expect([await status(of, pin), await status(of, of.pin)]).toEqual([200, 401]);
    for (const client of [before, during]) expect((await client.get('/portal/visit')).status).toBe(401);
    expect((await agent.get(pathOf(of))).body.oldPinUntil).toBeNull();
  });

  it('ends the old one and its visits at once without grace (POR-5, S1.21, INV-8)', async () => {
    const of = await insertPlace(test);
    const visitor = await visiting(test, of);
    const { pin, oldPinUntil } = (await setPin(of, { graceDays: 0 })).body;
    expect(oldPinUntil).toBeNull();
    expect((await visitor.get('/portal/visit')).status).toBe(401);
    expect([await status(of, of.pin), await status(of, pin)]).toEqual([401, 200]);
  });

  it('twice within the grace leaves the last two only, and a grace of the company when nothing is said', async () => {
    const of = await insertPlace(test);
    const first = (await setPin(of)).body;
    expect(Date.parse(first.oldPinUntil) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    const second = (await setPin(of, { graceDays: 1, length: 6 })).body;
    expect([await status(of, of.pin), await status(of, first.pin), await status(of, second.pin)]).toEqual([
      401, 200, 200,
    ]);
  });

  it('changes no other deployment (S1.4)', async () => {
    const [of, other] = [await insertPlace(test), await insertPlace(test)];
    const visitor = await visiting(test, other);
    await setPin(of, { graceDays: 0 });
    expect((await visitor.get('/portal/visit')).status).toBe(200);
    expect(await status(other, other.pin)).toBe(200);
  });

  it('is of one of many at once: each is numbered, the last one stands (D12)', async () => {
    const of = await insertPlace(test);
    const answers = await Promise.all(Array.from({ length: 6 }, () => setPin(of, { graceDays: 0 })));
    const versions = answers.map(({ body }) => body.portal.pinVersion).toSorted((a, b) => a - b);
    expect(versions).toEqual([2, 3, 4, 5, 6, 7]);
    const last = answers.find(({ body }) => body.portal.pinVersion === 7)?.body.pin ?? '';
    expect(await status(of, last)).toBe(200);
  });

  it('needs a password proven just now, and is not for keys (SES-6, D15)', async () => {
    const { client, id } = await signedInStaff(test, 'agent');
    await hourAgo(id);
    expect((await client.put(`${pathOf(place)}/pin`, {})).body.code).toBe('session.reauthentication_required');
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.put(`${pathOf(place)}/pin`, {})).status).toBe(403);
  });
});

describe('the notice of a new PIN', () => {
  it('goes to the chosen contacts in their language, with the day and without the PIN (A14, INV-5)', async () => {
    const owner = (await signedInStaff(test, 'owner')).client;
    const { version } = (await owner.get('/settings')).body;
    await owner.patch(
      '/settings',
      { company: { contact: { phone: '08-12 34 56', email: '', text: '' } } },
      { 'if-match': `"${version}"` },
    );
    const of = await insertPlace(test);
    const eva = await newContact(agent, of.customerId, { email: 'eva@pin.example', language: 'sv' });
    await newContact(agent, of.customerId, { email: 'not-chosen@pin.example' });
    const pin = LONG_PIN;
    expect((await setPin(of, { pin, graceDays: 3, notifyContactIds: [eva.id, eva.id] })).status).toBe(200);
    const sent = await rows<{ id: string; to: string; language: string; text: string }>(
      test.db,
      `SELECT id, to_address AS to, language, subject || body AS text FROM notifications WHERE kind = 'deployment-pin-changed'`,
    );
    expect(sent).toMatchObject([{ to: 'eva@pin.example', language: 'sv', text: expect.stringContaining('PIN-koden') }]);
    const message = await filled(test, sent[0]?.id ?? '');
    expect(message).toMatchObject({
      values: { until: expect.stringMatching(/\d{4}/), company_contact: '08-12 34 56' },
    });
    expect(JSON.stringify([sent, message])).not.toContain(pin);
    await setPin(of);
    expect(await filled(test, sent[0]?.id ?? '')).toEqual({ cancelled: expect.any(String) });
  });

  it('goes to nobody of another customer and nobody without an address, and then nothing is changed', async () => {
    const [of, other] = [await insertPlace(test), await insertPlace(test)];
    const stranger = await newContact(agent, other.customerId, { email: 'x@other.example' });
    const mute = await newContact(agent, of.customerId, {});
    for (const id of [stranger.id, mute.id]) {
      const answer = await setPin(of, { notifyContactIds: [id] });
      expect(answer.body.errors[0]?.pointer).toBe('/notifyContactIds');
    }
    expect(await status(of, of.pin)).toBe(200);
    expect((await agent.get(pathOf(of))).body.pinVersion).toBe(1);
  });
});

describe('reading a PIN', () => {
  it('shows it to staff who may, with a record (D4.8, INV-10)', async () => {
    const of = await insertPlace(test);
    expect((await agent.post(`${pathOf(of)}/pin/reveal`)).body).toEqual({ pin: of.pin });
    const pin = LONG_PIN;
    expect((await setPin(of, { pin })).status).toBe(200);
    expect((await agent.post(`${pathOf(of)}/pin/reveal`)).body).toEqual({ pin });
    const recorded = await first(
      test.db,
      `SELECT count(*)::int AS n, bool_or(detail::text LIKE '%' || $2 || '%') AS leaks FROM audit_events WHERE deployment_id = $1 AND action LIKE 'deployment_pin.%'`,
      [of.deploymentId, pin],
    );
    expect(recorded).toEqual({ n: 3, leaks: false });
    const stored = JSON.stringify(
      await rows(test.db, `SELECT * FROM deployment_portals WHERE deployment_id = $1`, [of.deploymentId]),
    );
    expect(stored).not.toContain(`"${pin}"`);
  });

  it('asks for the password again, for the permission, and ends at 30 an hour (SES-6)', async () => {
    const { client, id } = await signedInStaff(test, 'agent');
    const answers = await Promise.all(Array.from({ length: 33 }, () => client.post(`${pathOf(place)}/pin/reveal`)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(30);
    expect(answers.find((answer) => answer.status !== 200)?.body.code).toBe('pin.reveal_limit');
    await hourAgo(id);
    expect((await client.post(`${pathOf(place)}/pin/reveal`)).body.code).toBe('session.reauthentication_required');
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post(`${pathOf(place)}/pin/reveal`)).status).toBe(403);
  });
});

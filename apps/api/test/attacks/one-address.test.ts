import { beforeAll, describe, expect, it } from 'vitest';
import { ExpiryService } from '../../src/credentials/expiry.service.js';
import { rows } from '../../src/db/sql.js';
import { startApp, testConfig, useApp } from '../app.js';
import type { Answer } from '../answer.js';
import type { Client } from '../client.js';
import { aPerson, aPhone, passwordOf, pinOf, signInWith } from '../logins.js';
import { setStaffPassword, signedInStaff } from '../staff.js';

const LIMIT = 20;
const PASSWORD = 'the way into this house';
const test = useApp({ SIGN_IN_FAILURES_PER_ADDRESS: String(LIMIT), TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;
let count = 0;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

/** A browser behind our proxy, which names the address that it sees. */
function from(address: string): Client {
  const client = test.client();
  client.headers['x-forwarded-for'] = address;
  return client;
}

/** A wrong try at an identifier that was never tried before: the budgets of people let it through. */
const guess = (client: Client, way = (count += 1)): Promise<Answer> =>
  [
    () => signInWith(client, aPhone(), '493817'),
    () => signInWith(client, `nobody${count}@nowhere.example`, 'not the password'),
    () => client.post('/staff/session', { email: `nobody${count}@nowhere.example`, password: 'not the password' }),
  ][way % 3]!();

async function statuses(tries: number, client: (index: number) => Client): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: tries }, (_, index) => guess(client(index), index)));
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}

describe('guesses at everybody from one address (D6)', () => {
  it('end at the limit of the address, PIN, password and staff together, however many at once (AUT-1)', async () => {
    expect(await statuses(3 * LIMIT, () => from('192.0.2.1'))).toEqual({ 401: LIMIT, 429: 2 * LIMIT });
    for (const way of [0, 1, 2]) {
      const answer = await guess(from('192.0.2.1'), way);
      expect(answer).toMatchObject({ status: 429, body: { code: 'sign_in.too_many' } });
      expect(answer.body.waitSeconds).toBeGreaterThan(3_500);
      expect(answer.headers.get('retry-after')).toBe(String(answer.body.waitSeconds));
      expect((await guess(from('192.0.2.2'), way)).status).toBe(401);
    }
  });

  it('are not looked at any more: the right secret of a browser nobody knows waits too, and no budget of a person is spent', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    await statuses(LIMIT, () => from('192.0.2.3'));
    expect((await signInWith(from('192.0.2.3'), person.phone, pin)).status).toBe(429);
    const spent = `SELECT b.used FROM attempt_budgets b JOIN identities i ON i.id = b.identity_id WHERE i.email = $1`;
    expect(await rows(test.db, spent, [person.email])).toEqual([]);
    expect((await signInWith(from('192.0.2.4'), person.phone, pin)).status).toBe(200);
  });

  it('keep nobody out whose browser is known, customer or staff (AUT-5)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const { email, id } = await signedInStaff(test, 'agent');
    await setStaffPassword(test, id, PASSWORD);
    const [customer, colleague] = [from('192.0.2.5'), from('192.0.2.5')];
    const again = async () => [
      (await signInWith(customer, person.phone, pin)).status,
      (await colleague.post('/staff/session', { email, password: PASSWORD })).status,
    ];
    expect(await again()).toEqual([200, 200]);
    await statuses(LIMIT, () => from('192.0.2.5'));
    expect(await again()).toEqual([200, 200]);

    const other = await aPerson(staff);
    expect((await signInWith(customer, other.phone, await pinOf(staff, other.id))).status).toBe(429);
  });

  it('count failures only: an office signs in as often as it likes', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    for (let time = 0; time < LIMIT + 5; time += 1)
      expect((await signInWith(from('192.0.2.6'), person.email, password)).status).toBe(200);
  });
});

describe('whose guesses are counted together (AUT-3)', () => {
  it('is a /64 of IPv6, and an IPv4 address in whatever form', async () => {
    const inside = (index: number) => from(`2001:db8:7:1:${index.toString(16)}:${index * 3}::${index + 1}`);
    expect(await statuses(LIMIT + 5, inside)).toEqual({ 401: LIMIT, 429: 5 });
    expect((await guess(from('2001:DB8:7:1::'))).status).toBe(429);
    expect((await guess(from('2001:db8:7:2::'))).status).toBe(401);
    const forms = ['192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207', '192.0.2.7:4711'];
    expect(await statuses(LIMIT + 5, (index) => from(forms[index % forms.length]!))).toEqual({ 401: LIMIT, 429: 5 });
    expect((await guess(from('::ffff:192.0.2.8'))).status).toBe(401);
  });

  it('cannot be made up: what a client writes itself stands left of what our proxy saw', async () => {
    expect(await statuses(LIMIT + 5, (index) => from(`198.51.100.${index}, 192.0.2.9`))).toEqual({
      401: LIMIT,
      429: 5,
    });
  });

  it('cannot be made up without a proxy of ours: the header says nothing', async () => {
    const bare = await startApp({ ...test.config, trustedProxies: [] });
    try {
      const forged = (index: number) => {
        const client = bare.client();
        client.headers['x-forwarded-for'] = `198.51.100.${index}`;
        client.headers.forwarded = `for=198.51.100.${index}`;
        client.headers['x-real-ip'] = `198.51.100.${index}`;
        return client;
      };
      expect(await statuses(LIMIT + 5, forged)).toEqual({ 401: LIMIT, 429: 5 });
    } finally {
      await bare.app.close();
    }
  });
});

describe('what is kept of an address', () => {
  it('is a keyed fingerprint, and nothing once the hour is over (D24)', async () => {
    await guess(from('203.0.113.77'));
    const kept = () => rows<{ key: string }>(test.db, `SELECT * FROM network_tries`);
    expect((await kept()).length).toBeGreaterThan(0);
    expect(JSON.stringify(await kept())).not.toContain('203.0.113');
    await test.app.get(ExpiryService).sweep();
    expect((await kept()).length).toBeGreaterThan(0);
    await rows(test.db, `UPDATE network_tries SET resets_at = now() - interval '16 minutes'`);
    await test.app.get(ExpiryService).sweep();
    expect(await kept()).toEqual([]);
    expect((await guess(from('192.0.2.1'))).status).toBe(401);
  });

  it('is counted up to 300 an hour unless configured otherwise', () => {
    expect(testConfig(test.config.database.url).signInFailuresPerAddress).toBe(300);
  });
});

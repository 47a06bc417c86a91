import { crc32, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { insertLogin, newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';

/** Reads an archive by its directory, as every unpacker does, and compares sizes and checksums. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, length, start] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const data = start + 30 + zip.readUInt16LE(start + 26);
    const content = inflateRawSync(zip.subarray(data, data + packed));
    expect([content.length, crc32(content)]).toEqual([zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 16)]);
    files.set(zip.toString('utf8', at + 46, at + 46 + length), content.toString());
    at += 46 + length;
  }
  return files;
}

describe('a copy of what is kept about a person (D24, CFG-7)', () => {
  const test = useApp();
  let client: Client;

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'admin'));
  });

  const exported = async (id: string, by = client): Promise<Map<string, string>> => {
    const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${test.origin}/api/v1/contacts/${id}/export`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    return unzip(Buffer.from(await answer.arrayBuffer()));
  };

  it('holds contact, login, sessions, cases, messages, what was sent and what is on record, as JSON and CSV', async () => {
    const eva = await aPerson(client, { firstName: 'Åsa', lastName: '=Lind' });
    const browser = (await signIn(test, eva.email, await passwordOf(client, eva.id))).client;
    await browser.post(
      '/portal/cases',
      { subject: 'Leak', description: 'Since noon.' },
      { 'idempotency-key': newId() },
    );
    const files = await exported(eva.id);
    const person = JSON.parse(files.get('person.json') ?? '');
    expect(person).toMatchObject({
      contact: [{ first_name: 'Åsa', last_name: '=Lind', email: eva.email, phones: eva.phone }],
      login: [{ email: eva.email, last_sign_in_by: 'password' }],
      sessions: [{ address: '127.0.0.1' }],
      cases: [{ subject: 'Leak', reported_or_followed: 'reported' }],
      messages: [{ text: 'Since noon.' }],
    });
    expect(person.audit.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['contact.created', 'sign_in.succeeded', 'contact.exported']),
    );
    expect([...files.keys()]).toEqual(['person.json', ...Object.keys(person).map((name) => `${name}.csv`)]);
    expect(files.get('contact.csv')).toContain(`Åsa,'=Lind,${eva.email}`);
    const recorded = await first(
      test.db,
      `SELECT 1 FROM audit_events WHERE action = 'contact.exported' AND contact_id = $1`,
      [eva.id],
    );
    expect(recorded).toBeDefined();
  });

  it('holds no secret, no staff member, and nothing of another company or person', async () => {
    const eva = await aPerson(client);
    const [pin, password] = [await pinOf(client, eva.id), await passwordOf(client, eva.id)];
    const other = await newContact(client, (await newCustomer(client, { name: 'Canary Other' })).id);
    const login = await first<{ id: string }>(test.db, `SELECT identity_id AS id FROM contacts WHERE id = $1`, [
      eva.id,
    ]);
    await rows(test.db, `UPDATE contacts SET identity_id = $1 WHERE id = $2`, [login?.id, other.id]);
    const all = [...(await exported(eva.id)).values()].join('\n');
    const hashes = await rows<{ hash: string }>(test.db, `SELECT hash FROM credentials WHERE identity_id = $1`, [
      login?.id,
    ]);
    expect(hashes).toHaveLength(2);
    for (const secret of [pin, password, 'Canary Other', 'Staff ', ...hashes.map(({ hash }) => hash)])
      expect(all).not.toContain(secret);
  });

  it('wants a fresh proof and an owner or admin (SES-6, AZN-1)', async () => {
    const contact = await newContact(client, (await newCustomer(client)).id);
    await insertLogin(test, { contactIds: [contact.id] });
    const stale = await signedInStaff(test, 'admin');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      stale.id,
    ]);
    expect((await stale.client.get(`/contacts/${contact.id}/export`)).body.code).toBe(
      'session.reauthentication_required',
    );
    expect((await (await signedInStaff(test, 'agent')).client.get(`/contacts/${contact.id}/export`)).status).toBe(403);
    expect((await client.get(`/contacts/${newId()}/export`)).status).toBe(404);
  });

  const copied = async (by: Client, secret: object): Promise<Response> =>
    fetch(`${test.origin}/api/v1/portal/own-copy`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'test',
        cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify(secret),
    });

  it('is taken by the person, of all companies they can choose and of nobody else, without what staff wrote for each other (D24, INV-7)', async () => {
    const eva = await aPerson(client, { lastName: 'Copy' });
    const password = await passwordOf(client, eva.id);
    const svea = await newCustomer(client, { name: 'Svea Copy' });
    const [also, left, colleague] = await Promise.all([
      newContact(client, svea.id, { firstName: 'Eva', lastName: 'Elsewhere' }),
      newContact(client, (await newCustomer(client, { name: 'Canary Left' })).id),
      newContact(client, svea.id, { firstName: 'Canary', lastName: 'Colleague' }),
    ]);
    await rows(
      test.db,
      `UPDATE contacts SET identity_id = (SELECT identity_id FROM contacts WHERE id = $1), is_portal_user = true, status = CASE id WHEN $3 THEN 'inactive' ELSE 'active' END WHERE id = ANY (ARRAY[$2, $3]::uuid[])`,
      [eva.id, also.id, left.id],
    );
    await client.post(`/contacts/${eva.id}/view-as`, { reason: 'Canary reason of staff' });
    const browser = (await signIn(test, eva.email, password)).client;
    const answer = await copied(browser, { currentPassword: password });
    expect(answer.status).toBe(200);
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    const all = [...files.values()].join('\n');
    expect(JSON.parse(files.get('1-person.json') ?? '').contact).toMatchObject([{ last_name: 'Copy' }]);
    expect(files.get('2-contact.csv')).toContain('Elsewhere');
    for (const foreign of ['Canary', colleague.id, password]) expect(all).not.toContain(foreign);
    expect(all).toContain('view');
    const told = await rows(
      test.db,
      `SELECT data ->> 'notice' AS notice FROM notifications WHERE kind = 'security-notice' AND to_address = $1 ORDER BY id DESC LIMIT 1`,
      [eva.email],
    );
    expect(told).toEqual([{ notice: 'own_data_copied' }]);
    const recorded = await rows(
      test.db,
      `SELECT actor_kind AS by FROM audit_events WHERE action = 'contact.exported' AND contact_id = ANY ($1)`,
      [[eva.id, also.id]],
    );
    expect(recorded).toEqual([{ by: 'contact' }, { by: 'contact' }]);
    expect((await browser.get('/portal/privacy')).body).toEqual({
      messageDays: 30,
      reporterMonths: 24,
      auditMonths: 24,
    });
  });

  it('wants the own secret once more, out of the budget of a sign-in, and is taken five times a day (D24, SES-6, AUT-6)', async () => {
    const eva = await aPerson(client);
    const pin = await pinOf(client, eva.id);
    const browser = (await signIn(test, eva.phone, pin)).client;
    const refused = async (secret: object) => (await browser.post('/portal/own-copy', secret)).body.code;
    expect(await refused({})).toBe('pin.wrong');
    expect(await refused({ currentPin: '0' })).toBe('pin.wrong');
    expect(await refused({ currentPassword: 'not this one' })).toBe('pin.wrong');
    const tries = await first(
      test.db,
      `SELECT used FROM attempt_budgets WHERE kind = 'pin' AND identity_id = (SELECT identity_id FROM contacts WHERE id = $1)`,
      [eva.id],
    );
    expect(tries).toEqual({ used: 1 });
    for (let n = 0; n < 5; n += 1) expect((await copied(browser, { currentPin: pin })).status).toBe(200);
    expect((await copied(browser, { currentPin: pin })).status).toBe(429);
    expect((await test.client().post('/portal/own-copy', { currentPin: pin })).status).toBe(401);
  });
});

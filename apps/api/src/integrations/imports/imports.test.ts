import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';
import { ImportsWorker } from './imports.worker.js';

const test = useApp({ ROLE: 'all' });

async function upload(client: Client, text: string | Uint8Array, fileName = 'customers.csv') {
  const body = typeof text === 'string' ? Buffer.from(text) : text;
  return client.post(`/imports?fileName=${encodeURIComponent(fileName)}`, body, { 'content-type': 'text/csv' });
}

async function until(client: Client, id: string, state: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await client.get(`/imports/${id}`);
    if (body.state === state) return body;
    if (body.state === 'failed') throw new Error(body.error);
    await sleep(100);
  }
  throw new Error(`The import did not become ${state}`);
}

async function check(client: Client, text: string | Uint8Array) {
  const { body } = await upload(client, text);
  await client.put(`/imports/${body.id}/mapping`, { mapping: body.mapping });
  return until(client, body.id, 'checked');
}

async function run(client: Client, text: string | Uint8Array) {
  const { id } = await check(client, text);
  await client.post(`/imports/${id}/run`);
  return until(client, id, 'done');
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is really held, garbage taken away first. */
function keptMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}

const FILE = `Kundennummer;Firma;Ort;Vorname;Nachname;E-Mail;Handy;Kennwort
700;Müller GmbH;Köln;Anna;Groß;anna@mueller.example;0170 1234567;geheim
700;Müller GmbH;Köln;Bernd;Klein;bernd@mueller.example;;
701;Weiß & Söhne;Bonn;;;info@weiss.example;;
702;Ohne Leute;Ulm;;;;;
`;

describe('imports (S0.15, A16)', () => {
  it('guesses columns from a German header, shows every verdict, writes nothing before the run, then does the same', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const uploaded = await upload(client, FILE);
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({ encoding: 'utf-8', delimiter: ';', secretColumns: [7] });
    expect(Object.values(uploaded.body.mapping)).toEqual([
      'customer_number',
      'customer_name',
      'city',
      'first_name',
      'last_name',
      'email',
      'mobile',
    ]);
    await client.put(`/imports/${uploaded.body.id}/mapping`, { mapping: uploaded.body.mapping });
    const checked = await until(client, uploaded.body.id, 'checked');
    expect(checked.counts).toEqual({ create: 4, update: 0, unchanged: 0, skip: 0 });
    expect(checked.writes).toMatchObject({ customers: 3, contacts: 3 });
    expect(await first(test.db, `SELECT 1 FROM customers WHERE number = '700'`)).toBeUndefined();
    await client.post(`/imports/${checked.id}/run`);
    expect(await until(client, checked.id, 'done')).toMatchObject({ counts: checked.counts, writes: checked.writes });
    const people = await rows(
      test.db,
      `SELECT k.first_name, k.email FROM contacts k JOIN customers c ON c.id = k.customer_id WHERE c.number IN ('700', '701') ORDER BY k.email`,
    );
    expect(people).toEqual([
      { first_name: 'Anna', email: 'anna@mueller.example' },
      { first_name: 'Bernd', email: 'bernd@mueller.example' },
      { first_name: null, email: 'info@weiss.example' },
    ]);
    const result = await client.get(`/imports/${checked.id}/result.csv`);
    expect(result.body).toContain('create');
  });

  it('finds everything unchanged when the same file comes again', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const again = await check(client, FILE);
    expect(again.counts).toEqual({ create: 0, update: 0, unchanged: 4, skip: 0 });
    expect(again.writes).toMatchObject({ customers: 0, contacts: 0 });
  });

  it('never alters a credential, whatever the file says (INV-1, S3.7)', async () => {
    const { client } = await signedInStaff(test, 'admin');
    await run(client, 'Kundennummer;Firma;Vorname;Nachname;E-Mail\n710;Login GmbH;Lena;Alt;lena@login.example\n');
    const identityId = newId();
    await rows(
      test.db,
      `INSERT INTO identities (id, email, email_key) VALUES ($1, 'lena@login.example', 'lena@login.example')`,
      [identityId],
    );
    await rows(test.db, `UPDATE contacts SET identity_id = $1 WHERE email_key = 'lena@login.example'`, [identityId]);
    await rows(
      test.db,
      `INSERT INTO credentials (id, identity_id, kind, state, hash, set_by) VALUES ($1, $2, 'password', 'active', 'unchanged-hash', 'contact')`,
      [newId(), identityId],
    );
    const secrets = () =>
      rows(test.db, `SELECT s.*, i.* FROM credentials s JOIN identities i ON i.id = s.identity_id WHERE i.id = $1`, [
        identityId,
      ]);
    const before = await secrets();
    const done = await run(
      client,
      'Firma;Kundennummer;Vorname;Nachname;E-Mail;Passwort\nLogin GmbH;710;Lena;Neu;lena@login.example;\nNeue Firma;711;Lena;Neu;lena@login.example;boese\n',
    );
    expect(done.counts).toMatchObject({ create: 1, update: 1 });
    expect(before).toHaveLength(1);
    expect(await secrets()).toEqual(before);
    expect(await rows(test.db, `SELECT 1 FROM contacts WHERE identity_id = $1`, [identityId])).toHaveLength(1);
    expect(await rows(test.db, `SELECT 1 FROM contacts WHERE asked_identity_id = $1`, [identityId])).toHaveLength(1);
  });

  it('reads national numbers with the country of the line', async () => {
    const { client } = await signedInStaff(test, 'admin');
    await run(
      client,
      'company;country;first name;email;mobile\nKöln AG;de;Uwe;uwe@koeln.example;0171 2345678\nLund AB;;Ulf;ulf@lund.example;070 234 56 78\n',
    );
    const phones = await rows<{ e164: string }>(
      test.db,
      `SELECT e164 FROM contact_phones WHERE contact_id IN (SELECT id FROM contacts WHERE email_key IN ('uwe@koeln.example', 'ulf@lund.example')) ORDER BY 1`,
    );
    expect(phones.map(({ e164 }) => e164)).toEqual(['+46702345678', '+491712345678']);
  });

  it('names the reason of each line it skips and keeps the others', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const checked = await check(
      client,
      'customer number,company,first name,email,phone\n,,Ghost,ghost@x.example,\n9999,,Nobody,nobody@x.example,\n800,Eight Ltd,Ed,not-an-address,\n800,Eight Ltd,Ann,ann@eight.example,123\n800,Eight Ltd,Ann,ann@eight.example,\n',
    );
    expect(checked.counts).toEqual({ create: 2, update: 0, unchanged: 0, skip: 3 });
    const { items } = (await client.get(`/imports/${checked.id}/rows`)).body;
    expect(items.map((row: { reasons: { code: string }[] }) => row.reasons.map((reason) => reason.code))).toEqual([
      ['contact.no_customer'],
      ['customer.unknown'],
      ['email.invalid'],
      ['phone.invalid'],
      ['line.duplicate'],
    ]);
    expect((await client.get(`/imports/${checked.id}/rows?verdict=skip`)).body.items).toHaveLength(3);
  });

  it.each([
    {
      what: 'UTF-8 with a byte order mark',
      file: Buffer.from('\uFEFFcompany,email\n"Åäö, AB",a1@x.example\n'),
      encoding: 'utf-8',
      company: 'Åäö, AB',
    },
    {
      what: 'Windows-1252',
      file: Buffer.from('company;email\n\xc5\xe4\xf6 AB\x80;a2@x.example\n', 'latin1'),
      encoding: 'windows-1252',
      company: 'Åäö AB€',
    },
    {
      what: 'tabs and quotes',
      file: Buffer.from('company\temail\n"Say ""hi"" Ltd"\ta3@x.example\n'),
      encoding: 'utf-8',
      company: 'Say "hi" Ltd',
    },
    {
      what: 'a quoted line break',
      file: Buffer.from('company,email\r\n"Two\nlines",a4@x.example\r\n'),
      encoding: 'utf-8',
      company: 'Two\nlines',
    },
  ])('reads $what', async ({ file, encoding, company }) => {
    const { client } = await signedInStaff(test, 'admin');
    const done = await run(client, file);
    expect(done).toMatchObject({ encoding, counts: { create: 1 } });
    expect(await first(test.db, `SELECT name FROM customers WHERE name = $1`, [company])).toEqual({ name: company });
  });

  it('is undone within a day: what it made goes, what it changed comes back, what was worked on since stays', async () => {
    const { client } = await signedInStaff(test, 'admin');
    await run(client, 'customer number,company,city,email\n900,Old Name,Lund,old@x.example\n');
    const second = await run(
      client,
      'customer number,company,city,email\n900,New Name,Lund,new@x.example\n901,Made Ltd,Ystad,made@x.example\n902,Kept Ltd,Ystad,kept@x.example\n',
    );
    await rows(test.db, `UPDATE contacts SET version = 2 WHERE email_key = 'kept@x.example'`);
    expect((await client.post(`/imports/${second.id}/undo`)).status).toBe(202);
    await until(client, second.id, 'undone');
    const names = await rows<{ name: string }>(
      test.db,
      `SELECT name FROM customers WHERE number IN ('900', '901', '902') ORDER BY number`,
    );
    expect(names.map(({ name }) => name)).toEqual(['Old Name', 'Kept Ltd']);
    expect(await first(test.db, `SELECT 1 FROM contacts WHERE email_key = 'new@x.example'`)).toBeUndefined();
    expect((await client.post(`/imports/${second.id}/undo`)).body.code).toBe('import.wrong_state');
  });

  it('refuses what is no CSV, a run before the check, a second field for one column, and a role without the permission', async () => {
    const { client } = await signedInStaff(test, 'admin');
    expect((await upload(client, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]))).body.code).toBe('import.unreadable');
    expect((await client.post('/imports?fileName=x.csv', { a: 1 })).status).toBe(415);
    const { body } = await upload(client, FILE);
    expect((await client.post(`/imports/${body.id}/run`)).body.code).toBe('import.wrong_state');
    expect((await client.put(`/imports/${body.id}/mapping`, { mapping: { 0: 'email', 1: 'email' } })).status).toBe(422);
    const agent = await signedInStaff(test, 'agent');
    expect((await upload(agent.client, FILE)).status).toBe(403);
    expect((await test.client().get(`/imports/${body.id}`)).status).toBe(401);
  });

  it('takes 100,000 lines in one go without memory growing with them', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const lines = Array.from(
      { length: 100_000 },
      (_, n) => `B${Math.floor(n / 2)},Big ${Math.floor(n / 2)},First${n},Last${n},person${n}@big.example`,
    );
    const { body } = await upload(client, `customer number,company,first name,last name,email\n${lines.join('\n')}\n`);
    const before = keptMegabytes();
    let most = 0;
    await client.put(`/imports/${body.id}/mapping`, { mapping: body.mapping });
    for (let tries = 0; (await client.get(`/imports/${body.id}`)).body.state !== 'checked'; tries += 1) {
      if (tries > 200) throw new Error('The dry run did not end');
      await sleep(1_500);
      most = Math.max(most, keptMegabytes() - before);
    }
    expect((await client.get(`/imports/${body.id}`)).body.counts.create).toBe(100_000);
    // What is kept of a line are its keys, a few hundred bytes; the lines themselves as objects would be several hundred megabytes.
    expect(most).toBeLessThan(120);
  }, 180_000);

  it('deletes what is left of an upload whose process died, with its pieces, and nothing that arrived', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const { id: arrived } = (await upload(client, FILE)).body;
    const [broken, arriving] = [newId(), newId()];
    for (const id of [broken, arriving]) {
      await rows(test.db, `INSERT INTO imports (id, file_name) VALUES ($1, 'half.csv')`, [id]);
      await rows(test.db, `INSERT INTO import_chunks (import_id, position, data) VALUES ($1, 0, 'half')`, [id]);
    }
    await rows(test.db, `UPDATE imports SET created_at = now() - interval '61 minutes' WHERE id = ANY ($1)`, [
      [broken, arrived],
    ]);
    expect(await test.app.get(ImportsWorker).sweep()).toBe(1);
    const left = await rows(test.db, `SELECT import_id AS id FROM import_chunks WHERE import_id = ANY ($1)`, [
      [broken, arriving, arrived],
    ]);
    expect(left).toHaveLength(2);
    expect(left).not.toContainEqual({ id: broken });
  });
});

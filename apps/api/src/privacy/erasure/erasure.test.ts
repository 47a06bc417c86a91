import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, signIn } from '../../../test/logins.js';
import { insertCase, insertLogin, isOpen, newContact, newCustomer, openSession } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';

const folder = mkdtempSync(join(tmpdir(), 'erasures-'));
const journal = join(folder, 'kept', 'erasures.jsonl');

describe('erasing a person (A17, D24, CFG-7)', () => {
  const test = useApp({ ERASURE_JOURNAL: journal });
  let client: Client;

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'admin'));
    await rows(test.db, `UPDATE rights_profiles SET rights = rights || '{colleague:manage}' WHERE is_default`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const journalLines = (): { contactId: string; identityId: string | null; takenBack?: true }[] =>
    readFileSync(journal, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const tables = async () =>
    (
      await rows<{ name: string }>(
        test.db,
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations') ORDER BY 1`,
      )
    ).map(({ name }) => name);
  /** Tables in which a text stands anywhere. */
  async function placesOf(text: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of await tables()) {
      const hit = await first(test.db, `SELECT 1 FROM ${table} t WHERE t::text ILIKE $1 LIMIT 1`, [`%${text}%`]);
      if (hit) found.push(table);
    }
    return found;
  }

  /** Eva with a login, a session, a case with messages, an import line, mail that waits, and lines in the audit that name her. */
  async function evaEverywhere(mark: string) {
    const person = await aPerson(client, {
      firstName: `Eva${mark}`,
      lastName: 'Canary',
      email: `eva.${mark}@canary.example`,
    });
    const password = await passwordOf(client, person.id);
    const { client: browser } = await signIn(test, `eva.${mark}@canary.example`, password);
    const made = await browser.post(
      '/portal/cases',
      { subject: `Leak at Eva${mark}`, description: `I am Eva${mark}` },
      { 'idempotency-key': newId() },
    );
    expect(made.status).toBe(201);
    const colleague = { firstName: 'Mia', lastName: 'Ek', email: `mia.${mark}@nordic.example` };
    expect((await browser.post('/portal/colleagues', colleague)).status).toBe(201);
    const contact = (await client.get(`/contacts/${person.id}`)).body;
    await client.patch(`/contacts/${person.id}`, { firstName: `Ewa${mark}` }, { 'if-match': `"${contact.version}"` });
    await client.post('/credential-sends', {
      contactIds: [person.id],
      draft: { subject: `For Ewa${mark}`, body: `Hello Ewa${mark}: {{activation_link}}` },
    });
    await rows(
      test.db,
      `INSERT INTO case_follows (id, case_id, token_hash, is_reporter, name, email, phone, expires_at)
       VALUES ($1, $2, gen_random_uuid()::text, false, $3, $4, $5, now() + interval '1 day')`,
      [newId(), made.body.id, `Eva${mark} at home`, `Eva.${mark}@canary.example`, person.phone],
    );
    await rows(
      test.db,
      `INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', 'no such mailbox')`,
      [`eva.${mark}@canary.example`],
    );
    for (const trace of [`eva.${mark}@canary.example`, person.phone.replace('+46', '0').replace(/(\d{3})/g, '$1 ')])
      await rows(test.db, `INSERT INTO help_answers VALUES (gen_random_uuid(), 'help', false, $1, CURRENT_DATE)`, [
        `Write to Ana or ${trace}`,
      ]);
    await client.post('/access-run-files?fileName=people.csv', Buffer.from(`email\neva.${mark}@canary.example\n`), {
      'content-type': 'text/csv',
    });
    return { ...person, browser, caseId: String(made.body.id) };
  }

  it('shows first what it would do, and changes nothing by that', async () => {
    const eva = await evaEverywhere('first');
    const before = await placesOf('evafirst');
    expect((await client.get(`/contacts/${eva.id}/erase`)).body).toMatchObject({
      name: 'Ewafirst Canary',
      login: { hasSecret: true, alsoAt: [] },
      sessions: 1,
      cases: 1,
      openCases: 1,
      caseMessages: 1,
      hasJournal: true,
    });
    expect(await placesOf('evafirst')).toEqual(before);
  });

  it('leaves name, address and phone nowhere in the database; the case stays, and the audit keeps ids and its chain', async () => {
    const eva = await evaEverywhere('gone');
    expect(await placesOf('evagone')).toContain('audit_events');
    const answer = await client.post(`/contacts/${eva.id}/erase`, { texts: true });
    expect(answer.body).toMatchObject({ cases: 1, loginEnded: true });
    for (const trace of ['evagone', 'ewagone', 'eva.gone', eva.phone.slice(3)])
      expect(await placesOf(trace)).toEqual([]);
    const shown = (await client.get(`/cases/${eva.caseId}`)).body;
    expect(shown).toMatchObject({ subject: '(erased)', reporterName: 'Erased person' });
    expect((await eva.browser.get('/portal/session')).status).toBe(401);
    const lines = await rows<{ action: string; detail: object }>(
      test.db,
      `SELECT action, detail FROM audit_events WHERE contact_id = $1 ORDER BY id`,
      [eva.id],
    );
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['contact.created', 'contact.changed']));
    expect(lines.at(-1)).toMatchObject({ action: 'contact.erased', detail: { texts: true } });
    expect(lines.find(({ action }) => action === 'contact.changed')?.detail).toEqual({ fields: ['firstName'] });
    expect((await client.post('/audit-chain/check')).body).toMatchObject({ broken: null });
  });

  it('keeps what they wrote when that is asked for, without the name beside it', async () => {
    const eva = await evaEverywhere('kept');
    await client.post(`/contacts/${eva.id}/erase`, { texts: false });
    const shown = (await client.get(`/cases/${eva.caseId}`)).body;
    expect(shown).toMatchObject({ subject: 'Leak at Evakept', reporterName: 'Erased person' });
    const messages = `SELECT body, author_name AS author FROM case_messages WHERE case_id = $1`;
    expect(await rows(test.db, messages, [eva.caseId])).toEqual([{ body: 'I am Evakept', author: 'Erased person' }]);
    expect(await placesOf('eva.kept')).toEqual([]);
  });

  it('leaves the login and what belongs to the other company alone (INV-1)', async () => {
    const [here, there] = [await newCustomer(client), await newCustomer(client, { name: 'Svea' })];
    const [eva, also] = [await newContact(client, here.id), await newContact(client, there.id)];
    const login = await insertLogin(test, {
      email: 'both@canary.example',
      contactIds: [eva.id, also.id],
      secrets: ['pin'],
    });
    const [session, other] = [await openSession(test, login, eva.id), await openSession(test, login, also.id)];
    expect((await client.get(`/contacts/${eva.id}/erase`)).body.login).toMatchObject({
      alsoAt: [{ customerName: 'Svea' }],
    });
    expect((await client.post(`/contacts/${eva.id}/erase`, { texts: true })).body).toMatchObject({ loginEnded: false });
    expect([await isOpen(test, session), await isOpen(test, other)]).toEqual([false, true]);
    expect(await rows(test.db, `SELECT 1 FROM credentials WHERE identity_id = $1`, [login])).toHaveLength(1);
    expect((await client.get(`/contacts/${also.id}`)).body).toMatchObject({ hasLogin: true, firstName: 'Eva' });
  });

  it('wants a fresh proof and an owner or admin, and knows only whom there is (SES-6, AZN-1)', async () => {
    const { id } = await newContact(client, (await newCustomer(client)).id);
    const agent = await signedInStaff(test, 'agent');
    expect((await agent.client.get(`/contacts/${id}/erase`)).status).toBe(403);
    expect((await agent.client.post(`/contacts/${id}/erase`, { texts: true })).status).toBe(403);
    const stale = await signedInStaff(test, 'owner');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      stale.id,
    ]);
    const asked = await stale.client.post(`/contacts/${id}/erase`, { texts: true });
    expect(asked.body.code).toBe('session.reauthentication_required');
    expect((await client.post(`/contacts/${newId()}/erase`, { texts: true })).status).toBe(404);
    expect((await client.post(`/contacts/${id}/erase`, {})).status).toBe(422);
    expect((await client.get(`/contacts/${id}`)).body.allowedActions).toContain('erase');
    expect((await agent.client.get(`/contacts/${id}`)).body.allowedActions).not.toContain('erase');
  });

  describe('the journal', () => {
    it('holds ids only, and takes back what was not committed', async () => {
      const eva = await evaEverywhere('journal');
      await client.post(`/contacts/${eva.id}/erase`, { texts: true });
      expect(journalLines().at(-1)).toMatchObject({ contactId: eva.id, texts: true });
      expect(readFileSync(journal, 'utf8')).not.toMatch(/canary|eva/i);
      const kept = await newContact(client, (await newCustomer(client)).id);
      await rows(
        test.db,
        `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
      );
      await rows(
        test.db,
        `CREATE CONSTRAINT TRIGGER fail AFTER DELETE ON contacts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()`,
      );
      expect((await client.post(`/contacts/${kept.id}/erase`, { texts: true })).status).toBe(500);
      await rows(test.db, `DROP TRIGGER fail ON contacts`);
      expect(journalLines().at(-1)).toMatchObject({ contactId: kept.id, takenBack: true });
      await (await startApp(test.config)).app.close();
      expect((await client.get(`/contacts/${kept.id}`)).status).toBe(200);
    });

    it('keeps erased people erased when an older backup is restored: gone before the process is ready (R21)', async () => {
      const eva = await evaEverywhere('back');
      const backup: [string, unknown][] = [];
      for (const table of await tables())
        backup.push([table, await rows(test.db, `SELECT to_jsonb(t) AS row FROM ${table} t`)]);
      await client.post(`/contacts/${eva.id}/erase`, { texts: true });
      expect(await placesOf('evaback')).toEqual([]);
      await transaction(test.db, async (tx) => {
        await rows(tx, 'SET LOCAL session_replication_role = replica');
        for (const [table, stored] of backup) {
          await rows(tx, `DELETE FROM ${table}`);
          const put = `INSERT INTO ${table} SELECT r.* FROM jsonb_array_elements($1::jsonb) x, jsonb_populate_record(NULL::${table}, x -> 'row') r`;
          await rows(tx, put, [JSON.stringify(stored)]);
        }
      });
      expect(await placesOf('eva.back')).toContain('contacts');
      // A line that was cut off by a crash is no erasure and stops nothing.
      writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"contactId":"01`);
      const again = await startApp(test.config);
      expect((await again.client().get('/health/ready')).status).toBe(200);
      for (const trace of ['evaback', 'ewaback', 'eva.back']) expect(await placesOf(trace)).toEqual([]);
      expect(await rows(test.db, `SELECT 1 FROM credentials`)).not.toEqual([]);
      await again.app.close();
    });
  });
});

describe('without a place for the journal', () => {
  const test = useApp();

  it('refuses to erase rather than to forget who was erased', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const { id: customerId } = await newCustomer(client);
    const { id } = await newContact(client, customerId);
    await insertCase(test, customerId, id);
    expect((await client.get(`/contacts/${id}/erase`)).body.hasJournal).toBe(false);
    expect((await client.post(`/contacts/${id}/erase`, { texts: true })).body.code).toBe('erasure.no_journal');
    expect((await client.get(`/contacts/${id}`)).status).toBe(200);
  });
});

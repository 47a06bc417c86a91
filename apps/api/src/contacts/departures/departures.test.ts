import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { insertCase, insertLogin, isOpen, newContact, newCustomer, openSession } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';

describe('contacts that go', () => {
  const test = useApp();
  let client: Client;
  let nordic: { id: string };
  let svea: { id: string };

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'agent'));
    nordic = await newCustomer(client, { name: 'Nordic AB' });
    svea = await newCustomer(client, { name: 'Svea Bygg' });
  });

  const secretsOf = (login: string) =>
    rows(test.db, `SELECT id, kind, state, hash, set_at FROM credentials WHERE identity_id = $1 ORDER BY id`, [login]);
  const caseRow = (id: string) =>
    first(
      test.db,
      `SELECT customer_id AS customer, contact_id AS contact, reporter_name AS name FROM cases WHERE id = $1`,
      [id],
    );

  describe('deletion', () => {
    it('says first that the login ends with its secrets, then ends it; the case keeps the name', async () => {
      const eva = await newContact(client, nordic.id, { lastName: 'Lind' });
      const login = await insertLogin(test, { email: 'eva@gone.example', contactIds: [eva.id], secrets: ['password'] });
      const session = await openSession(test, login, eva.id);
      const caseId = await insertCase(test, nordic.id, eva.id);
      expect((await client.get(`/contacts/${eva.id}/deletion`)).body).toEqual({
        login: { contactId: eva.id, name: 'Eva Lind', loginIds: ['eva@gone.example'], hasSecret: true, alsoAt: [] },
        cases: 1,
        sessions: 1,
      });
      expect((await client.delete(`/contacts/${eva.id}`)).body).toEqual({ done: true });
      expect(await caseRow(caseId)).toEqual({ customer: nordic.id, contact: null, name: 'Eva Lind' });
      expect(await isOpen(test, session)).toBe(false);
      expect(await secretsOf(login)).toEqual([]);
      expect((await client.delete(`/contacts/${eva.id}`)).status).toBe(404);
    });

    it('keeps the login and its secrets when the person is at another company (INV-1)', async () => {
      const here = await newContact(client, nordic.id);
      const there = await newContact(client, svea.id);
      const login = await insertLogin(test, { contactIds: [here.id, there.id], secrets: ['password', 'pin'] });
      const before = await secretsOf(login);
      expect((await client.get(`/contacts/${here.id}/deletion`)).body.login).toMatchObject({
        alsoAt: [{ customerId: svea.id, customerName: 'Svea Bygg' }],
      });
      await client.delete(`/contacts/${here.id}`);
      expect(await secretsOf(login)).toEqual(before);
      expect((await client.get(`/contacts/${there.id}`)).body).toMatchObject({ hasLogin: true, alsoAt: [] });
    });
  });

  describe('move', () => {
    it('takes the login along, leaves the case with the name, and ends sessions of that contact only', async () => {
      const eva = await newContact(client, nordic.id);
      const third = await newCustomer(client);
      const elsewhere = await newContact(client, third.id);
      const login = await insertLogin(test, { contactIds: [eva.id, elsewhere.id], secrets: ['pin'] });
      const before = await secretsOf(login);
      const [session, other] = [await openSession(test, login, eva.id), await openSession(test, login, elsewhere.id)];
      const caseId = await insertCase(test, nordic.id, eva.id);
      const moved = await client.post(`/contacts/${eva.id}/move`, { customerId: svea.id });
      expect(moved.body).toMatchObject({
        id: eva.id,
        customer: { id: svea.id },
        hasLogin: true,
        version: eva.version + 1,
      });
      expect(await caseRow(caseId)).toEqual({ customer: nordic.id, contact: null, name: 'Eva' });
      expect([await isOpen(test, session), await isOpen(test, other)]).toEqual([false, true]);
      expect(await secretsOf(login)).toEqual(before);
      expect((await client.get(`/customers/${nordic.id}/activity?limit=1`)).body.items).toMatchObject([
        { action: 'contact.moved', detail: { to: 'Svea Bygg' } },
      ]);
    });

    it('refuses a customer where the person is already, and one that does not exist', async () => {
      const here = await newContact(client, nordic.id);
      const there = await newContact(client, svea.id);
      await insertLogin(test, { contactIds: [here.id, there.id] });
      expect((await client.post(`/contacts/${here.id}/move`, { customerId: svea.id })).body.code).toBe(
        'contact.same_person',
      );
      expect((await client.post(`/contacts/${here.id}/move`, { customerId: newId() })).status).toBe(404);
      expect((await client.post(`/contacts/${here.id}/move`, {})).status).toBe(422);
      expect((await client.post(`/contacts/${here.id}/move`, { customerId: nordic.id })).body.version).toBe(
        here.version,
      );
    });
  });

  describe('merge', () => {
    const merge = (from: string, into: string, take: string[] = []) =>
      client.post(`/contacts/${from}/merge`, { into, take });
    const preview = async (from: string, into: string) =>
      (await client.get(`/contacts/${from}/merge-preview?into=${into}`)).body;

    it('shows which values stay, joins the phones, and hands cases and messages over', async () => {
      const from = await newContact(client, nordic.id, {
        lastName: 'Old',
        email: 'old@x.example',
        language: 'sv',
        externalId: 'm-1',
        phones: [{ number: '0701000001' }, { number: '0701000002' }],
      });
      const into = await newContact(client, nordic.id, { firstName: 'Ewa', phones: [{ number: '0701000002' }] });
      const caseId = await insertCase(test, nordic.id, from.id);
      const shown = await preview(from.id, into.id);
      expect(shown).toMatchObject({
        from: { name: 'Eva Old' },
        into: { name: 'Ewa' },
        login: { kept: 'none', other: 'none' },
        droppedPhones: [],
        cases: 1,
      });
      expect(shown.values).toContainEqual({ field: 'firstName', into: 'Ewa', from: 'Eva', result: 'Ewa' });
      const merged = await merge(from.id, into.id, ['firstName']);
      expect(merged.status).toBe(200);
      expect(merged.body).toMatchObject({
        id: into.id,
        name: 'Eva Old',
        email: 'old@x.example',
        language: 'sv',
        externalId: 'm-1',
        phones: [{ e164: '+46701000002' }, { e164: '+46701000001' }],
      });
      expect(await caseRow(caseId)).toMatchObject({ contact: into.id });
      expect((await client.get(`/contacts/${from.id}`)).status).toBe(404);
    });

    it('keeps the one login there is, secrets untouched, whichever contact has it (INV-1)', async () => {
      for (const owner of ['from', 'into'] as const) {
        const pair = { from: await newContact(client, nordic.id), into: await newContact(client, nordic.id) };
        const login = await insertLogin(test, { contactIds: [pair[owner].id], secrets: ['password', 'pin'] });
        const before = await secretsOf(login);
        expect((await preview(pair.from.id, pair.into.id)).login).toMatchObject({
          kept: owner,
          keptHasSecret: true,
          other: 'none',
        });
        expect((await merge(pair.from.id, pair.into.id)).body).toMatchObject({ id: pair.into.id, hasLogin: true });
        expect(await secretsOf(login)).toEqual(before);
      }
    });

    it.each([
      { name: 'the one with a secret, of the contact that goes', from: ['pin'], into: [], kept: 'from' },
      {
        name: 'the one of the contact that stays, when both have secrets',
        from: ['pin'],
        into: ['password'],
        kept: 'into',
      },
    ] as const)('of two logins keeps $name, and says so (INV-1)', async ({ from, into, kept }) => {
      const pair = { from: await newContact(client, nordic.id), into: await newContact(client, nordic.id) };
      const logins = {
        from: await insertLogin(test, { contactIds: [pair.from.id], secrets: [...from] }),
        into: await insertLogin(test, { contactIds: [pair.into.id], secrets: [...into] }),
      };
      const before = await secretsOf(logins[kept]);
      const lost = kept === 'from' ? 'into' : 'from';
      const stays = await openSession(test, logins[kept], pair[kept].id);
      const ends = await openSession(test, logins[lost], pair[lost].id);
      expect(await preview(pair.from.id, pair.into.id)).toMatchObject({
        login: { kept, other: 'deleted' },
        sessions: 1,
      });
      await merge(pair.from.id, pair.into.id);
      expect([await isOpen(test, stays), await isOpen(test, ends)]).toEqual([true, false]);
      expect(await first(test.db, `SELECT identity_id AS id FROM contacts WHERE id = $1`, [pair.into.id])).toEqual({
        id: logins[kept],
      });
      expect(await secretsOf(logins[kept])).toEqual(before);
      expect(await rows(test.db, `SELECT 1 FROM identities WHERE id = $1`, [logins[lost]])).toEqual([]);
    });

    it('leaves the other login alone when it has another company (INV-1)', async () => {
      const pair = { from: await newContact(client, nordic.id), into: await newContact(client, nordic.id) };
      const elsewhere = await newContact(client, svea.id);
      const other = await insertLogin(test, { contactIds: [pair.from.id, elsewhere.id], secrets: ['pin'] });
      await insertLogin(test, { contactIds: [pair.into.id], secrets: ['password'] });
      const before = await secretsOf(other);
      const [here, there] = [
        await openSession(test, other, pair.from.id),
        await openSession(test, other, elsewhere.id),
      ];
      expect(await preview(pair.from.id, pair.into.id)).toMatchObject({
        login: { kept: 'into', other: 'stays', otherAlsoAt: [{ customerName: 'Svea Bygg' }] },
        sessions: 1,
      });
      await merge(pair.from.id, pair.into.id);
      expect([await isOpen(test, here), await isOpen(test, there)]).toEqual([false, true]);
      expect(await secretsOf(other)).toEqual(before);
    });

    it('refuses itself, a contact of another customer, and one that does not exist (AZN-4)', async () => {
      const eva = await newContact(client, nordic.id);
      const far = await newContact(client, svea.id);
      expect((await merge(eva.id, eva.id)).body.code).toBe('contact.merge_itself');
      expect((await merge(eva.id, far.id)).body.code).toBe('contact.merge_other_customer');
      expect((await merge(eva.id, newId())).status).toBe(404);
      expect((await client.get(`/contacts/${eva.id}/merge-preview?into=${far.id}`)).status).toBe(409);
      expect((await client.get(`/contacts/${eva.id}/merge-preview`)).status).toBe(400);
      expect((await client.post(`/contacts/${eva.id}/merge`, { into: far.id, take: ['identityId'] })).status).toBe(422);
    });
  });
});

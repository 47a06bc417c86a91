import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, noticesAbout, type Person, report, signedInContact } from '../../../test/case-people.js';
import { allPages } from '../../../test/pages.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';

const test = useApp();

/** A manager who sees the whole company, a reporter with a case, and a colleague who sees only what is theirs. */
async function aCompany() {
  const company = await aCustomer(test, undefined, { profile: 'wholeCompany' });
  const rightsRemoved = ['case:read_company'];
  const manager = await signedInContact(test, company, { name: 'Maja' });
  const reporter = await signedInContact(test, company, { name: 'Ravi', rightsRemoved });
  const colleague = await signedInContact(test, company, { name: 'Cleo', language: 'de', rightsRemoved });
  const caseId: string = (await report(reporter)).body.id;
  return { company, manager, reporter, colleague, caseId };
}

const path = (caseId: string, contactId: string) => `/portal/cases/${caseId}/followers/${contactId}`;
const told = async (caseId: string, { email }: Person) =>
  (await noticesAbout(test, caseId)).filter(({ to }) => to === email).map(({ kind }) => kind);
const answer = async (caseId: string) =>
  (await signedInStaff(test, 'agent')).client.post(`/cases/${caseId}/messages`, {
    visibility: 'public',
    body: 'We are on it',
  });

describe('followers of a case (C9)', () => {
  it('are added by who sees the whole company; they read, answer and are told in their language', async () => {
    const { manager, colleague, caseId } = await aCompany();
    expect((await colleague.client.get(`/portal/cases/${caseId}`)).status).toBe(404);
    expect((await manager.client.put(path(caseId, colleague.contactId))).body).toEqual({ done: true });
    expect((await manager.client.put(path(caseId, colleague.contactId))).status).toBe(200);
    const seen = (await colleague.client.get(`/portal/cases/${caseId}`)).body;
    expect(seen.followers).toEqual([{ id: colleague.contactId, name: 'Cleo', isMe: true }]);
    expect(seen.allowedActions).toEqual(['reply', 'close']);
    await answer(caseId);
    expect(await told(caseId, colleague)).toEqual(['case-followed', 'case-replied']);
    expect((await noticesAbout(test, caseId)).find(({ to }) => to === colleague.email)?.language).toBe('de');
    const mine = (await colleague.client.get('/portal/cases')).body.items;
    expect(mine).toMatchObject([{ id: caseId, isMine: false, needsMe: true, reporterName: 'Ravi' }]);
    const reply = { body: 'It is the left one' };
    expect((await colleague.client.post(`/portal/cases/${caseId}/messages`, reply)).status).toBe(201);
    const staff = await signedInStaff(test, 'viewer');
    expect((await staff.client.get(`/cases/${caseId}`)).body.followers).toEqual([
      { id: colleague.contactId, name: 'Cleo' },
    ]);
  });

  it('stand once in the list, in its order, over pages too', async () => {
    const { manager, reporter, colleague, caseId } = await aCompany();
    const own = (await report(colleague, 'Own')).body.id;
    const waiting = (await report(reporter, 'Waiting')).body.id;
    const done = (await report(reporter, 'Done')).body.id;
    await rows(test.db, `UPDATE cases SET status = 'waiting' WHERE id = $1`, [waiting]);
    await rows(test.db, `UPDATE cases SET status = 'closed' WHERE id = $1`, [done]);
    for (const id of [caseId, waiting, done, own]) await manager.client.put(path(id, colleague.contactId));
    for (const limit of [1, 2, 100]) {
      const ids = (await allPages(colleague.client, `/portal/cases?limit=${limit}`)).map(({ id }) => id);
      expect(ids).toEqual([waiting, done, own, caseId]);
    }
    expect((await colleague.client.get('/portal/cases?status=done')).body.items).toMatchObject([{ id: done }]);
  });

  it('read with the rights of the moment: nothing and no message after the right is gone (INV-6, INV-8)', async () => {
    const { manager, colleague, caseId } = await aCompany();
    await manager.client.put(path(caseId, colleague.contactId));
    await rows(test.db, `UPDATE contacts SET rights_removed = '{case:read_company,case:read_own}' WHERE id = $1`, [
      colleague.contactId,
    ]);
    expect((await colleague.client.get(`/portal/cases/${caseId}`)).status).toBe(403);
    await answer(caseId);
    expect(await told(caseId, colleague)).toEqual(['case-followed']);
  });

  it('cannot be people of another customer, whoever asks (AZN-2, AZN-4)', async () => {
    const { manager, caseId } = await aCompany();
    const other = await aCompany();
    expect((await manager.client.put(path(caseId, other.colleague.contactId))).status).toBe(404);
    expect((await manager.client.put(path(other.caseId, manager.contactId))).status).toBe(404);
    expect((await manager.client.delete(path(other.caseId, manager.contactId))).status).toBe(404);
    expect((await manager.client.put(path(caseId, newId()))).status).toBe(404);
    const ids = (await manager.client.get('/portal/colleagues')).body.items.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(other.colleague.contactId);
    await expect(
      rows(
        test.db,
        `INSERT INTO case_followers (case_id, contact_id, customer_id, added_by_name) VALUES ($1, $2, $3, '')`,
        [caseId, other.colleague.contactId, other.company],
      ),
    ).rejects.toThrow('fk_case_followers');
  });

  it('are not added without the right to the whole company; everybody may stop following (S3.10)', async () => {
    const { manager, reporter, colleague, caseId } = await aCompany();
    const refused = await reporter.client.put(path(caseId, colleague.contactId));
    expect(refused.body).toMatchObject({ code: 'access.denied', missing: 'case:read_company' });
    expect((await reporter.client.get('/portal/colleagues')).status).toBe(403);
    await manager.client.put(path(caseId, colleague.contactId));
    await manager.client.put(path(caseId, manager.contactId));
    expect((await colleague.client.delete(path(caseId, manager.contactId))).status).toBe(403);
    expect((await colleague.client.delete(path(caseId, colleague.contactId))).status).toBe(200);
    expect((await colleague.client.get(`/portal/cases/${caseId}`)).status).toBe(404);
    expect((await manager.client.delete(path(caseId, manager.contactId))).status).toBe(200);
    expect((await manager.client.get(`/portal/cases/${caseId}`)).body.followers).toEqual([]);
    expect((await test.client().put(path(caseId, manager.contactId))).status).toBe(401);
    const events = await rows<{ action: string }>(
      test.db,
      `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'case.follower%' ORDER BY id`,
      [caseId],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'case.follower_added',
      'case.follower_added',
      'case.follower_removed',
      'case.follower_removed',
    ]);
  });

  it('tell nobody twice: not the reporter, not who is added again; and are twenty at most', async () => {
    const { company, manager, reporter, colleague, caseId } = await aCompany();
    await manager.client.put(path(caseId, reporter.contactId));
    for (let time = 0; time < 2; time += 1) {
      await manager.client.put(path(caseId, colleague.contactId));
      await manager.client.delete(path(caseId, colleague.contactId));
    }
    await answer(caseId);
    expect(await told(caseId, reporter)).toEqual(['case-opened', 'case-replied']);
    expect(await told(caseId, colleague)).toEqual(['case-followed']);
    const crowd = await Promise.all(Array.from({ length: 21 }, () => signedInContact(test, company)));
    const answers: number[] = [];
    for (const one of crowd) answers.push((await manager.client.put(path(caseId, one.contactId))).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(20);
    expect(answers.at(-1)).toBe(409);
  });

  it('go with the contact: a move ends the following, a merge hands it over', async () => {
    const { company, manager, colleague, caseId } = await aCompany();
    const admin = (await signedInStaff(test, 'admin')).client;
    const twin = await signedInContact(test, company, { name: 'Cleo again' });
    await manager.client.put(path(caseId, colleague.contactId));
    await admin.post(`/contacts/${colleague.contactId}/merge`, { into: twin.contactId });
    expect((await admin.get(`/cases/${caseId}`)).body.followers).toMatchObject([{ id: twin.contactId }]);
    const moved = await admin.post(`/contacts/${twin.contactId}/move`, { customerId: await aCustomer(test) });
    expect(moved.status).toBe(200);
    expect((await admin.get(`/cases/${caseId}`)).body.followers).toEqual([]);
  });
});

describe('GET /portal/colleagues', () => {
  it('names colleagues who can sign in, by part of a name, never oneself', async () => {
    const { company, manager, reporter, colleague, caseId } = await aCompany();
    const gone = await signedInContact(test, company, { name: 'Cleopatra' });
    await rows(test.db, `UPDATE contacts SET status = 'inactive' WHERE id = $1`, [gone.contactId]);
    const names = async (query: string) =>
      (await allPages(manager.client, `/portal/colleagues?limit=1${query}`)).map((one) => Object.values(one)[1]);
    expect(await names('')).toEqual(['Cleo', 'Ravi']);
    expect(await names('&q=CLÉ')).toEqual(['Cleo']);
    expect(await names('&q=%25')).toEqual([]);
    expect(await names(`&caseId=${caseId}`)).toEqual(['Cleo']);
    await manager.client.put(path(caseId, colleague.contactId));
    expect(await names(`&caseId=${caseId}`)).toEqual([]);
    expect(await names(`&caseId=${(await report(manager)).body.id}&q=${reporter.email}`)).toEqual([]);
    expect((await manager.client.get('/portal/colleagues?cursor=x')).status).toBe(400);
  });
});

/** Everybody who sees something, or nothing, for a reason of their own. */
async function everybody() {
  const { company, manager, reporter, colleague, caseId } = await aCompany();
  const rightsRemoved = ['case:read_own', 'case:read_company'];
  const people = {
    manager,
    reporter,
    colleague,
    stranger: await signedInContact(test, await aCustomer(test)),
    without: await signedInContact(test, company, { rightsRemoved }),
    byProfile: await signedInContact(test, await aCustomer(test)),
    inactive: await signedInContact(test, company),
    noPortalUser: await signedInContact(test, company),
    noLogin: await signedInContact(test, company),
  };
  const cases: string[] = [caseId];
  for (const one of [reporter, reporter, people.stranger, people.byProfile])
    cases.push((await report(one, 'Another')).body.id);
  const [, followed, byVisitor] = cases;
  await manager.client.put(path(followed ?? '', colleague.contactId));
  const profile = newId();
  const changes: [string, unknown[]][] = [
    [`UPDATE cases SET contact_id = NULL WHERE id = $1`, [byVisitor]],
    [`INSERT INTO rights_profiles (id, name, rights) VALUES ($1, 'Nothing', '{}')`, [profile]],
    [`UPDATE customers SET rights_profile_id = $1 WHERE id = $2`, [profile, people.byProfile.customerId]],
    [`UPDATE contacts SET status = 'inactive' WHERE id = $1`, [people.inactive.contactId]],
    [`UPDATE contacts SET is_portal_user = false WHERE id = $1`, [people.noPortalUser.contactId]],
    [`UPDATE contacts SET identity_id = NULL, access = 'none' WHERE id = $1`, [people.noLogin.contactId]],
  ];
  for (const [sql, values] of changes) await rows(test.db, sql, values);
  return { company, people, cases };
}

describe('whether a contact sees a case', () => {
  it('is answered to staff as the portal answers the contact, with what decides (S3.10, INV-6, AZN-2)', async () => {
    const { company, people, cases } = await everybody();
    const staff = (await signedInStaff(test, 'viewer')).client;
    const ask = (id: string, query: string) => staff.get(`/contacts/${id}/rights-check${query}`);
    const said: Record<string, unknown[]> = {};
    for (const [name, { contactId, client }] of Object.entries(people)) {
      said[name] = [];
      for (const id of cases) {
        const { body } = await ask(contactId, `?caseId=${id}`);
        const isShown = (await client.get(`/portal/cases/${id}`)).status === 200;
        expect([name, id, body.allowed]).toEqual([name, id, isShown]);
        said[name].push(body.reason);
      }
    }
    const far = 'other_customer';
    expect(said).toEqual({
      manager: ['company', 'company', 'company', far, far],
      reporter: ['own', 'own', 'not_own', far, far],
      colleague: ['not_own', 'follower', 'not_own', far, far],
      stranger: [far, far, far, 'own', far],
      without: ['contact', 'contact', 'contact', far, far],
      byProfile: [far, far, far, far, 'profile'],
      inactive: ['inactive', 'inactive', 'inactive', far, far],
      noPortalUser: ['not_portal_user', 'not_portal_user', 'not_portal_user', far, far],
      noLogin: ['no_login', 'no_login', 'no_login', far, far],
    });
    const { stranger, noLogin } = people;
    const login = `UPDATE contacts SET identity_id = (SELECT identity_id FROM contacts WHERE id = $1) WHERE id = $2`;
    await rows(test.db, login, [stranger.contactId, noLogin.contactId]);
    const asked = `?caseId=${cases[0]}`;
    expect((await ask(stranger.contactId, asked)).body).toMatchObject({
      customer: { id: company },
      otherContactId: noLogin.contactId,
    });
    expect((await ask(newId(), asked)).status).toBe(404);
    expect((await ask(stranger.contactId, `?caseId=${newId()}`)).status).toBe(404);
    expect((await ask(stranger.contactId, `?deviceId=${newId()}`)).status).toBe(404);
    expect((await ask(stranger.contactId, '')).status).toBe(400);
    expect((await stranger.client.get(`/contacts/${stranger.contactId}/rights-check${asked}`)).status).toBe(401);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { PROFILES } from '../../../test/case-people.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, messagesAbout, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { insertCase, newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  await askNobodyFirst(test);
});

/** Eva at two companies, signed in with her password; no company chosen yet. */
async function atTwoCompanies() {
  const eva = await aPerson(staff);
  const password = await passwordOf(staff, eva.id);
  const other = await newCustomer(staff, { name: 'Svea Bygg' });
  const second = await newContact(staff, other.id, { firstName: 'Eva', email: eva.email });
  return { eva, second, password, ...(await signIn(test, eva.email, password)) };
}

const patchContact = async (id: string, body: object) => {
  const { version } = (await staff.get(`/contacts/${id}`)).body;
  return staff.patch(`/contacts/${id}`, body, { 'if-match': `"${version}"` });
};

describe('the company chooser', () => {
  it('lists open companies with their open cases, is remembered, and gives the session a new id (S3.5, C3, SES-1)', async () => {
    const { eva, second, client, password } = await atTwoCompanies();
    await insertCase(test, eva.customerId, eva.id);
    await insertCase(test, eva.customerId, null);
    expect((await client.get('/portal/cases')).body.code).toBe('session.company_required');
    const { items } = (await client.get('/portal/companies')).body;
    expect(items.find((one: { contactId: string }) => one.contactId === eva.id)).toMatchObject({
      openCases: 1,
      isCurrent: false,
    });

    const before = client.cookies.get('latchkey-contact');
    const chosen = await client.put('/portal/session/company', { contactId: second.id });
    expect(chosen).toMatchObject({
      status: 200,
      body: { company: { contactId: second.id, name: 'Svea Bygg' }, companies: 2 },
    });
    expect(client.cookies.get('latchkey-contact')).not.toBe(before);
    const old = test.client();
    old.cookies.set('latchkey-contact', before ?? '');
    expect((await old.get('/portal/session')).status).toBe(401);

    const again = await signIn(test, eva.email, password);
    expect((await again.client.get('/portal/companies')).body.items[0]).toMatchObject({
      contactId: second.id,
      isLastUsed: true,
    });
  });

  it('shows staff the sign-ins at each of the companies, and what was done at one only there (INV-4, INV-7)', async () => {
    const { eva, second, client } = await atTwoCompanies();
    await client.put('/portal/session/company', { contactId: second.id });
    await signIn(test, eva.email, 'not the password');
    const acts = async (id: string, query = ''): Promise<string[]> =>
      (await staff.get(`/contacts/${id}/activity${query}`)).body.items.map((one: { action: string }) => one.action);
    const arrived = (await staff.get(`/contacts/${eva.id}/activity`)).body.items[1];
    expect(arrived).toMatchObject({ action: 'sign_in.succeeded', actor: { kind: 'contact', name: 'Eva Lind' } });
    expect(await acts(eva.id, '?limit=3')).toEqual(['sign_in.failed', 'sign_in.succeeded', 'password.set']);
    expect(await acts(second.id)).toEqual([
      'sign_in.failed',
      'session.company_chosen',
      'sign_in.succeeded',
      'contact.linked',
      'contact.created',
    ]);
    const first = (await staff.get(`/contacts/${second.id}/activity?limit=2`)).body;
    expect((await acts(second.id, `?limit=2&cursor=${first.nextCursor}`))[0]).toBe('sign_in.succeeded');
    const stranger = await aPerson(staff);
    await passwordOf(staff, stranger.id);
    expect(await acts(stranger.id)).not.toContain('sign_in.failed');
  });

  it('does not open a foreign or a closed company (D8, D20)', async () => {
    const { second, client } = await atTwoCompanies();
    const foreign = await aPerson(staff);
    expect((await client.put('/portal/session/company', { contactId: foreign.id })).body.code).toBe('row.not_found');
    await staff.post(`/contacts/${second.id}/deactivate`);
    expect((await client.put('/portal/session/company', { contactId: second.id })).status).toBe(404);
    expect((await client.get('/portal/companies')).body.items).toHaveLength(1);
    expect((await client.put('/portal/session/company', { contactId: 7 })).status).toBe(422);
    expect((await test.client().get('/portal/companies')).status).toBe(401);
  });
});

describe('what changes while somebody is signed in', () => {
  const signedIn = async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id);
    return { eva, password, ...(await signIn(test, eva.email, password)) };
  };

  it('ends the session at the next request when the portal user is unticked, and keeps the password (S3.15, INV-8, SES-3)', async () => {
    const { eva, password, client } = await signedIn();
    expect((await client.get('/portal/session')).status).toBe(200);
    await patchContact(eva.id, { isPortalUser: false });
    expect((await client.get('/portal/session')).status).toBe(401);
    expect((await staff.get(`/contacts/${eva.id}/access`)).body).toMatchObject({
      access: 'suspended',
      warnings: expect.arrayContaining(['not_portal_user']),
    });
    await patchContact(eva.id, { isPortalUser: true });
    expect((await client.get('/portal/session')).status).toBe(401);
    expect((await signIn(test, eva.email, password)).answer.status).toBe(200);
  });

  it('ends the session at the next request when the contact or the customer is deactivated (INV-8)', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    await staff.post(`/contacts/${one.eva.id}/deactivate`);
    await staff.post(`/customers/${two.eva.customerId}/deactivate`);
    expect([
      (await one.client.get('/portal/session')).status,
      (await two.client.get('/portal/session')).status,
    ]).toEqual([401, 401]);
    expect((await staff.get(`/contacts/${two.eva.id}/access`)).body.access).toBe('suspended');
  });

  it('takes a right away at the next request (INV-6, INV-8)', async () => {
    const { eva, client } = await signedIn();
    expect((await client.get('/portal/session')).body.rights).toContain('password:change');
    await rows(test.db, `UPDATE customers SET rights_profile_id = $2 WHERE id = $1`, [
      eva.customerId,
      PROFILES.readOnly,
    ]);
    expect((await client.get('/portal/session')).body.rights).toEqual([
      'case:read_own',
      'case:read_company',
      'deployment:read',
    ]);
    expect(
      (await client.put('/portal/password', { currentPassword: 'x', newPassword: 'nordisk sommar 31' })).body,
    ).toMatchObject({ status: 403, missing: 'password:change' });
    expect((await client.patch('/portal/profile', { displayName: 'Somebody' })).body).toMatchObject({
      status: 403,
      missing: 'profile:edit',
    });
    expect((await client.patch('/portal/profile', { language: 'de' })).body.language).toBe('de');
  });

  it('ends everything when staff end the sessions (SES-5)', async () => {
    const { eva, client } = await signedIn();
    expect((await staff.delete(`/contacts/${eva.id}/sessions`)).body).toEqual({ ended: 1 });
    expect((await client.get('/portal/session')).status).toBe(401);
  });
});

describe('the own password', () => {
  it('changes for all companies, ends other sessions and known devices, and is announced (S3.6, S3.12, C5, AUT-9, INV-2)', async () => {
    const { eva, second, password, client } = await atTwoCompanies();
    await client.put('/portal/session/company', { contactId: eva.id });
    const { client: other } = await signIn(test, eva.email, password);
    const newPassword = 'nordisk sommar 31';
    expect((await client.put('/portal/password', { newPassword })).body.code).toBe('password.wrong');
    expect((await client.put('/portal/password', { currentPassword: 'not the password', newPassword })).body.code).toBe(
      'password.wrong',
    );
    expect(
      (await client.put('/portal/password', { currentPassword: password, newPassword: 'korta' })).body,
    ).toMatchObject({ code: 'password.weak', errors: [{ pointer: '/newPassword' }] });
    expect((await client.put('/portal/password', { currentPassword: password, newPassword })).status).toBe(200);

    expect([(await client.get('/portal/session')).status, (await other.get('/portal/session')).status]).toEqual([
      200, 401,
    ]);
    expect((await signIn(test, eva.email, password)).answer.status).toBe(401);
    const back = await signIn(test, eva.email, newPassword);
    expect((await back.client.put('/portal/session/company', { contactId: second.id })).status).toBe(200);
    expect((await messagesAbout(test, eva.id)).map(({ data }) => data.notice)).toContain('password_changed');
  });

  it('is guessed at out of the same budget as a sign-in (AUT-6)', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id);
    const { client } = await signIn(test, eva.email, password);
    const guess = (currentPassword: string) =>
      client.put('/portal/password', { currentPassword, newPassword: 'nordisk sommar 31' });
    for (let tries = 0; tries < 5; tries += 1) await guess('not the password');
    expect((await guess(password)).body.code).toBe('password.wrong');
    expect((await signIn(test, eva.email, password)).answer.status).toBe(401);
  });
});

describe('PATCH /portal/profile', () => {
  it('takes a language before the password is changed, and nothing else: the notice comes in it (S3.12)', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id, { mustChange: true });
    const { client } = await signIn(test, eva.email, password);
    const named = await client.patch('/portal/profile', { displayName: 'Eva the Second' });
    expect(named.body.code).toBe('session.password_change_required');
    expect((await client.patch('/portal/profile', { language: 'sv' })).body).toMatchObject({
      language: 'sv',
      mustChange: true,
    });
    expect((await client.put('/portal/password', { newPassword: 'nordisk sommar 31' })).status).toBe(200);
    expect((await client.get('/portal/session')).body).toMatchObject({ language: 'sv', mustChange: false });
    expect((await messagesAbout(test, eva.id)).at(-1)).toMatchObject({ language: 'sv' });
  });
});

describe('own sessions', () => {
  it('are listed, ended one by one, and signed out for good; those of others are not there (SES-4, SES-5)', async () => {
    const [eva, ola] = [await aPerson(staff), await aPerson(staff)];
    const pin = await pinOf(staff, eva.id);
    const [here, there] = [await signIn(test, eva.phone, pin), await signIn(test, eva.phone, pin)];
    const foreign = await signIn(test, ola.phone, await pinOf(staff, ola.id));
    const { items } = (await here.client.get('/portal/known-devices')).body;
    expect(items).toHaveLength(2);
    const [foreignId] = (await foreign.client.get('/portal/known-devices')).body.items.map(
      ({ id }: { id: string }) => id,
    );
    expect((await here.client.delete(`/portal/known-devices/${foreignId}`)).status).toBe(404);
    const otherId = items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)!.id;
    expect((await here.client.delete(`/portal/known-devices/${otherId}`)).status).toBe(200);
    expect((await there.client.get('/portal/session')).status).toBe(401);
    await signIn(test, eva.phone, pin);
    expect((await here.client.delete('/portal/known-devices')).status).toBe(200);
    expect((await here.client.get('/portal/known-devices')).body.items).toHaveLength(1);

    const cookie = here.client.cookies.get('latchkey-contact') ?? '';
    expect((await here.client.delete('/portal/session')).status).toBe(200);
    expect(here.client.cookies.has('latchkey-contact')).toBe(false);
    here.client.cookies.set('latchkey-contact', cookie);
    expect((await here.client.get('/portal/session')).status).toBe(401);
    expect((await foreign.client.get('/portal/session')).status).toBe(200);
  });
});

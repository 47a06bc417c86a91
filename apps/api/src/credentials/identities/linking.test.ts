import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, aPhone, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { credentialsFingerprint, newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  await askNobodyFirst(test);
});

const identityOf = async (contactId: string): Promise<string | null> =>
  (await staff.get<{ identityId: string | null }>(`/contacts/${contactId}/access`)).body.identityId;

describe('a second contact with an e-mail that has a login', () => {
  it('does not touch the login: Eva still gets in, and may choose between her companies (S3.7, S3.5, INV-1)', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id);
    const before = await credentialsFingerprint(test);

    const other = await newCustomer(staff, { name: 'Svea Bygg' });
    const second = await newContact(staff, other.id, { firstName: 'Eva', email: eva.email.toUpperCase() });

    expect(await credentialsFingerprint(test)).toBe(before);
    expect(await identityOf(second.id)).toBe(await identityOf(eva.id));
    const { answer, client } = await signIn(test, eva.email, password);
    expect(answer).toMatchObject({ status: 200, body: { next: 'choose_company' } });
    expect(
      (await client.get('/portal/companies')).body.items.map((one: { contactId: string }) => one.contactId).toSorted(),
    ).toEqual([eva.id, second.id].toSorted());
    const events = await staff.get(`/audit-events?action=contact.linked&contactId=${second.id}`);
    expect(events.body.items).toMatchObject([{ detail: { by: 'email' }, customerId: other.id }]);
  });

  it('changes no credential when a contact is edited, whatever is edited (INV-1)', async () => {
    const eva = await aPerson(staff);
    await passwordOf(staff, eva.id);
    await pinOf(staff, eva.id);
    const before = await credentialsFingerprint(test);
    const edits = [
      { firstName: 'Eva Maria' },
      { email: 'eva.new@nordic.example' },
      { email: null },
      { phones: [{ number: aPhone() }] },
      { phones: [] },
      { isPortalUser: false },
      { isPortalUser: true },
    ];
    for (const edit of edits) {
      const { version } = (await staff.get(`/contacts/${eva.id}`)).body;
      expect((await staff.patch(`/contacts/${eva.id}`, edit, { 'if-match': `"${version}"` })).status).toBe(200);
    }
    expect((await staff.post(`/contacts/${eva.id}/deactivate`)).status).toBe(200);
    expect((await staff.post(`/contacts/${eva.id}/reactivate`)).status).toBe(200);
    expect(await credentialsFingerprint(test)).toBe(before);
  });

  it('is not linked twice at one customer', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    const twin = await newContact(staff, eva.customerId, { firstName: 'Eva', email: eva.email });
    expect(await identityOf(twin.id)).toBeNull();
    expect((await staff.post(`/contacts/${twin.id}/pin`)).body.code).toBe('contact.same_person');
  });
});

describe('a contact with a mobile phone that has a login', () => {
  it('is linked when exactly one login has it and the e-mails do not differ (D8)', async () => {
    const eva = await aPerson(staff, { email: null });
    await pinOf(staff, eva.id);
    const phones = [{ number: eva.phone, type: 'mobile' }];
    const customer = await newCustomer(staff);
    const same = await newContact(staff, customer.id, { firstName: 'Eva', email: 'eva.phone@nordic.example', phones });
    expect(await identityOf(same.id)).toBe(await identityOf(eva.id));
  });

  it('is not linked when it is another e-mail, an office phone, or staff said that it is another person', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    const at = async (fields: object) =>
      identityOf((await newContact(staff, (await newCustomer(staff)).id, { firstName: 'Ola', ...fields })).id);
    expect(await at({ email: 'ola@nordic.example', phones: [{ number: eva.phone, type: 'mobile' }] })).toBeNull();
    expect(await at({ phones: [{ number: eva.phone, type: 'office' }] })).toBeNull();
    expect(await at({ phones: [{ number: eva.phone, type: 'mobile' }], linkByPhone: false })).toBeNull();
    expect(await at({ phones: [{ number: eva.phone, type: 'mobile' }] })).toBe(await identityOf(eva.id));
  });
});

describe('POST /contacts/login-check', () => {
  it('says who has the login, at which companies, and what saving would do (A2, S0.12)', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    const before = await credentialsFingerprint(test);
    const customer = await newCustomer(staff);
    const check = async (body: object) => (await staff.post('/contacts/login-check', { phones: [], ...body })).body;

    const byEmail = await check({ customerId: customer.id, email: eva.email });
    expect(byEmail.matches).toMatchObject([
      {
        by: 'email',
        loginId: eva.email,
        name: 'Eva Lind',
        effect: 'links',
        companies: [{ customerId: eva.customerId }],
      },
    ]);
    expect(byEmail.linksTo).toBe(byEmail.matches[0]!.identityId);
    expect((await check({ customerId: eva.customerId, email: eva.email })).matches).toMatchObject([
      { effect: 'same_customer' },
    ]);
    expect((await check({ customerId: eva.customerId, contactId: eva.id, email: eva.email })).matches).toMatchObject([
      { effect: 'linked' },
    ]);
    const clash = await check({
      customerId: customer.id,
      email: 'ola@x.example',
      phones: [{ number: eva.phone.replace('+46', '0') }],
    });
    expect(clash).toMatchObject({ linksTo: null, matches: [{ by: 'phone', effect: 'other_email' }] });
    expect(await check({ email: 'nobody@x.example' })).toEqual({ matches: [], linksTo: null, twins: [] });
    expect(await credentialsFingerprint(test)).toBe(before);
  });

  it('names who is at the same customer already, with a login or without; and so does the answer to saving (S0.12)', async () => {
    const customer = await newCustomer(staff);
    const number = '+46701112233';
    const phones = [{ number: '070-111 22 33' }];
    const eva = await newContact(staff, customer.id, { email: 'eva@twice.example', phones });
    const elsewhere = await newContact(staff, (await newCustomer(staff)).id, { email: 'eva@twice.example' });
    const check = async (body: object) =>
      (await staff.post('/contacts/login-check', { customerId: customer.id, ...body })).body.twins;
    expect(await check({ email: 'EVA@twice.example', phones })).toEqual([
      { contactId: eva.id, name: 'Eva', by: 'email', value: 'eva@twice.example' },
    ]);
    expect(await check({ phones })).toEqual([{ contactId: eva.id, name: 'Eva', by: 'phone', value: number }]);
    expect(await check({ phones: [{ ...phones[0], type: 'office' }] })).toEqual([]);
    expect(await check({ email: 'eva@twice.example', contactId: eva.id })).toEqual([]);
    const again = await newContact(staff, customer.id, { firstName: 'E.', email: 'eva@twice.example' });
    expect(again.clashes[0]).toMatchObject({ contactId: eva.id, customerId: customer.id, kind: 'email' });
    expect(again.clashes.map(({ contactId }) => contactId)).toContain(elsewhere.id);
  });

  it('refuses bad input and nobody', async () => {
    expect((await staff.post('/contacts/login-check', { email: 1 })).status).toBe(422);
    expect((await test.client().post('/contacts/login-check', {})).status).toBe(401);
  });
});

describe('when contacts go, merge and move', () => {
  it('deletes the login with its last contact only', async () => {
    const eva = await aPerson(staff);
    const pin = await pinOf(staff, eva.id);
    const second = await newContact(staff, (await newCustomer(staff)).id, { firstName: 'Eva', email: eva.email });
    expect((await staff.delete(`/contacts/${eva.id}`)).status).toBe(200);
    expect((await signIn(test, eva.phone, pin)).answer.status).toBe(200);
    expect((await staff.delete(`/contacts/${second.id}`)).status).toBe(200);
    expect((await signIn(test, eva.phone, pin)).answer.status).toBe(401);
    expect((await staff.get('/audit-events?action=identity.deleted')).body.items.length).toBeGreaterThan(0);
  });

  it('keeps the login that has a secret when two contacts merge (INV-1)', async () => {
    const eva = await aPerson(staff);
    const pin = await pinOf(staff, eva.id);
    const stays = await newContact(staff, eva.customerId, { firstName: 'Eva', email: 'eva.other@nordic.example' });
    expect((await staff.post(`/contacts/${eva.id}/merge`, { into: stays.id })).status).toBe(200);
    const { client, answer } = await signIn(test, eva.phone, pin);
    expect(answer.status).toBe(200);
    expect((await client.get('/portal/session')).body.company.contactId).toBe(stays.id);
  });

  it('does not move a person to a customer where that person is already', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    const other = await newCustomer(staff);
    await newContact(staff, other.id, { firstName: 'Eva', email: eva.email });
    expect((await staff.post(`/contacts/${eva.id}/move`, { customerId: other.id })).body.code).toBe(
      'contact.same_person',
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import { plannedRun, rowsOf } from '../../../test/access-runs.js';
import type { Client } from '../../../test/client.js';
import {
  aMinuteLater,
  aPerson,
  askNobodyFirst,
  filled,
  messagesAbout,
  passwordOf,
  pinOf,
  signIn,
} from '../../../test/logins.js';
import { credentialsFingerprint, newContact, newCustomer } from '../../../test/people.js';
import { ask, askedToken } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import type { AccessCheckDto } from '../access-check/access-check.dto.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

/** Eva signs in at one company; another one has just written her down. */
async function written() {
  const eva = await aPerson(staff);
  const password = await passwordOf(staff, eva.id);
  const { client } = await signIn(test, eva.email, password);
  const other = await newCustomer(staff, { name: 'Svea Bygg' });
  const second = await newContact(staff, other.id, { firstName: 'Eva', email: eva.email });
  return { eva, password, client, other, second };
}

const companies = async (client: Client) =>
  (await client.get('/portal/companies')).body.items.map(({ contactId }: { contactId: string }) => contactId);
const asked = async (client: Client) => (await client.get('/portal/asked-companies')).body.items;
const accessOf = async (id: string) => (await staff.get(`/contacts/${id}/access`)).body;
const checkOf = async (id: string) =>
  (await staff.get<z.output<typeof AccessCheckDto>>(`/contacts/${id}/access-check`)).body;
const give = (id: string, body: object = {}) => staff.post(`/contacts/${id}/access`, body);
const acts = async (id: string) =>
  (await staff.get(`/contacts/${id}/activity`)).body.items.map(({ action }: { action: string }) => action);

describe('a company that wants to give access to somebody with a login (D8)', () => {
  it('is not open before the person accepts: not in the chooser, no session there, and staff see why (INV-1)', async () => {
    const { eva, client, second } = await written();
    expect(await companies(client)).toEqual([eva.id]);
    expect((await client.put('/portal/session/company', { contactId: second.id })).status).toBe(404);
    expect((await client.get('/portal/session')).body).toMatchObject({ companies: 1, asked: 1 });
    expect(await asked(client)).toEqual([{ contactId: second.id, name: 'Svea Bygg', state: 'waiting' }]);
    expect(await accessOf(second.id)).toMatchObject({
      access: 'invited',
      identityId: null,
      asked: { state: 'waiting' },
    });
    expect((await staff.get(`/contacts/${second.id}`)).body.clashes).toEqual([]);
    const check = await checkOf(second.id);
    expect(check.checks.find(({ key }) => key === 'login')?.fix).toMatchObject({
      act: 'ask_again',
      body: { strategy: 'email' },
    });
    expect(check.answer).toMatchObject({ state: 'cannot', cause: 'not_accepted' });
    expect(check.checks.filter(({ state }) => state === 'red')).toHaveLength(1);
    expect((await staff.post(`/contacts/${second.id}/view-as`, { reason: 'A question' })).status).toBe(409);
  });

  it('opens when the person accepts, once, with the login as it is', async () => {
    const { eva, password, client, second } = await written();
    const before = await credentialsFingerprint(test);
    const accepted = await Promise.all([1, 2].map(() => client.post(`/portal/asked-companies/${second.id}/accept`)));
    expect(new Set(accepted.map(({ status }) => status))).toEqual(new Set([200, 404]));
    expect(await credentialsFingerprint(test)).toBe(before);
    expect((await companies(client)).toSorted()).toEqual([eva.id, second.id].toSorted());
    expect((await client.put('/portal/session/company', { contactId: second.id })).status).toBe(200);
    expect((await signIn(test, eva.email, password)).answer.body.next).toBe('choose_company');
    expect(await accessOf(second.id)).toMatchObject({ access: 'active', asked: null });
    await client.put('/portal/session/company', { contactId: eva.id });
    expect((await give(second.id)).body).toMatchObject({ outcome: 'nothing', reason: 'already_active' });
    expect(await acts(second.id)).toEqual(expect.arrayContaining(['contact.joined', 'contact.asked']));
  });

  it('keeps no secret, number or address that was written down meanwhile (INV-1, REC-16)', async () => {
    const { client, second, password, eva } = await written();
    const before = await credentialsFingerprint(test);
    const refused = [
      await staff.put(`/contacts/${second.id}/password`, { mustChange: false }),
      await staff.post(`/contacts/${second.id}/pin`),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(['contact.not_accepted', 'contact.not_accepted']);
    expect((await staff.post(`/contacts/${second.id}/invitations/by-hand`, { way: 'screen' })).status).toBe(409);
    const { version } = (await staff.get(`/contacts/${second.id}`)).body;
    const phones = [{ number: '+46701999001', type: 'mobile' }];
    await staff.patch(`/contacts/${second.id}`, { phones }, { 'if-match': `"${version}"` });
    expect((await client.post(`/portal/asked-companies/${second.id}/accept`)).status).toBe(200);
    expect(await credentialsFingerprint(test)).toBe(before);
    expect((await signIn(test, eva.email, password)).answer.status).toBe(200);
  });

  it('asks by a message with no secret and no token to where the login receives mail; asked again only on purpose', async () => {
    const { eva, second } = await written();
    expect((await give(second.id)).body).toMatchObject({ outcome: 'send', message: 'joining', to: eva.email });
    const [message] = await messagesAbout(test, second.id);
    const texts = await filled(test, message!.id);
    expect(message?.body).toContain('{{answer_link}}');
    expect(texts).toMatchObject({
      values: { customer: 'Svea Bygg', answer_link: expect.stringMatching(/\/joining$/) },
    });
    expect((await give(second.id)).body).toMatchObject({ outcome: 'nothing', reason: 'already_asked' });
    await aMinuteLater(test, second.id);
    expect((await give(second.id, { strategy: 'email' })).body).toMatchObject({ isDone: true, message: 'joining' });
    const draft = { contactIds: [second.id], draft: {} };
    expect((await staff.post('/credential-sends', draft)).body.skipped).toMatchObject([{ code: 'not_accepted' }]);
  });

  it('is a card for staff when the person says "Not me", and is not asked again by itself', async () => {
    const { client, second } = await written();
    await give(second.id);
    expect((await client.post(`/portal/asked-companies/${second.id}/decline`)).status).toBe(200);
    expect(await asked(client)).toEqual([{ contactId: second.id, name: 'Svea Bygg', state: 'declined' }]);
    expect((await client.get('/portal/session')).body.asked).toBe(0);
    expect(await filled(test, (await messagesAbout(test, second.id))[0]!.id)).toHaveProperty('cancelled');
    expect((await client.post(`/portal/asked-companies/${second.id}/accept`)).status).toBe(404);
    expect((await staff.get(`/access-requests?contactId=${second.id}`)).body.items).toMatchObject([{ kind: 'not_me' }]);
    expect((await checkOf(second.id)).answer).toMatchObject({ state: 'cannot', cause: 'declined' });
    expect(await accessOf(second.id)).toMatchObject({ access: 'none', asked: { state: 'declined' } });
    await aMinuteLater(test, second.id);
    expect((await give(second.id)).body).toMatchObject({ outcome: 'nothing', reason: 'declined' });
    expect((await give(second.id, { strategy: 'email' })).body).toMatchObject({ isDone: true });
    expect(await asked(client)).toHaveLength(1);
  });

  it('lets somebody in whose other companies are closed, only to accept', async () => {
    const { eva, password, second } = await written();
    await staff.post(`/contacts/${eva.id}/deactivate`);
    const { client, answer } = await signIn(test, eva.email, password);
    expect(answer).toMatchObject({ status: 200, body: { next: 'choose_company' } });
    expect(await companies(client)).toEqual([]);
    expect((await client.get('/portal/cases')).status).toBe(403);
    expect((await client.post(`/portal/asked-companies/${second.id}/accept`)).status).toBe(200);
    expect(await companies(client)).toEqual([second.id]);
  });

  it('lets that person set a new password, and only while they are asked (S2.1)', async () => {
    const { eva, client, second } = await written();
    await staff.post(`/contacts/${eva.id}/deactivate`);
    const finish = { token: await askedToken(test, eva.email), password: 'nordisk sommar 31' };
    expect((await test.client().post('/portal/password-reset/finish', finish)).status).toBe(200);
    const again = await signIn(test, eva.email, finish.password);
    expect(again.answer).toMatchObject({ status: 200, body: { next: 'choose_company' } });
    expect((await client.get('/portal/session')).status).toBe(401);
    expect(await asked(again.client)).toMatchObject([{ contactId: second.id, state: 'waiting' }]);
    await again.client.post(`/portal/asked-companies/${second.id}/decline`);
    await aMinuteLater(test, eva.id);
    await ask(test, eva.email);
    expect((await staff.get('/password-resets?limit=1')).body.items[0]).toMatchObject({ state: 'closed' });
  });

  it('belongs to nobody else, and asks nobody when the contact is closed or got another address (AZN-2)', async () => {
    const { client, second } = await written();
    const ola = await aPerson(staff);
    const other = await signIn(test, ola.email, await passwordOf(staff, ola.id));
    for (const act of ['accept', 'decline'])
      expect((await other.client.post(`/portal/asked-companies/${second.id}/${act}`)).status).toBe(404);
    expect((await test.client().get('/portal/asked-companies')).status).toBe(401);
    await staff.post(`/contacts/${second.id}/deactivate`);
    expect(await asked(client)).toEqual([]);
    await staff.post(`/contacts/${second.id}/reactivate`);
    expect(await asked(client)).toHaveLength(1);
    const { version } = (await staff.get(`/contacts/${second.id}`)).body;
    await staff.patch(`/contacts/${second.id}`, { email: 'new@svea.example' }, { 'if-match': `"${version}"` });
    expect(await asked(client)).toEqual([]);
    expect(await accessOf(second.id)).toMatchObject({ access: 'none', asked: null });
  });

  it('is asked when the login came about after the contact was written down', async () => {
    const eva = await aPerson(staff);
    const second = await newContact(staff, (await newCustomer(staff)).id, { email: eva.email });
    const { client } = await signIn(test, eva.email, await passwordOf(staff, eva.id));
    expect((await give(second.id, { plan: true })).body).toMatchObject({ message: 'joining', to: eva.email });
    expect((await staff.post(`/contacts/${second.id}/pin`)).body.code).toBe('contact.not_accepted');
    expect((await give(second.id)).body).toMatchObject({ isDone: true, message: 'joining' });
    expect(await asked(client)).toHaveLength(1);
  });

  it('follows merge and move, and becomes a contact without a login when the login goes', async () => {
    const { eva, client, second, other } = await written();
    expect((await staff.post(`/contacts/${eva.id}/move`, { customerId: other.id })).body.code).toBe(
      'contact.same_person',
    );
    const twin = await newContact(staff, other.id, { firstName: 'E.', email: null });
    expect((await staff.post(`/contacts/${second.id}/merge`, { into: twin.id })).status).toBe(200);
    expect(await asked(client)).toMatchObject([{ contactId: twin.id }]);
    expect((await staff.delete(`/contacts/${eva.id}`)).status).toBe(200);
    expect(await accessOf(twin.id)).toMatchObject({ access: 'none', asked: null });
    expect((await give(twin.id)).body).toMatchObject({ isDone: true, message: 'invitation' });
  });

  it('leaves a reset by SMS alone: a number on two contacts of one person is still one person’s (INV-1)', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    await passwordOf(staff, eva.id);
    const phones = [{ number: eva.phone, type: 'mobile' }];
    const causes = async () => (await checkOf(eva.id)).checks.map(({ cause }) => cause);
    const before = await causes();
    await newContact(staff, (await newCustomer(staff)).id, { email: eva.email, phones });
    expect(await causes()).toEqual(before);
  });

  it('stands in the plan of a run with the address of the login, not with what stands on the contact (S0.13)', async () => {
    const eva = await aPerson(staff);
    await pinOf(staff, eva.id);
    const phones = [{ number: eva.phone, type: 'mobile' }];
    const second = await newContact(staff, (await newCustomer(staff)).id, { email: null, phones });
    const run = await plannedRun(test, staff, { contactIds: [second.id] });
    expect(await rowsOf(staff, run.id)).toMatchObject([{ verdict: 'joining', to: eva.email }]);
  });

  it('opens at once where the company does without asking', async () => {
    await askNobodyFirst(test);
    const { eva, client, second } = await written();
    expect((await companies(client)).toSorted()).toEqual([eva.id, second.id].toSorted());
    expect((await accessOf(second.id)).access).toBe('active');
  });
});

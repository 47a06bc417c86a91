import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aMinuteLater, aPerson, filled, messagesAbout, passwordOf, signIn } from '../../../test/logins.js';
import { credentialsFingerprint, insertLogin, newContact } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { RIGHTS } from '../../http/rights.js';
import type { ColleagueDto, ColleaguePage } from './colleague.dto.js';

const test = useApp();
let staff: Client;
let profileId: string;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  profileId = (await staff.post('/rights-profiles', { name: 'Leads', rights: [...RIGHTS] })).body.id;
});

type List = z.output<typeof ColleaguePage>;
/** A colleague, or why not. */
type One = z.output<typeof ColleagueDto> & { code?: string; reason?: string; cap?: number };

const customerOf = async (id: string, change: object) => {
  const { version } = (await staff.get(`/customers/${id}`)).body;
  return staff.patch(`/customers/${id}`, change, { 'if-match': `"${version}"` });
};
const takeRights = async (id: string, removed: string[]) => {
  const { version } = (await staff.get(`/contacts/${id}/rights`)).body;
  const answer = await staff.put(`/contacts/${id}/rights`, { removed }, { 'if-match': `"${version}"` });
  expect(answer.status).toBe(200);
};

/** Somebody who may invite, signed in, at a company where nobody else is. */
async function aLead(change: object = {}) {
  const lead = await aPerson(staff);
  await customerOf(lead.customerId, { rightsProfileId: profileId, ...change });
  const password = await passwordOf(staff, lead.id);
  return { ...lead, password, client: (await signIn(test, lead.email, password)).client };
}

/** A second one at the same company. */
async function alsoLead(customerId: string, fields: Record<string, unknown> = {}) {
  const email = `${newName()}@nordic.example`;
  const { id } = await newContact(staff, customerId, { firstName: 'Olle', lastName: 'Berg', email, ...fields });
  return { id, email, client: (await signIn(test, email, await passwordOf(staff, id))).client };
}

let names = 0;
const newName = () => `mia${(names += 1)}`;
const draft = (fields: object = {}) => ({
  firstName: 'Mia',
  lastName: 'Ek',
  email: `${newName()}@nordic.example`,
  ...fields,
});
const list = async (client: Client) => (await client.get<List>('/portal/colleagues/access')).body;
const invite = (client: Client, fields: object = {}) => client.post<One>('/portal/colleagues', draft(fields));
const remove = (client: Client, id: string) => client.delete<{ code?: string }>(`/portal/colleagues/${id}`);
const resend = (client: Client, id: string) => client.post<One>(`/portal/colleagues/${id}/resend`);
const contactOf = async (id: string) => (await staff.get(`/contacts/${id}`)).body;
const stateOf = async (client: Client, id: string) => (await list(client)).items.find((one) => one.id === id)?.state;

/** The token that the newest message about the contact carries. */
async function tokenOf(contactId: string): Promise<string> {
  const message = (await messagesAbout(test, contactId)).at(-1);
  const content = await filled(test, message?.id ?? '');
  return 'cancelled' in content ? '' : (content.values.activation_link?.split('#t=')[1] ?? '');
}
const view = (token: string) => test.client().post('/portal/activation/view', { token });
const accept = async (contactId: string, password = 'nordisk sommar 31') =>
  test.client().post('/portal/activation/accept', { token: await tokenOf(contactId), password });

describe('a colleague whom a contact invites', () => {
  it('gets an invitation in the name of the contact, accepts it, and staff see who invited (C10, INV-9, INV-10)', async () => {
    const eva = await aLead();
    const mia = await invite(eva.client, { email: 'Mia.Ek@Nordic.example', language: 'sv' });
    expect(mia.status).toBe(201);
    expect(mia.body).toMatchObject({ name: 'Mia Ek', state: 'invited', invitedBy: 'Eva Lind', isYourself: false });
    const [message] = await messagesAbout(test, mia.body.id);
    expect(message).toMatchObject({ to: 'Mia.Ek@Nordic.example', language: 'sv' });
    expect((await view(await tokenOf(mia.body.id))).body).toMatchObject({ inviter: 'Eva Lind' });
    expect(await list(eva.client)).toMatchObject({ cap: 3, used: 1, mayGrant: [...RIGHTS] });
    expect((await accept(mia.body.id)).status).toBe(200);
    expect(await stateOf(eva.client, mia.body.id)).toBe('active');
    expect(await contactOf(mia.body.id)).toMatchObject({ invitedBy: { contactId: eva.id, name: 'Eva Lind' } });
    const lines = (await staff.get(`/contacts/${mia.body.id}/activity`)).body.items;
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'colleague.invited',
          actor: expect.objectContaining({ kind: 'contact', name: 'Eva Lind' }),
        }),
      ]),
    );
    const signedIn = await signIn(test, 'mia.ek@nordic.example', 'nordisk sommar 31');
    expect((await signedIn.client.get('/portal/session')).body).toMatchObject({
      company: { customerId: eva.customerId },
    });
  });

  it('never takes more places than the customer has, in parallel either; one who is removed gives a place back (C10)', async () => {
    const eva = await aLead({ colleagueCap: 2 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => invite(eva.client)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body);
    expect(refused).toEqual([1, 2, 3].map(() => expect.objectContaining({ code: 'colleague.cap_reached', cap: 2 })));
    expect(await list(eva.client)).toMatchObject({ cap: 2, used: 2 });
    const made = answers.find(({ status }) => status === 201)?.body as One;
    expect((await remove(eva.client, made.id)).status).toBe(200);
    expect((await invite(eva.client)).status).toBe(201);
    await customerOf(eva.customerId, { colleagueCap: 0 });
    expect((await invite(eva.client)).body).toMatchObject({ code: 'colleague.cap_reached', cap: 0 });
    await customerOf(eva.customerId, { colleagueCap: null });
    expect(await list(eva.client)).toMatchObject({ cap: 3, used: 2 });
  });

  it('gets no right that the one who invites has not, also when the company gets more rights later (AZN-10, INV-6)', async () => {
    const eva = await aLead();
    await takeRights(eva.id, ['case:read_company']);
    const rights = ['case:read_own', 'case:read_company'];
    expect((await invite(eva.client, { rights })).body).toMatchObject({ code: 'colleague.rights_above_own' });
    expect((await list(eva.client)).mayGrant).not.toContain('case:read_company');
    const mia = (await invite(eva.client, { rights: ['case:read_own', 'case:create'] })).body;
    const effective = async () =>
      (await staff.get<{ items: { right: string; effective: boolean }[] }>(`/contacts/${mia.id}/rights`)).body.items
        .filter((one) => one.effective)
        .map(({ right }) => right);
    expect(await effective()).toEqual(['case:read_own', 'case:create']);
    await takeRights(eva.id, []);
    expect(await effective()).toEqual(['case:read_own', 'case:create']);
    const same = (await invite(eva.client)).body;
    expect((await staff.get(`/contacts/${same.id}/rights`)).body.items).toEqual(
      RIGHTS.map((right) => expect.objectContaining({ right, effective: true })),
    );
  });

  it('is the contact that staff wrote down, when the address is on file: nothing of it changes (INV-1)', async () => {
    const eva = await aLead();
    const fields = { firstName: 'M.', lastName: 'Ek', email: 'm.ek@nordic.example', externalId: 'X-77' };
    const { id } = await newContact(staff, eva.customerId, fields);
    await takeRights(id, ['case:close']);
    const invited = await invite(eva.client, { email: 'M.Ek@nordic.example' });
    expect(invited.body).toMatchObject({ id, name: 'M. Ek', state: 'invited' });
    expect(await contactOf(id)).toMatchObject({ ...fields, invitation: 'invited' });
    const { items } = (await staff.get(`/contacts/${id}/rights`)).body;
    expect(items).toContainEqual(expect.objectContaining({ right: 'case:close', effective: false }));
    expect((await invite(eva.client, { email: fields.email })).body.code).toBe('colleague.already_there');
  });

  it('is not let in by a colleague where staff closed the door (S3.15)', async () => {
    const eva = await aLead();
    const closed = await newContact(staff, eva.customerId, { email: 'closed@nordic.example', isPortalUser: false });
    const gone = await newContact(staff, eva.customerId, { email: 'gone@nordic.example' });
    await staff.post(`/contacts/${gone.id}/deactivate`);
    for (const { id, email } of [closed, gone]) {
      expect((await invite(eva.client, { email })).body.code).toBe('colleague.ask_company');
      expect(await messagesAbout(test, id)).toEqual([]);
    }
    expect(await list(eva.client)).toMatchObject({ used: 0 });
  });

  it('who has a login elsewhere looks the same as anybody, is asked there, and keeps the login as it is (D8, INV-1, INV-4)', async () => {
    const [eva, other] = [await aLead(), await aPerson(staff)];
    const password = await passwordOf(staff, other.id);
    const { client } = await signIn(test, other.email, password);
    const before = await credentialsFingerprint(test);
    const asked = await invite(eva.client, { email: other.email });
    expect(await credentialsFingerprint(test)).toBe(before);
    const stranger = await invite(eva.client);
    const shape = ({ body }: { body: One }) => ({
      ...body,
      id: '',
      email: '',
      until: new Date(body.until ?? 0).getTime() > Date.now(),
    });
    expect([asked.status, shape(asked)]).toEqual([stranger.status, shape(stranger)]);
    expect((await client.get('/portal/asked-companies')).body.items).toMatchObject([{ contactId: asked.body.id }]);
    expect((await client.post(`/portal/asked-companies/${asked.body.id}/decline`)).status).toBe(200);
    expect(await stateOf(eva.client, asked.body.id)).toBe('ended');
    await aMinuteLater(test, asked.body.id);
    expect((await resend(eva.client, asked.body.id)).body.code).toBe('colleague.nothing_to_send');
  });

  it('gets a newer link when it is sent again, not twice within a minute, and no PIN whatever the company writes (REC-12)', async () => {
    const eva = await aLead();
    const { version } = (await staff.get('/settings')).body;
    const text = { subject: 'Access', body: 'Use {{initial_pin}} or {{activation_link}}' };
    await staff.patch(
      '/settings',
      { templates: { 'portal-credentials': { en: text } } },
      { 'if-match': `"${version}"` },
    );
    const mia = (await invite(eva.client, { language: 'en' })).body;
    const old = await tokenOf(mia.id);
    expect((await resend(eva.client, mia.id)).body).toMatchObject({
      code: 'colleague.not_sent',
      reason: 'recently_sent',
    });
    await aMinuteLater(test, mia.id);
    expect((await resend(eva.client, mia.id)).body).toMatchObject({ state: 'invited' });
    expect((await view(old)).body.code).toBe('link.replaced');
    expect((await accept(mia.id)).status).toBe(200);
    expect((await resend(eva.client, mia.id)).body.code).toBe('colleague.nothing_to_send');
  });

  it('is invited so many times within an hour, and no more', async () => {
    const eva = await aLead({ colleagueCap: 0 });
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const answers: unknown[] = [];
    for (let count = 0; count < 21; count += 1) answers.push((await invite(eva.client)).body.code);
    expect(answers).toEqual([...Array<string>(20).fill('colleague.cap_reached'), 'colleague.too_many']);
  });
});

describe('a colleague whose rights are changed', () => {
  const rowOf = async (client: Client, id: string) => (await list(client)).items.find((one) => one.id === id);
  const set = (lead: { client: Client; password: string }, id: string, body: readonly string[] | object) => {
    const change = Array.isArray(body) ? { rights: body } : body;
    return lead.client.put<One>(`/portal/colleagues/${id}/rights`, { currentPassword: lead.password, ...change });
  };

  it('may do that and no more from the next request on; the company reads who changed it (C10, INV-6, INV-10)', async () => {
    const eva = await aLead();
    const olle = await alsoLead(eva.customerId);
    const told = await messagesAbout(test, olle.id);
    const less = RIGHTS.filter((right) => right !== 'case:close' && right !== 'colleague:manage');
    expect((await set(eva, olle.id, less)).body).toMatchObject({ id: olle.id, rights: less });
    expect((await olle.client.get('/portal/colleagues/access')).status).toBe(403);
    expect((await olle.client.get('/portal/session')).body).toMatchObject({ rights: less });
    const [line] = (await staff.get(`/contacts/${olle.id}/activity`)).body.items;
    expect(line).toMatchObject({
      action: 'contact.rights_changed',
      actor: { kind: 'contact', name: 'Eva Lind' },
      detail: { taken: ['case:close', 'colleague:manage'], given: [] },
    });
    expect((await set(eva, olle.id, RIGHTS)).body.rights).toEqual([...RIGHTS]);
    await set(eva, olle.id, RIGHTS);
    const lines = (await staff.get(`/contacts/${olle.id}/activity`)).body.items;
    expect(lines.filter((one: { action: string }) => one.action === 'contact.rights_changed')).toHaveLength(2);
    expect(await messagesAbout(test, olle.id)).toEqual(told);
  });

  it('gets nothing above own, and nothing back that the company took (AZN-10)', async () => {
    const eva = await aLead();
    const mia = (await invite(eva.client, { rights: ['case:read_own'] })).body;
    await takeRights(eva.id, ['case:close']);
    expect((await set(eva, mia.id, ['case:read_own', 'case:close'])).body.code).toBe('colleague.rights_above_own');
    // Staff take one more, and leave what Eva had not given.
    const removed = RIGHTS.filter((right) => right !== 'case:read_own');
    await takeRights(mia.id, removed);
    await takeRights(mia.id, [...removed, 'case:read_own']);
    expect(await rowOf(eva.client, mia.id)).toMatchObject({ rights: [], withheld: ['case:read_own'] });
    expect((await set(eva, mia.id, ['case:read_own'])).body.code).toBe('colleague.right_withheld');
    expect((await set(eva, mia.id, ['case:create'])).body.rights).toEqual(['case:create']);
    await takeRights(eva.id, []);
    expect((await rowOf(eva.client, mia.id))?.rights).toEqual(['case:create']);
    expect((await set(eva, mia.id, ['case:close'])).body.rights).toEqual(['case:close']);
  });

  it('is never oneself, nor somebody with more, nor of another company; of two at once one is left (AZN-10, AZN-2)', async () => {
    const [eva, other] = [await aLead(), await aLead()];
    const olle = { ...(await alsoLead(eva.customerId)), password: '' };
    olle.password = await passwordOf(staff, olle.id);
    olle.client = (await signIn(test, olle.email, olle.password)).client;
    expect((await set(eva, eva.id, [])).body.code).toBe('colleague.yourself');
    expect((await set(other, eva.id, [])).status).toBe(404);
    await takeRights(eva.id, ['case:close']);
    expect(await rowOf(eva.client, olle.id)).toMatchObject({ rights: [], withheld: [], allowedActions: [] });
    expect((await set(eva, olle.id, [])).body.code).toBe('colleague.rights_above_own');
    await takeRights(eva.id, []);
    const both = await Promise.all([set(eva, olle.id, []), set(olle, eva.id, [])]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 403]));
  });

  it('wants the own secret once more, out of the budget of a sign-in (SES-6, AUT-6)', async () => {
    const eva = await aLead();
    const mia = (await invite(eva.client)).body;
    const wrong = { currentPassword: 'nine wrong words' };
    for (const secret of [{ currentPassword: undefined }, wrong])
      expect((await set(eva, mia.id, { rights: [], ...secret })).body.code).toBe('password.wrong');
    for (let tries = 0; tries < 4; tries += 1) await set(eva, mia.id, { rights: [], ...wrong });
    const late = await set(eva, mia.id, []);
    expect(late.body).toMatchObject({ code: 'password.wrong', waitSeconds: expect.any(Number) });
    expect((await rowOf(eva.client, mia.id))?.rights).toEqual([...RIGHTS]);
  });
});

describe('a colleague who is removed', () => {
  it('is out at the next request, the invitation is dead, and the secret stays for another company (INV-8)', async () => {
    const eva = await aLead();
    const olle = await alsoLead(eva.customerId);
    const mia = (await invite(eva.client)).body;
    const token = await tokenOf(mia.id);
    for (const { id } of [olle, mia]) expect((await remove(eva.client, id)).body).toEqual({ done: true });
    expect((await olle.client.get('/portal/session')).status).toBe(401);
    expect((await view(token)).body.code).toBe('link.revoked');
    expect((await list(eva.client)).items.map(({ id }) => id)).toEqual([eva.id]);
    expect(await contactOf(olle.id)).toMatchObject({ isPortalUser: false, status: 'active', hasLogin: true });
    expect((await invite(eva.client, { email: olle.email })).body).toMatchObject({ id: olle.id, state: 'active' });
    expect((await remove(eva.client, mia.id)).status).toBe(404);
  });

  it('is never oneself, nor somebody with rights above own; of two who remove each other one stays (AZN-10)', async () => {
    const eva = await aLead();
    const olle = await alsoLead(eva.customerId);
    expect((await remove(eva.client, eva.id)).body.code).toBe('colleague.yourself');
    await takeRights(eva.id, ['case:close']);
    const [row] = (await list(eva.client)).items.filter(({ id }) => id === olle.id);
    expect(row?.allowedActions).toEqual([]);
    expect((await remove(eva.client, olle.id)).body.code).toBe('colleague.rights_above_own');
    await takeRights(eva.id, []);
    const both = await Promise.all([remove(eva.client, olle.id), remove(olle.client, eva.id)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = [(await contactOf(eva.id)).isPortalUser, (await contactOf(olle.id)).isPortalUser];
    expect(left.filter(Boolean)).toHaveLength(1);
  });
});

describe('people of the own company', () => {
  it('are listed without anything secret, and nobody of another company can be named (AZN-2, AZN-4)', async () => {
    const [eva, other] = [await aLead(), await aLead()];
    const { id } = await newContact(staff, eva.customerId, {
      firstName: '',
      email: null,
      phones: [{ number: eva.phone, type: 'mobile' }],
      linkByPhone: false,
    });
    await staff.post(`/contacts/${id}/pin`);
    await newContact(staff, eva.customerId, { firstName: 'Only', lastName: 'Written', email: 'only@nordic.example' });
    const { items } = await list(eva.client);
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['', 'invited'],
      ['Eva Lind', 'active'],
    ]);
    expect(JSON.stringify(items)).not.toContain(eva.phone.slice(-6));
    for (const answer of [await remove(other.client, eva.id), await resend(other.client, eva.id)])
      expect([answer.status, answer.body.code]).toEqual([404, 'row.not_found']);
    await takeRights(eva.id, ['colleague:manage']);
    expect((await eva.client.get('/portal/colleagues/access')).status).toBe(403);
  });

  it('can be looked at by staff as the person sees them, and not changed', async () => {
    const eva = await aLead();
    const { url } = (await staff.post<{ url: string }>(`/contacts/${eva.id}/view-as`, { reason: 'A question' })).body;
    const looking = test.client();
    expect((await looking.post('/portal/view', { token: url.split('#t=')[1] })).status).toBe(200);
    expect(await list(looking)).toMatchObject({ items: [{ id: eva.id }] });
    expect((await invite(looking)).body.code).toBe('session.read_only');
  });

  it('who move to another company or are merged take no name of a colleague along (A17)', async () => {
    const [eva, other] = [await aLead(), await aLead()];
    const [mia, bo] = [(await invite(eva.client)).body, (await invite(eva.client)).body];
    await staff.post(`/contacts/${mia.id}/move`, { customerId: other.customerId });
    expect((await contactOf(mia.id)).invitedBy).toBeNull();
    expect((await list(eva.client)).used).toBe(1);
    const twin = await newContact(staff, eva.customerId, { firstName: 'Eva' });
    await insertLogin(test, { email: 'twin@nordic.example' });
    await staff.post(`/contacts/${eva.id}/merge`, { into: twin.id });
    expect((await contactOf(bo.id)).invitedBy).toMatchObject({ contactId: twin.id });
  });
});

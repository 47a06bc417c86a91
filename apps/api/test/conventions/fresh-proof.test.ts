import { describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import { aPerson, aPhone, passwordOf, pinOf, sentToken } from '../logins.js';
import type { Client } from '../client.js';
import { newContact } from '../people.js';
import { signedInStaff } from '../staff.js';
import { allRoutes, type Route } from './routes.js';

const test = useApp();

/** SES-6 by name: secrets shown, keys, where mail and links go, second steps, copies of data, erasure, roles, portal PINs. */
const NAMED = [
  'revealPin',
  'issuePin',
  'setContactPassword',
  'takePhoneOff',
  'enableLogin',
  'useContactEmail',
  'revealDeploymentPin',
  'setDeploymentPin',
  'createApiKey',
  'changeSettings',
  'sendTestMail',
  'sendTestSms',
  'startSecondFactor',
  'switchOffSecondFactor',
  'exportPerson',
  'eraseContact',
  'viewAsContact',
  'changeStaffMember',
  'setContactRights',
  'createRightsProfile',
  'changeRightsProfile',
  'correctAddress',
];

/** What may be done with an old proof all the same: it only takes something away, or looks. */
const STOPS = new Set(['revokeApiKey', 'removeCarrier', 'lookForBounces']);
const GUARDED = new Set([
  'settings:write',
  'staff:write',
  'key:write',
  'rights:write',
  'export:run',
  'pin:reveal',
  'deployment_pin:reveal',
]);

const isGuarded = ({ name, access }: Route): boolean =>
  access?.kind === 'staff' && access.permission !== null && GUARDED.has(access.permission) && !STOPS.has(name);

const age = (id: string) =>
  rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [id]);

describe('a session whose password was typed more than 15 minutes ago', () => {
  it('is asked for it by every act of SES-6, and by each that changes settings, staff or keys, or takes data out (SES-6)', async () => {
    const { client, id } = await signedInStaff(test, 'owner');
    await age(id);
    const routes = allRoutes(test.app);
    const asked = routes.filter((route) => NAMED.includes(route.name) || isGuarded(route));
    expect(NAMED.filter((name) => !routes.some((route) => route.name === name))).toEqual([]);
    const answers = [];
    for (const { name, method, path } of asked) {
      const at = path.replace('/api/v1', '').replaceAll(/:[a-zA-Z]+/g, '01900000-0000-7000-8000-00000000dead');
      const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
      answers.push([name, (await client.send({ method, path: at, ...body })).body.code]);
    }
    expect(answers).toEqual(asked.map(({ name }) => [name, 'session.reauthentication_required']));
    expect(answers.length).toBeGreaterThan(30);
  });

  const ASKED = { status: 403, body: { code: 'session.reauthentication_required' } };

  /** Staff whose proof is old, beside staff whose proof is young. */
  const oldAndYoung = async () => {
    const { client: young } = await signedInStaff(test, 'admin');
    const { client: old, id } = await signedInStaff(test, 'admin');
    await age(id);
    const change = async (client: Client, path: string, body: object) => {
      const { version } = (await young.get(path)).body;
      return client.patch(path, body, { 'if-match': `"${version}"` });
    };
    return { young, old, change };
  };

  it('changes e-mail and phones of nobody who gets in or was invited to, and anything of anybody else (SES-6, REC-12)', async () => {
    const { young, old, change } = await oldAndYoung();
    const [active, invited, bare] = [await aPerson(young), await aPerson(young), await aPerson(young)];
    await passwordOf(young, active.id);
    await sentToken(test, young, invited.id);
    // At a second company, where Eva is asked whether they come.
    const asked = {
      ...active,
      id: (
        await newContact(young, bare.customerId, {
          lastName: 'Lind',
          email: active.email,
          phones: [{ number: aPhone() }],
        })
      ).id,
    };
    const reach = [{ email: 'mallory@elsewhere.example' }, { phones: [] }, { email: null, firstName: 'Eva' }];
    for (const { id, email } of [active, invited, asked]) {
      for (const fields of reach) expect(await change(old, `/contacts/${id}`, fields)).toMatchObject(ASKED);
      const ordinary = { firstName: 'Eva Maria', language: 'sv', mayResetPassword: false, email };
      expect((await change(old, `/contacts/${id}`, ordinary)).body).toMatchObject({ name: 'Eva Maria Lind', email });
    }
    expect((await change(young, `/contacts/${active.id}`, { phones: [] })).status).toBe(200);
    for (const fields of reach) expect((await change(old, `/contacts/${bare.id}`, fields)).status).toBe(200);
  });

  it('merges nobody who gets in, and gives no customer other rights (SES-6, AZN-10)', async () => {
    const { young, old, change } = await oldAndYoung();
    const eva = await aPerson(young);
    const twins = [await newContact(young, eva.customerId), await newContact(young, eva.customerId)];
    const [one, other] = twins.map(({ id }) => id);
    expect((await old.post(`/contacts/${one}/merge`, { into: other })).status).toBe(200);
    await pinOf(young, eva.id);
    expect(await old.post(`/contacts/${eva.id}/merge`, { into: other })).toMatchObject(ASKED);
    expect(await old.post(`/contacts/${other}/merge`, { into: eva.id })).toMatchObject(ASKED);
    expect((await young.post(`/contacts/${other}/merge`, { into: eva.id })).status).toBe(200);

    const { id: rightsProfileId } = (await young.post('/rights-profiles', { name: 'All', rights: [] })).body;
    const at = `/customers/${eva.customerId}`;
    expect(await change(old, at, { rightsProfileId })).toMatchObject(ASKED);
    const { rightsProfile } = (await old.get<{ rightsProfile: { id: string } }>(at)).body;
    expect((await change(old, at, { name: 'Lifts', rightsProfileId: rightsProfile.id })).status).toBe(200);
    expect((await change(young, at, { rightsProfileId })).body).toMatchObject({
      rightsProfile: { id: rightsProfileId },
    });
  });

  it('is no matter to a key, which has no password: its scopes guard it (SES-6, D15)', async () => {
    const { young, change } = await oldAndYoung();
    const eva = await aPerson(young);
    await pinOf(young, eva.id);
    const { key } = (
      await young.post('/api-keys', { name: 'CRM', scopes: ['contact:write', 'contact:read'], expiresInDays: 1 })
    ).body;
    const crm = test.client();
    crm.headers.authorization = `Bearer ${key}`;
    expect((await change(crm, `/contacts/${eva.id}`, { phones: [] })).status).toBe(200);
  });
});

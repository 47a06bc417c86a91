import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { pressFix } from '../../../test/fixes.js';
import {
  aPerson,
  aPhone,
  askNobodyFirst,
  messagesAbout,
  passwordOf,
  pinOf,
  sentToken,
  signIn,
} from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { askPhoneCode, confirmPhone, phoneCodeOf, verifyPhone } from '../../../test/phones.js';
import { ask as askReset } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import type { AccessFindingDto } from '../access-check/access-check.dto.js';

type Finding = z.output<typeof AccessFindingDto>;

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;
let network = 0;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

const onlyVerified = async (verifiedOnly: boolean) => {
  const { version } = (await staff.get('/settings')).body;
  await staff.patch('/settings', { sms: { verifiedOnly } }, { 'if-match': `"${version}"` });
};

/** Somebody with a password, signed in from a network of their own. */
async function aMember(fields: Record<string, unknown> = {}) {
  const person = await aPerson(staff, fields);
  const { client } = await signIn(test, person.email, await passwordOf(staff, person.id));
  network += 1;
  client.headers['x-forwarded-for'] = `10.30.0.${network}`;
  return { ...person, client };
}

const ask = askPhoneCode;
const confirm = confirmPhone;
const codeOf = (contactId: string) => phoneCodeOf(test, contactId);
const verify = (person: { id: string; client: Client; phone: string }) => verifyPhone(test, person);

const contactOf = async (id: string) => (await staff.get(`/contacts/${id}`)).body;
const isVerified = async (id: string): Promise<boolean[]> =>
  ((await contactOf(id)).phones as { verifiedAt: string | null }[]).map(({ verifiedAt }) => verifiedAt !== null);
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const smsOf = async (contactId: string) =>
  (await messagesAbout(test, contactId)).filter(({ kind }) => kind === 'password-reset-sms').map(({ to }) => to);

describe('a number that a person confirms', () => {
  it('is proven by a code of six digits that went there by SMS and stands nowhere; staff see it (D9, MSG-6, INV-10)', async () => {
    const eva = await aMember();
    expect((await eva.client.get('/portal/phones')).body.items).toEqual([
      { e164: eva.phone, type: 'mobile', isVerified: false, canBeVerified: true },
    ]);
    expect(await isVerified(eva.id)).toEqual([false]);
    const sent = await ask(eva.client, eva.phone);
    expect(sent.status).toBe(202);
    expect(new Date(sent.body.expiresAt ?? '').getTime() - Date.now()).toBeLessThan(600_500);
    const code = await codeOf(eva.id);
    expect(code).toMatch(/^\d{6}$/);
    const stored = await rows(
      test.db,
      `SELECT to_jsonb(n) AS row FROM notifications n WHERE kind = 'phone-code' UNION ALL SELECT to_jsonb(p) FROM phone_codes p UNION ALL SELECT to_jsonb(a) FROM audit_events a WHERE action LIKE 'phone.%'`,
    );
    expect(JSON.stringify(stored)).not.toContain(code);
    expect((await confirm(eva.client, eva.phone, ` ${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
    expect(await isVerified(eva.id)).toEqual([true]);
    expect((await eva.client.get('/portal/phones')).body.items).toMatchObject([
      { isVerified: true, canBeVerified: false },
    ]);
    expect((await confirm(eva.client, eva.phone, code)).body.code).toBe('phone.code_ended');
    expect((await ask(eva.client, eva.phone)).body.code).toBe('phone.is_verified');
    const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['phone.code_sent', 'phone.verified']),
    );
    expect((await staff.get(`/contacts/${eva.id}/access-check`)).body.checks).toContainEqual(
      expect.objectContaining({ key: 'phone_verified', state: 'green', facts: { phone: eva.phone } }),
    );
  });

  it('takes five tries, ten minutes and the newest code only, and of any number at once one gets through (ASVS 6.6.1, AUT-1)', async () => {
    const eva = await aMember();
    await ask(eva.client, eva.phone);
    const code = await codeOf(eva.id);
    const tries = await Promise.all(Array.from({ length: 8 }, () => confirm(eva.client, eva.phone, wrong(code))));
    expect(tries.filter(({ body }) => body.code === 'phone.code_wrong')).toHaveLength(5);
    expect((await confirm(eva.client, eva.phone, code)).body.code).toBe('phone.code_ended');

    await ask(eva.client, eva.phone);
    expect((await confirm(eva.client, eva.phone, code)).body.code).toBe('phone.code_wrong');
    const newer = await codeOf(eva.id);
    await rows(test.db, `UPDATE phone_codes SET expires_at = now() WHERE e164 = $1`, [eva.phone]);
    expect((await confirm(eva.client, eva.phone, newer)).body.code).toBe('phone.code_ended');
    expect(await codeOf(eva.id)).toContain('expired');

    await ask(eva.client, eva.phone);
    const newest = await codeOf(eva.id);
    const atOnce = await Promise.all(Array.from({ length: 5 }, () => confirm(eva.client, eva.phone, newest)));
    expect(atOnce.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is one on file that takes SMS, the person’s own, and codes are few (INV-5, D9, MSG-7)', async () => {
    const landline = '+468123456';
    const mobile = aPhone();
    const eva = await aMember({
      phones: [
        { number: mobile, type: 'mobile' },
        { number: landline, type: 'landline' },
      ],
    });
    const other = await aMember();
    expect((await ask(eva.client, other.phone)).status).toBe(404);
    expect((await ask(eva.client, landline)).body.code).toBe('phone.no_sms');
    expect((await ask(eva.client, 'call me')).status).toBe(422);
    expect((await ask(test.client(), mobile)).status).toBe(401);
    expect((await confirm(other.client, mobile, '123456')).body.code).toBe('phone.code_ended');
    const asked = [];
    for (let n = 0; n < 6; n += 1) asked.push((await ask(eva.client, mobile)).status);
    expect(asked).toEqual([202, 202, 202, 202, 202, 429]);
    expect(await smsOf(eva.id)).toEqual([]);
  });

  it('stays proven when other things change, and loses it with the number, even if that comes back (D9)', async () => {
    const eva = await aMember();
    await verify(eva);
    const change = async (body: object) => {
      const { version } = await contactOf(eva.id);
      return staff.patch(`/contacts/${eva.id}`, body, { 'if-match': `"${version}"` });
    };
    const own = { number: eva.phone, type: 'mobile' };
    expect((await change({ phones: [own, { number: aPhone(), type: 'mobile' }] })).status).toBe(200);
    expect(await isVerified(eva.id)).toEqual([true, false]);
    await change({ phones: [{ number: aPhone(), type: 'mobile' }] });
    await change({ phones: [own] });
    expect(await isVerified(eva.id)).toEqual([false]);
  });

  it('cannot be declared proven by a request (REC-17)', async () => {
    const eva = await aMember();
    const { version } = await contactOf(eva.id);
    for (const claim of [{ verifiedAt: new Date().toISOString() }, { isVerified: true }, { verified: true }]) {
      const phones = [{ number: eva.phone, type: 'mobile', ...claim }];
      const answers = [
        await staff.patch(`/contacts/${eva.id}`, { phones }, { 'if-match': `"${version}"` }),
        await staff.post('/contacts', { customerId: eva.customerId, phones }),
        await eva.client.patch('/portal/profile', { phones }),
        await confirm(eva.client, eva.phone, JSON.stringify(claim).slice(0, 20)),
      ];
      expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    }
    expect(await isVerified(eva.id)).toEqual([false]);
  });

  it('counts as the person’s where somebody else has it on file too, unless that one has proven it as well (S2.11, S2.18, S2.20, S2.21)', async () => {
    const shared = aPhone();
    const phones = [{ number: shared, type: 'mobile' }];
    const eva = { ...(await aMember({ phones })), phone: shared };
    const olle = { ...(await aMember({ phones, linkByPhone: false })), phone: shared };
    await askReset(test, eva.email, {}, shared);
    expect(await smsOf(eva.id)).toEqual([]);
    await rows(test.db, `UPDATE notifications SET created_at = now() - interval '2 hours'`);
    await verify(eva);
    await askReset(test, eva.email, {}, shared);
    await askReset(test, olle.email, {}, shared);
    expect([await smsOf(eva.id), await smsOf(olle.id)]).toEqual([[shared], []]);
    await rows(test.db, `UPDATE notifications SET created_at = now() - interval '2 hours'`);
    await verify(olle);
    await askReset(test, eva.email, {}, shared);
    expect(await smsOf(eva.id)).toEqual([shared]);
  });

  it('comes before others on file, and is the only one that gets secrets where the settings say so (S2.20, D9)', async () => {
    const [first, second] = [aPhone(), aPhone()];
    const phones = [first, second].map((number) => ({ number, type: 'mobile' }));
    const eva = await aMember({ phones });
    const newcomer = await aPerson(staff, { email: null });
    await onlyVerified(true);
    await askReset(test, eva.email, {}, first);
    expect(await smsOf(eva.id)).toEqual([]);
    const check = (await staff.get(`/contacts/${eva.id}/access-check`)).body.checks;
    expect(check).toContainEqual(expect.objectContaining({ cause: 'phone_unverified', state: 'amber' }));
    const plan = (await staff.post(`/contacts/${newcomer.id}/access?dryRun=true`, { strategy: 'sms' })).body;
    expect(plan.ways).toContainEqual(expect.objectContaining({ way: 'sms', obstacle: 'phone_unverified' }));
    await rows(test.db, `UPDATE notifications SET created_at = now() - interval '2 hours'`);
    await verify({ ...eva, phone: second });
    await askReset(test, eva.email, {}, first);
    expect(await smsOf(eva.id)).toEqual([second]);
    await onlyVerified(false);
  });
});

const found = async (contactId: string, key: string): Promise<Finding> =>
  (await staff.get<{ checks: Finding[] }>(`/contacts/${contactId}/access-check`)).body.checks.find(
    (one) => one.key === key,
  )!;

describe('a number that left the file and still opens the login', () => {
  const takeOff = (contactId: string, phone: string) =>
    staff.post(`/contacts/${contactId}/login/phones/remove`, { phone });
  const edit = async (id: string, change: object) => {
    const { version } = await contactOf(id);
    expect((await staff.patch(`/contacts/${id}`, change, { 'if-match': `"${version}"` })).status).toBe(200);
  };
  const enters = async (phone: string, pin: string) => (await signIn(test, phone, pin)).answer.status === 200;

  it('is taken off by one press: no PIN and no session of one gets in by it, the person is told (INV-1, INV-8, INV-10, REC-16)', async () => {
    const eva = await aMember();
    await verify(eva);
    const pin = await pinOf(staff, eva.id);
    const byPin = (await signIn(test, eva.phone, pin)).client;
    expect((await takeOff(eva.id, eva.phone)).body.code).toBe('phone.on_file');
    await edit(eva.id, { phones: [] });
    expect(await enters(eva.phone, pin)).toBe(true);
    expect((await staff.get(`/contacts/${eva.id}/access`)).body.warnings).toContain('phone_left_over');

    const finding = await found(eva.id, 'phone_left_over');
    expect(finding).toMatchObject({ state: 'amber', facts: { phone: eva.phone }, fix: { act: 'take_phone_off' } });
    await pressFix(staff, finding);
    expect((await found(eva.id, 'phone_left_over')).state).toBe('green');
    expect(await enters(eva.phone, pin)).toBe(false);
    const sessions = await Promise.all([byPin, eva.client].map((client) => client.get('/portal/session')));
    expect(sessions.map(({ status }) => status)).toEqual([401, 200]);
    const told = (await messagesAbout(test, eva.id)).filter(({ data }) => data['notice'] === 'login_phone_left');
    expect(told.map(({ to }) => to)).toEqual([eva.email]);
    const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
    expect(items[0]).toMatchObject({ action: 'phone.taken_off', detail: { phone: eva.phone } });
    expect((await takeOff(eva.id, eva.phone)).status).toBe(404);
  });

  it('stays while another company has it on file, and while it is the only way in (INV-1, INV-2)', async () => {
    const eva = await aPerson(staff, { email: null });
    const pin = await pinOf(staff, eva.id);
    await askNobodyFirst(test);
    const { id: customerId } = await newCustomer(staff, { name: 'The other company' });
    const phones = [{ number: eva.phone, type: 'mobile' }];
    const other = await newContact(staff, customerId, { firstName: 'Eva', phones });
    await edit(eva.id, { phones: [] });
    expect((await takeOff(eva.id, eva.phone)).body.code).toBe('phone.on_file');
    await edit(other.id, { phones: [] });
    expect((await takeOff(eva.id, eva.phone)).body.code).toBe('phone.last_way_in');
    expect(await found(eva.id, 'phone_left_over')).toMatchObject({
      state: 'amber',
      cause: 'phone_left_over_only',
      fix: { act: 'edit_contact' },
    });
    expect(await enters(eva.phone, pin)).toBe(true);
  });
});

describe('an address that was edited before anybody used the login', () => {
  const taken = (contactId: string) => staff.post(`/contacts/${contactId}/login/email`);
  const moved = async (id: string, email: string) => {
    const { version } = await contactOf(id);
    await staff.patch(`/contacts/${id}`, { email }, { 'if-match': `"${version}"` });
  };

  it('is taken up by the login at one press, unless somebody used it, or another login has the address (INV-1, S4.4)', async () => {
    const [eva, used] = [await aPerson(staff), await aMember()];
    await sentToken(test, staff, eva.id);
    await moved(eva.id, `right.${eva.email}`);
    const finding = await found(eva.id, 'email_differs');
    expect(finding).toMatchObject({ state: 'amber', cause: 'email_not_taken_up', fix: { act: 'use_contact_email' } });
    await pressFix(staff, finding);
    expect((await found(eva.id, 'email_differs')).state).toBe('green');
    expect((await staff.get(`/contacts/${eva.id}/access`)).body).toMatchObject({
      loginIds: [{ value: `right.${eva.email}` }, { value: eva.phone }],
    });
    const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
    expect(items[0]).toMatchObject({ action: 'email.corrected', detail: { from: eva.email } });
    await moved(eva.id, used.email);
    expect((await taken(eva.id)).body.code).toBe('email.is_taken');
    await moved(used.id, `right.${used.email}`);
    expect((await taken(used.id)).body.code).toBe('email.in_use');
  });
});

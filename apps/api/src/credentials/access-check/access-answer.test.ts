import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { pressFix } from '../../../test/fixes.js';
import { aPerson, aPhone, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';
import { AccessChecks } from '../../access-checks/access-checks.js';
import { rows } from '../../db/sql.js';
import type { AccessCheckDto } from './access-check.dto.js';
import { READ_OUT_DE } from './read-out/de.js';
import { READ_OUT_EN } from './read-out/en.js';
import { READ_OUT_SV } from './read-out/sv.js';

type Check = z.output<typeof AccessCheckDto>;

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

const check = async (id: string, by = staff): Promise<Check> =>
  (await by.get<Check>(`/contacts/${id}/access-check`)).body;

describe('the answer of an access check (S4.10)', () => {
  it('names every way in and where a new password would go', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    await pinOf(staff, person.id);
    await rows(test.db, `UPDATE settings SET data = jsonb_set(data, '{mail}', '{"host":"mail.example"}') WHERE id = 1`);
    expect((await check(person.id)).answer).toEqual({
      state: 'can',
      ways: [
        { way: 'password', login: person.email },
        { way: 'pin', login: person.phone },
      ],
      cause: null,
      facts: {},
      resetTo: person.email,
      resetSmsTo: person.phone,
    });
    for (let n = 0; n < 5; n += 1) await signIn(test, person.email, 'wrong');
    expect((await check(person.id)).answer).toMatchObject({ state: 'can', ways: [{ way: 'pin' }] });
    await staff.post(`/contacts/${person.id}/lock/lift`, { reason: 'Rang and proved who it is' });
    await signIn(test, person.email, password);
    const login = (await check(person.id)).checks.find(({ key }) => key === 'login');
    expect(login).toMatchObject({ state: 'green', cause: 'login_used', facts: { method: 'password' } });
  });

  it('keeps what was wrong with one way in until that way works: another one says nothing about it (S4.10, INV-4)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    const pin = await pinOf(staff, person.id);
    const failure = async () => (await check(person.id)).checks.find(({ key }) => key === 'last_failure');
    for (let n = 0; n < 2; n += 1) await signIn(test, person.email, 'wrong');
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
    expect(await failure()).toMatchObject({ state: 'amber', cause: 'failed_wrong_password' });
    expect((await signIn(test, person.email, password)).answer.status).toBe(200);
    expect(await failure()).toMatchObject({ state: 'green', cause: 'no_failure' });
  });

  it('names the first thing that keeps the person out, the customer before all else', async () => {
    const person = await aPerson(staff);
    expect((await check(person.id)).answer).toMatchObject({ state: 'cannot', cause: 'never_invited', resetTo: null });
    await staff.post(`/contacts/${person.id}/deactivate`);
    expect((await check(person.id)).answer.cause).toBe('contact_inactive');
    await staff.post(`/customers/${person.customerId}/deactivate`);
    expect((await check(person.id)).answer.cause).toBe('customer_inactive');
  });

  it('says that the last try failed_closed, until what closed it is mended (S4.10)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    const found = async (key: string) => (await check(person.id)).checks.find((one) => one.key === key)!;
    await staff.post(`/contacts/${person.id}/deactivate`);
    await signIn(test, person.email, password);
    const failed = await found('last_failure');
    expect(failed).toMatchObject({ state: 'amber', cause: 'failed_closed', fix: { act: 'reactivate_contact' } });
    await pressFix(staff, failed);
    expect((await found('contact_active')).state).toBe('green');
    expect(await found('last_failure')).toMatchObject({ state: 'green', cause: 'no_failure' });
  });

  it('opens a login again that was closed (S4.10, INV-10)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    const found = async (key: string) => (await check(person.id)).checks.find((one) => one.key === key)!;
    const close = `UPDATE identities i SET status = 'disabled' FROM contacts c WHERE c.id = $1 AND i.id = c.identity_id`;
    await rows(test.db, close, [person.id]);
    expect((await signIn(test, person.email, password)).answer.status).toBe(401);
    expect(await found('last_failure')).toMatchObject({ cause: 'failed_closed', fix: { act: 'enable_login' } });
    const closed = await found('login');
    expect(closed).toMatchObject({
      state: 'red',
      cause: 'login_disabled',
      blocks: 'all',
      fix: { act: 'enable_login' },
    });
    await pressFix(staff, closed);
    expect([(await found('login')).state, (await found('last_failure')).state]).toEqual(['green', 'green']);
    expect((await signIn(test, person.email, password)).answer.status).toBe(200);
  });

  it('does not put an address back that mail came back from: a new password gets the person in, who changes it (S4.10, REC-16)', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    const found = async (key: string) => (await check(person.id)).checks.find((one) => one.key === key)!;
    await rows(test.db, `INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', '550 no')`, [
      person.email,
    ]);
    await pressFix(staff, await found('email_bounced'), { email: `new.${person.email}` });
    await signIn(test, `new.${person.email}`, 'typed the new one');
    expect([await found('email_bounced'), await found('last_failure')]).toMatchObject([
      { state: 'green' },
      { cause: 'failed_other_email', fix: { act: 'set_password' } },
    ]);
    const differs = await found('email_differs');
    expect(differs).toMatchObject({ cause: 'login_email_bounced', fix: { act: 'set_password' } });
    expect(differs.readOut).toContain(person.email);
    await pressFix(staff, differs);
    expect((await check(person.id)).answer).toMatchObject({
      state: 'can',
      ways: [{ way: 'password', login: person.email }],
      resetTo: null,
    });
    expect((await found('last_failure')).state).toBe('green');
  });

  it('is amber for phone_shared, until the person has one of their own and a PIN to it (S4.10, D8)', async () => {
    const person = await aPerson(staff);
    const other = await aPerson(staff, { phones: [{ number: person.phone, type: 'mobile' }] });
    for (const { id } of [person, other]) await pinOf(staff, id);
    const found = async (key: string) => (await check(person.id)).checks.find((one) => one.key === key)!;
    const shared = await found('phone_shared');
    expect(shared).toMatchObject({ state: 'amber', cause: 'phone_shared', facts: { others: '1' } });
    const own = aPhone();
    await pressFix(staff, shared, { phones: [{ number: own, type: 'mobile' }] });
    await pressFix(staff, await found('phone_differs'));
    expect((await check(person.id)).answer.ways).toEqual([{ way: 'pin', login: own }]);
    expect([(await found('phone_shared')).state, (await found('phone_differs')).state]).toEqual(['green', 'green']);
  });

  it('lets somebody in by a number added later, once the button gave a new PIN (S0.1, S4.10)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const added = aPhone();
    const { version } = (await staff.get(`/contacts/${person.id}`)).body;
    const phones = [person.phone, added].map((number) => ({ number, type: 'mobile' }));
    await staff.patch(`/contacts/${person.id}`, { phones }, { 'if-match': `"${version}"` });
    expect((await signIn(test, added, pin)).answer.status).toBe(401);
    const failed = (await check(person.id)).checks.find(({ key }) => key === 'last_failure')!;
    expect(failed).toMatchObject({ cause: 'failed_no_pin', fix: { act: 'issue_pin' } });
    await pressFix(staff, failed);
    const { pin: renewed } = (await staff.post(`/contacts/${person.id}/pin/reveal`, { reason: 'On the phone' })).body;
    expect((await signIn(test, added, renewed)).answer.status).toBe(200);
  });

  it('offers who was never invited and has a phone only a way that needs no address (S4.8, S4.10)', async () => {
    const person = await aPerson(staff, { email: null });
    const invitation = async () => (await check(person.id)).checks.find(({ key }) => key === 'invitation')!;
    expect(await invitation()).toMatchObject({ cause: 'never_invited', fix: { act: 'give_access' } });
    await pressFix(staff, await invitation());
    expect((await invitation()).state).not.toBe('red');
  });

  it('changes nothing, shows no secret, and is for staff and keys that may read credentials (AZN-1)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    const answer = await check(person.id, viewer);
    expect(JSON.stringify(answer)).not.toContain(pin);
    expect(answer.checks.every(({ fix }) => !fix?.isAllowed)).toBe(true);
    expect((await test.client().get(`/contacts/${person.id}/access-check`)).status).toBe(401);
    expect((await staff.get('/contacts/018f3b1e-0000-7000-8000-000000000001/access-check')).status).toBe(404);
  });

  it('speaks the language of the customer, and English where it has no other (S4.12)', async () => {
    const say = async (language: string | null) => {
      const person = await aPerson(staff, { language });
      return (await check(person.id)).checks.find(({ key }) => key === 'invitation')?.readOut;
    };
    expect(await say('de')).toBe(READ_OUT_DE.never_invited);
    expect(await say('sv')).toBe(READ_OUT_SV.never_invited);
    expect(await say('fi')).toBe(READ_OUT_EN.never_invited);
    expect(test.app.get(AccessChecks).sentence('en', 'invitation_open', { to: 'eva@x.example' })).toContain(
      'eva@x.example',
    );
  });

  it('has every sentence in every language, with the same facts', () => {
    const shape = (texts: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(texts).map(([cause, said]) => [cause, (said.match(/\{\w+\}/g) ?? []).toSorted()]),
      );
    expect(shape(READ_OUT_DE)).toEqual(shape(READ_OUT_EN));
    expect(shape(READ_OUT_SV)).toEqual(shape(READ_OUT_EN));
  });
});

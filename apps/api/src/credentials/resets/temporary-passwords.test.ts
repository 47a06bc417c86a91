import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, signIn, signInWith } from '../../../test/logins.js';
import { aMinutePasses, ask, mailed } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { ResetEnds } from './reset-ends.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  const { version } = (await staff.get('/settings')).body;
  await staff.patch('/settings', { passwordReset: { mode: 'temporary' } }, { 'if-match': `"${version}"` });
});

const NEW = 'nordisk sommar 31';
const choose = (client: Client, newPassword: string) => client.put('/portal/password', { newPassword });
const status = async (email: string, secret: string) => (await signIn(test, email, secret)).answer.status;

async function asked() {
  const person = await aPerson(staff);
  const password = await passwordOf(staff, person.id);
  await ask(test, person.email);
  const temporary = (await mailed(test, person.email)).temporary_password ?? '';
  return { ...person, password, temporary };
}

describe('a temporary password', () => {
  it('has ten signs, lets in once, and only to choose another; the old one works until then (S2.2, S2.4, D3, REC-11)', async () => {
    const { email, password, temporary } = await asked();
    expect(temporary).toMatch(/^[a-z2-9]{10}$/);
    const { client, answer } = await signIn(test, email, temporary);
    expect(answer).toMatchObject({ status: 200, body: { next: 'set_password' } });
    expect((await client.get('/portal/cases')).body.code).toBe('session.password_change_required');
    expect(await status(email, temporary)).toBe(401);
    expect(await status(email, password)).toBe(200);
    for (const known of [temporary, password])
      expect((await choose(client, known)).body).toMatchObject({
        code: 'password.weak',
        errors: [{ pointer: '/newPassword', code: 'password.unchanged' }],
      });
    expect((await choose(client, NEW)).status).toBe(200);
    expect((await client.get('/portal/cases')).status).toBe(200);
    expect([await status(email, password), await status(email, temporary), await status(email, NEW)]).toEqual([
      401, 401, 200,
    ]);
  });

  it('does not make the browser a known one; the password that is chosen then does (D3, AUT-5)', async () => {
    const { email, temporary } = await asked();
    const devices = () =>
      rows(test.db, `SELECT 1 FROM known_devices d JOIN identities i ON i.id = d.identity_id WHERE i.email = $1`, [
        email,
      ]);
    const { client } = await signIn(test, email, temporary);
    expect([[...client.cookies.keys()].filter((name) => name.includes('device')), await devices()]).toEqual([[], []]);
    await choose(client, NEW);
    expect(await devices()).toEqual([]);
    await signInWith(client, email, NEW);
    expect(await devices()).toHaveLength(1);
  });

  it('ends with the switch for everybody and that of the contact, as a link does, and the log says so (S2.6, S2.7, S2.22)', async () => {
    const [one, other, third] = [await asked(), await asked(), await asked()];
    const changed = async (mayResetPassword: boolean) => {
      const { version } = (await staff.get(`/contacts/${one.id}`)).body;
      await staff.patch(`/contacts/${one.id}`, { mayResetPassword }, { 'if-match': `"${version}"` });
    };
    const enabled = async (isOn: boolean) => {
      const { version } = (await staff.get('/settings')).body;
      await staff.patch('/settings', { passwordReset: { enabled: isOn } }, { 'if-match': `"${version}"` });
    };
    const stateOf = async (id: string) => (await staff.get(`/password-resets?contactId=${id}`)).body.items[0]?.state;
    await changed(false);
    await changed(true);
    expect([await status(one.email, one.temporary), await stateOf(one.id)]).toEqual([401, 'stopped']);
    await enabled(false);
    expect(await status(third.email, third.temporary)).toBe(401);
    await test.app.get(ResetEnds).endAll();
    await enabled(true);
    expect([await status(other.email, other.temporary), await stateOf(other.id)]).toEqual([401, 'stopped']);
    expect(await status(other.email, other.password)).toBe(200);
    const { items } = (await staff.get(`/contacts/${other.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toContain('password.reset_stopped');
  });

  it('is asked for and used with any spelling of an international domain (D8, AUT-14)', async () => {
    const typed = 'Eva.Idn@müller.example';
    const person = await aPerson(staff, { email: typed });
    const password = await passwordOf(staff, person.id);
    expect((await ask(test, 'eva.idn@XN--MLLER-kva.example')).status).toBe(202);
    const temporary = (await mailed(test, typed)).temporary_password ?? '';
    expect([await status('eva.idn@xn--mller-kva.example', password), await status(typed, password)]).toEqual([
      200, 200,
    ]);
    expect((await ask(test, typed.toUpperCase())).status).toBe(202);
    expect((await ask(test, 'two@müller.example, one@x.example')).status).toBe(422);
    expect(temporary).toHaveLength(10);
  });

  it('opens a session of ten minutes, which becomes a usual one when the password was chosen (D3)', async () => {
    const { email, temporary } = await asked();
    const { client } = await signIn(test, email, temporary);
    const life = () =>
      rows(
        test.db,
        `SELECT round(extract(epoch FROM s.expires_at - s.created_at) / 60)::int AS minutes FROM sessions s JOIN identities i ON i.id = s.identity_id WHERE i.email = $1`,
        [email],
      );
    expect(await life()).toEqual([{ minutes: 10 }]);
    await choose(client, NEW);
    expect(await life()).toEqual([{ minutes: 30 * 24 * 60 }]);
  });

  it('lets one of twenty at once in (REC-4, REC-11)', async () => {
    const { email, temporary } = await asked();
    const { client } = await signIn(test, email, 'not the password');
    expect(client.cookies.size).toBe(0);
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => status(email, temporary)));
    expect(answers.filter((one) => one === 200)).toHaveLength(1);
  });

  it('is guessed at on the budget of the password, and ends with its time, a newer one, and the old password (AUT-1, D3)', async () => {
    const guessed = await asked();
    for (let n = 0; n < 5; n += 1) await status(guessed.email, 'abcdefgh23');
    expect((await signIn(test, guessed.email, guessed.temporary)).answer).toMatchObject({
      status: 401,
      body: { waitSeconds: expect.any(Number) },
    });
    const late = await asked();
    await rows(test.db, `UPDATE password_resets SET expires_at = now()`);
    expect(await status(late.email, late.temporary)).toBe(401);
    const twice = await asked();
    await aMinutePasses(test);
    await ask(test, twice.email);
    expect(await status(twice.email, twice.temporary)).toBe(401);
    expect(await status(twice.email, (await mailed(test, twice.email)).temporary_password ?? '')).toBe(200);
    const remembered = await asked();
    expect(await status(remembered.email, remembered.password)).toBe(200);
    expect(await status(remembered.email, remembered.temporary)).toBe(401);
  });

  it('is what one contact gets by its own setting, and a link what another gets, whatever holds for everybody (S2.2, S2.7)', async () => {
    const sent = async (resetMode: string | null) => {
      const person = await aPerson(staff, { resetMode });
      await passwordOf(staff, person.id);
      await ask(test, person.email);
      const { mode } = (await staff.get(`/password-resets?contactId=${person.id}`)).body.items[0]!;
      return [mode, Object.keys(await mailed(test, person.email)).filter((name) => /reset_link|temporary/.test(name))];
    };
    expect(await sent('link')).toEqual(['link', ['reset_link']]);
    expect(await sent(null)).toEqual(['temporary', ['temporary_password']]);
    const { version } = (await staff.get('/settings')).body;
    await staff.patch('/settings', { passwordReset: { mode: 'link' } }, { 'if-match': `"${version}"` });
    expect(await sent('temporary')).toEqual(['temporary', ['temporary_password']]);
    expect(await sent(null)).toEqual(['link', ['reset_link']]);
    await staff.patch(
      '/settings',
      { passwordReset: { mode: 'temporary' } },
      { 'if-match': `"${Number(version) + 1}"` },
    );
  });

  it('works as people type it on a phone: with a capital letter first and a space behind', async () => {
    const { email, temporary } = await asked();
    expect(await status(email, `${temporary.charAt(0).toUpperCase()}${temporary.slice(1)} `)).toBe(200);
  });
});

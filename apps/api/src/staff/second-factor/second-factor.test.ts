import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { authenticator, enrol, passSteps } from '../../../test/second-factor.js';
import { signedInStaff } from '../../../test/staff.js';
import { Keys } from '../../config/keys.js';
import { first, rows } from '../../db/sql.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { linkToken } from '../staff.messages.js';

const PASSWORD = 'correct horse battery staple';

describe('the second step of a staff sign-in', () => {
  const test = useApp({ SIGN_IN_FAILURES_PER_ADDRESS: '1000' });

  async function member(role: 'owner' | 'admin' | 'agent' = 'agent') {
    const one = await signedInStaff(test, role);
    const hash = await test.app.get(PasswordsService).hash(PASSWORD);
    await rows(test.db, `UPDATE staff_members SET password_hash = $2 WHERE id = $1`, [one.id, hash]);
    return one;
  }
  const signIn = (email: string, code?: string, client: Client = test.client()) =>
    client.post('/staff/session', { email, password: PASSWORD, ...(code === undefined ? {} : { code }) });
  const notices = async (email: string) =>
    (
      await rows<{ subject: string }>(test.db, `SELECT subject FROM notifications WHERE to_address = $1 ORDER BY id`, [
        email,
      ])
    ).map(({ subject }) => subject);
  const actions = async (id: string) =>
    (
      await rows<{ action: string }>(test.db, `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id`, [id])
    ).map(({ action }) => action);
  const require = async (isRequired: boolean) => {
    const { client } = await signedInStaff(test, 'owner');
    const { version } = (await client.get('/settings')).body;
    await client.patch(
      '/settings',
      { staff: { secondFactorRequired: isRequired } },
      { 'if-match': `"${String(version)}"` },
    );
  };

  it('is set up with a key that counts once its first code was typed; other sessions end (AUT-12, SES-1)', async () => {
    const { client, id, email } = await member();
    await signIn(email, undefined, client);
    const elsewhere = test.client();
    await signIn(email, undefined, elsewhere);
    const before = client.cookies.get('latchkey-staff');
    const started = await client.post('/staff/second-factor');
    expect(started.body).toMatchObject({
      key: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringContaining(encodeURIComponent(email)),
    });
    expect((await signIn(email)).status).toBe(200);
    expect((await client.post('/staff/second-factor/confirm', { code: '000000x' })).body.code).toBe(
      'second_factor.code_wrong',
    );
    const code = authenticator(String(started.body.key));
    const done = await client.post('/staff/second-factor/confirm', {
      code: ` ${code().slice(0, 3)} ${code().slice(3)}`,
    });
    expect(new Set(done.body.codes as unknown as string[]).size).toBe(10);
    expect(client.cookies.get('latchkey-staff')).not.toBe(before);
    expect((await client.get('/staff/session')).body).toMatchObject({ hasSecondFactor: true, mustEnrol: false });
    expect((await elsewhere.get('/staff/session')).status).toBe(401);
    expect((await client.post('/staff/second-factor')).body.code).toBe('second_factor.is_on');
    expect(await notices(email)).toEqual(['Signing in now asks for a code']);
    expect(await actions(id)).toContain('staff.second_factor_enabled');
    const stored = JSON.stringify(
      await rows(
        test.db,
        `SELECT encode(secret_sealed, 'escape'), code_hash FROM staff_second_factors JOIN staff_recovery_codes USING (staff_id)`,
      ),
    );
    expect(stored).not.toContain(started.body.key);
    for (const one of done.body.codes as unknown as string[]) expect(stored).not.toContain(one.replace('-', ''));
  });

  it('is asked for after the right password only, in a browser that is known as well (AUT-4, AUT-5)', async () => {
    const { client, email } = await member();
    const { code } = await enrol(client);
    const wrong = await test.client().post('/staff/session', { email, password: 'wrong' });
    const nobody = await test.client().post('/staff/session', { email: 'nobody@office.example', password: 'wrong' });
    expect({ ...wrong.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
    const browser = test.client();
    expect((await signIn(email, undefined, browser)).body).toMatchObject({
      status: 401,
      code: 'second_factor.code_required',
    });
    expect([...browser.cookies]).toEqual([]);
    expect((await signIn(email, code(1), browser)).status).toBe(200);
    expect(browser.cookies.get('latchkey-staff-device')).toBeDefined();
    expect((await signIn(email, undefined, browser)).body.code).toBe('second_factor.code_required');
  });

  it('takes each code once, also of twenty at the same time (AUT-12)', async () => {
    const { client, email } = await member();
    const { code } = await enrol(client);
    expect((await signIn(email, code())).body.code).toBe('second_factor.code_wrong');
    await passSteps(test);
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const same = code();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(email, same)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await signIn(email, same)).status).not.toBe(200);
  });

  it('compares five of a hundred codes at once, spends no tries of the password, and tells the member (AUT-1, AUT-12)', async () => {
    const { client, email } = await member();
    const { code } = await enrol(client);
    const wrong = code() === '123456' ? '654321' : '123456';
    await rows(test.db, `DELETE FROM attempt_budgets`);
    await signIn(email, wrong);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => client.post('/staff/session/reauthentication', { code: wrong })),
    );
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['second_factor.code_wrong']));
    const used = await rows<{ kind: string; used: number }>(
      test.db,
      `SELECT kind, used FROM attempt_budgets WHERE kind LIKE 'staff-%' AND used > 0`,
    );
    expect(used).toEqual([{ kind: 'staff-code', used: 5 }]);
    await passSteps(test);
    const waiting = await signIn(email, code());
    expect(waiting.body).toMatchObject({ code: 'second_factor.code_wrong', waitSeconds: expect.any(Number) });
    expect(waiting.body.waitSeconds).toBeGreaterThan(0);
    expect((await notices(email)).filter((subject) => subject === 'Somebody knows your password')).toHaveLength(1);
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now() - interval '1 second'`);
    expect((await signIn(email, code())).status).toBe(200);
  });

  it('lets a recovery code in once, in the spelling it was written down in, and says so (AUT-12)', async () => {
    const { client, id, email } = await member();
    const { recovery } = await enrol(client);
    const [one = '', two = ''] = recovery;
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(email, ` ${one.toUpperCase()}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const browser = test.client();
    expect((await signIn(email, two.replace('-', ' '), browser)).status).toBe(200);
    expect((await browser.get('/staff/second-factor')).body).toMatchObject({ recoveryCodesLeft: 8 });
    expect(await notices(email)).toContain('A recovery code was used');
    expect(await actions(id)).toContain('staff.recovery_code_used');
    const stranger = await member();
    const { recovery: others } = await enrol(stranger.client);
    expect((await signIn(email, others[0])).body.code).toBe('second_factor.code_wrong');
  });

  it('is not passed by a link for a new password (AUT-6)', async () => {
    const { client, id, email } = await member();
    const { code } = await enrol(client);
    const admin = await signedInStaff(test, 'admin');
    await admin.client.post(`/staff-members/${id}/invitation`);
    const link = await first<{ id: string }>(test.db, `SELECT id FROM staff_links WHERE staff_id = $1`, [id]);
    const token = linkToken(test.app.get(Keys), link!.id);
    const accept = (change: object = {}) =>
      test.client().post('/staff/links/accept', { token, password: 'seven purple lanterns swing', ...change });
    expect((await accept()).body.code).toBe('second_factor.code_required');
    expect((await accept({ code: 'zzzzzzzzzz' })).body.code).toBe('second_factor.code_wrong');
    expect((await signIn(email)).body.code).toBe('second_factor.code_required');
    expect((await accept({ code: code(1) })).status).toBe(200);
  });

  it('proves again who is there, by code instead of the password (SES-6)', async () => {
    const { client, email } = await member('admin');
    const { code } = await enrol(client);
    await passSteps(test);
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes'`);
    const off = (typed: string) => client.post('/staff/second-factor/off', { code: typed });
    expect((await off(code())).body.code).toBe('session.reauthentication_required');
    const again = (proof: object) => client.post('/staff/session/reauthentication', proof);
    expect((await again({})).status).toBe(422);
    expect((await again({ password: PASSWORD, code: code() })).status).toBe(422);
    expect((await again({ code: 'wrong' })).body.code).toBe('second_factor.code_wrong');
    expect((await again({ code: code() })).status).toBe(200);
    expect((await off(code())).body.code).toBe('second_factor.code_wrong');
    expect((await off(code(1))).body).toMatchObject({ onSince: null, recoveryCodesLeft: 0 });
    expect((await signIn(email)).status).toBe(200);
    expect((await off(code(1))).body.code).toBe('second_factor.is_off');
    expect(await notices(email)).toContain('Signing in no longer asks for a code');
  });

  it('gives ten new recovery codes for a code; the older ones end', async () => {
    const { client, email } = await member();
    const { code, recovery } = await enrol(client);
    const renewed = await client.post('/staff/second-factor/recovery-codes', { code: code(1) });
    const codes = renewed.body.codes as unknown as string[];
    expect(codes).toHaveLength(10);
    expect((await signIn(email, recovery[0])).body.code).toBe('second_factor.code_wrong');
    expect((await signIn(email, codes[0])).status).toBe(200);
  });

  it('is taken away by an admin for somebody whose phone is gone: sessions end, a message says so (INV-10)', async () => {
    const { client, id, email } = await member();
    await enrol(client);
    const admin = await member('admin');
    const reset = (who: string, by: Client = admin.client) => by.post(`/staff-members/${who}/second-factor/reset`);
    const listed = (await admin.client.get(`/staff-members?limit=100`)).body.items as unknown as { id: string }[];
    expect(listed.find((one) => one.id === id)).toMatchObject({
      hasSecondFactor: true,
      allowedActions: expect.arrayContaining(['reset_second_factor']),
    });
    expect((await reset(id)).body).toMatchObject({ hasSecondFactor: false });
    expect((await reset(id)).body.code).toBe('second_factor.is_off');
    expect((await client.get('/staff/session')).status).toBe(401);
    expect((await signIn(email)).status).toBe(200);
    expect(await notices(email)).toContain('Your second step was removed');
    expect(await actions(id)).toContain('staff.second_factor_reset');
    const owner = await member('owner');
    await enrol(owner.client);
    await enrol(admin.client);
    expect((await reset(owner.id)).body.code).toBe('staff.role_not_grantable');
    expect((await reset(admin.id)).status).toBe(403);
  });

  it('is set up first where everybody must have one, and then stays (S0.15, D13)', async () => {
    const { email } = await member('admin');
    await require(true);
    const client = test.client();
    expect((await signIn(email, undefined, client)).body).toMatchObject({ mustEnrol: true, hasSecondFactor: false });
    const refused = await Promise.all([
      client.get('/customers'),
      client.get('/staff/sessions'),
      client.put('/staff/session/password', { currentPassword: PASSWORD, newPassword: 'seven purple lanterns swing' }),
    ]);
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'second_factor.required'));
    expect((await client.get('/staff/second-factor')).body).toMatchObject({ isRequired: true });
    const { code } = await enrol(client);
    expect((await client.get('/customers')).status).toBe(200);
    expect((await client.post('/staff/second-factor/off', { code: code(1) })).body.code).toBe(
      'second_factor.must_stay',
    );
    await require(false);
  });
});

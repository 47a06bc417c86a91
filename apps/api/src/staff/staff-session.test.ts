import { describe, expect, it } from 'vitest';
import { startApp, useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { first, rows } from '../db/sql.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { StaffMember } from './staff-member.entity.js';

const PASSWORD = 'correct horse battery staple';

describe('staff sessions', () => {
  const test = useApp({ SIGN_IN_FAILURES_PER_ADDRESS: '1000' });
  let count = 0;

  async function member(change: Partial<StaffMember> = {}): Promise<{ id: string; email: string }> {
    const id = newId();
    const email = `member${(count += 1)}@office.example`;
    const passwordHash = await test.app.get(PasswordsService).hash(PASSWORD);
    await test.db.manager.insert(StaffMember, {
      id,
      email,
      name: 'Mona Office',
      role: 'agent',
      status: 'active',
      passwordHash,
      ...change,
    });
    return { id, email };
  }
  const signIn = (email: unknown, password: unknown, client: Client = test.client()) =>
    client.post('/staff/session', { email, password });
  const passTime = () => rows(test.db, `UPDATE attempt_budgets SET next_at = now() - interval '1 second'`);
  const queued = (kind: string, email: string) =>
    rows<{ subject: string; language: string }>(
      test.db,
      `SELECT subject, language FROM notifications WHERE kind = $1 AND to_address = $2`,
      [kind, email],
    );

  it('signs in, says who it is and what may be done, and signs out on the server (SES-4)', async () => {
    const { email, id } = await member();
    const client = test.client();
    const signedIn = await signIn(email, PASSWORD, client);
    expect(signedIn.status).toBe(200);
    expect(signedIn.body).toMatchObject({
      staff: { id, email, role: 'agent' },
      company: { name: 'Latchkey', hasLogo: false },
      demo: false,
    });
    expect(signedIn.body.permissions).toContain('case:reply');
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect((await client.get('/staff/session')).body.staff.id).toBe(id);
    const cookies = new Map(client.cookies);
    const out = await client.delete('/staff/session');
    expect(out.headers.get('clear-site-data')).toContain('storage');
    for (const [name, value] of cookies) client.cookies.set(name, value);
    expect((await client.get('/staff/session')).status).toBe(401);
    expect(
      await first(test.db, `SELECT 1 FROM audit_events WHERE action = 'staff.signed_in' AND subject_id = $1`, [id]),
    ).toBeDefined();
  });

  it('gives unknown, wrong, inactive, invited and passwordless the same answer (AUT-4)', async () => {
    const inactive = await member({ status: 'inactive' });
    const invited = await member({ status: 'invited', passwordHash: null });
    const unset = await member({ passwordHash: null });
    const wrong = await member();
    const answers = await Promise.all([
      signIn('nobody@office.example', PASSWORD),
      signIn('not an address', PASSWORD),
      signIn(wrong.email, 'wrong'),
      signIn(inactive.email, PASSWORD),
      signIn(invited.email, PASSWORD),
      signIn(unset.email, PASSWORD),
    ]);
    const plain = answers.map(({ status, body: { instance: _, ...body }, headers }) => ({
      status,
      body,
      names: [...headers.keys()].sort(),
    }));
    expect(plain[0]).toMatchObject({ status: 401, body: { code: 'sign_in.failed', waitSeconds: 0 } });
    for (const answer of plain) expect(answer).toEqual(plain[0]);
  });

  it('compares no more than the free tries of 200 at once, through two processes (AUT-1, AUT-15)', async () => {
    const { email } = await member();
    const other = await startApp(test.config);
    try {
      const clients = [test.client(), other.client()];
      const began = Date.now();
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) => signIn(email, `wrong ${index}`, clients[index % 2])),
      );
      expect(answers.every(({ status }) => status === 401 || status === 503)).toBe(true);
      const budget = await first<{ used: number }>(
        test.db,
        `SELECT used FROM attempt_budgets WHERE kind = 'staff-password' ORDER BY updated_at DESC LIMIT 1`,
      );
      // A machine so busy that the first wait of 30 s passes meanwhile lets one more through.
      const waitsOver = Math.floor((Date.now() - began) / 30_000);
      expect(budget?.used).toBeLessThanOrEqual(5 + waitsOver);
      expect(budget?.used).toBeGreaterThanOrEqual(5);
    } finally {
      await other.app.close();
    }
    const refused = await signIn(email, PASSWORD);
    expect(refused.body).toMatchObject({ code: 'sign_in.failed', waitSeconds: expect.any(Number) });
    expect(refused.body.waitSeconds).toBeGreaterThan(0);
  });

  it('counts one address in every spelling, whatever else is sent (AUT-2)', async () => {
    const { email } = await member();
    const spellings = [email, email.toUpperCase(), ` ${email} `, email.replace('m', 'ｍ'), `${email}\t`];
    for (const [index, spelling] of spellings.entries())
      await test
        .client()
        .post(
          '/staff/session',
          { email: spelling, password: 'wrong' },
          { 'x-forwarded-for': `10.0.0.${index}`, 'user-agent': `u${index}` },
        );
    expect((await signIn(email, PASSWORD)).body.waitSeconds).toBeGreaterThan(20);
  });

  it('lets the right password in again after the wait, and tells the owner of the tries', async () => {
    const { email } = await member({ language: 'sv' });
    for (let tries = 0; tries < 6; tries += 1) await signIn(email, 'wrong');
    await passTime();
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect(await queued('staff-notice', email)).toEqual([
      { subject: 'Någon försökte logga in som du', language: 'sv' },
    ]);
    expect((await signIn(email, 'wrong')).body.waitSeconds).toBe(0);
  });

  it('refuses everything but strings before any lookup (AUT-10)', async () => {
    const { email } = await member();
    const odd = [[email], { email }, 1, true, null];
    for (const value of odd) {
      expect((await signIn(value, PASSWORD)).status).toBe(422);
      expect((await signIn(email, value)).status).toBe(422);
    }
    const twice = `{"email":"${email}","email":"${email}","password":"${PASSWORD}"}`;
    expect((await test.client().post('/staff/session', twice, { 'content-type': 'application/json' })).status).toBe(
      400,
    );
    expect((await test.client().post('/staff/session', { email, password: PASSWORD, role: 'owner' })).status).toBe(422);
  });

  it('makes a new hash at sign-in when the cost has changed (D22)', async () => {
    const cheap = new PasswordsService((test.app.get(PasswordsService) as unknown as { keys: never }).keys, {
      ...test.config,
      bcryptCost: 5,
    });
    const { email, id } = await member({ passwordHash: await cheap.hash(PASSWORD) });
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect(
      (await first<{ hash: string }>(test.db, `SELECT password_hash AS hash FROM staff_members WHERE id = $1`, [id]))
        ?.hash,
    ).toMatch(/^\$2b\$04\$/);
  });

  it('proves the password again under the same budget and with a new session id (SES-1, SES-6, AUT-6)', async () => {
    const { email } = await member({ role: 'admin' });
    const client = test.client();
    await signIn(email, PASSWORD, client);
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes'`);
    const invite = () =>
      client.post('/staff-members', { email: `new${count}@office.example`, name: 'New', role: 'agent' });
    expect((await invite()).body.code).toBe('session.reauthentication_required');
    const before = new Map(client.cookies);
    expect((await client.post('/staff/session/reauthentication', { password: 'wrong' })).body).toMatchObject({
      code: 'password.wrong',
      waitSeconds: 0,
    });
    expect((await client.post('/staff/session/reauthentication', { password: PASSWORD })).status).toBe(200);
    expect([...client.cookies]).not.toEqual([...before]);
    expect((await invite()).status).toBe(201);
    const old = test.client();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect((await old.get('/staff/session')).status).toBe(401);
    // A browser in which nobody signed in before has no budget of its own: the person's is spent.
    client.cookies.delete('latchkey-staff-device');
    for (let tries = 0; tries < 5; tries += 1)
      await client.post('/staff/session/reauthentication', { password: 'wrong' });
    expect((await signIn(email, PASSWORD)).status).toBe(401);
  });

  it('changes the own password with the current one: other sessions end, a notice goes out (AUT-9)', async () => {
    const { email } = await member({ language: 'de' });
    const [client, elsewhere] = [test.client(), test.client()];
    await signIn(email, PASSWORD, client);
    await signIn(email, PASSWORD, elsewhere);
    const change = (currentPassword: string, newPassword: string) =>
      client.put('/staff/session/password', { currentPassword, newPassword });
    expect((await change('wrong', 'seven purple lanterns swing')).body).toMatchObject({
      code: 'password.wrong',
      errors: [{ pointer: '/currentPassword' }],
    });
    expect((await change(PASSWORD, 'password1234567')).body).toMatchObject({
      code: 'password.weak',
      reason: 'common',
      errors: [{ pointer: '/newPassword' }],
    });
    expect((await change(PASSWORD, `${email} is mine`)).body.reason).toBe('contains_own_data');
    expect((await change(PASSWORD, 'seven purple lanterns swing')).status).toBe(200);
    expect((await client.get('/staff/session')).status).toBe(200);
    expect((await elsewhere.get('/staff/session')).status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, 'seven purple lanterns swing')).status).toBe(200);
    expect(await queued('staff-notice', email)).toEqual([{ subject: 'Ihr Passwort wurde geändert', language: 'de' }]);
  });

  it('lists and ends the own sessions, never those of others (SES-5)', async () => {
    const { email } = await member();
    const [client, elsewhere] = [test.client(), test.client()];
    await signIn(email, PASSWORD, elsewhere);
    await signIn(email, PASSWORD, client);
    const { items } = (await client.get('/staff/sessions')).body;
    expect(items.map((session) => session.isCurrent).toSorted((one, other) => Number(one) - Number(other))).toEqual([
      false,
      true,
    ]);
    const other = items.find((session: { isCurrent: boolean }) => !session.isCurrent)!;
    const stranger = await signedInStaff(test, 'owner');
    expect((await stranger.client.delete(`/staff/sessions/${other.id}`)).status).toBe(404);
    expect((await client.delete(`/staff/sessions/${other.id}`)).status).toBe(200);
    expect((await elsewhere.get('/staff/session')).status).toBe(401);
    await signIn(email, PASSWORD, elsewhere);
    expect((await client.delete('/staff/sessions')).status).toBe(200);
    expect((await elsewhere.get('/staff/session')).status).toBe(401);
  });

  it('changes the own name and language and nothing else', async () => {
    const { client, id } = await signedInStaff(test, 'viewer');
    expect((await client.patch('/staff/session/profile', { name: 'Vera', language: 'sv' })).body.staff).toMatchObject({
      name: 'Vera',
      language: 'sv',
      role: 'viewer',
    });
    expect((await client.patch('/staff/session/profile', { role: 'owner' })).status).toBe(422);
    expect((await client.patch('/staff/session/profile', { language: null })).body.staff).toMatchObject({
      id,
      language: null,
      name: 'Vera',
    });
  });

  it('ends by the clock of the database: idle and absolute (SES-2)', async () => {
    const { client, id } = await signedInStaff(test, 'agent');
    await rows(test.db, `UPDATE sessions SET idle_expires_at = now() - interval '1 second' WHERE staff_id = $1`, [id]);
    expect((await client.get('/staff/session')).status).toBe(401);
    await rows(
      test.db,
      `UPDATE sessions SET idle_expires_at = now() + interval '1 hour', expires_at = now() - interval '1 second' WHERE staff_id = $1`,
      [id],
    );
    expect((await client.get('/staff/session')).status).toBe(401);
  });
});

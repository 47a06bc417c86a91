import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf, sentToken, signIn } from '../../../test/logins.js';
import { aMinutePasses, ask, askedToken, mailed, resetMails, tokenOf } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

const NEW = 'nordisk sommar 31';
const view = (token: string) => test.client().post('/portal/password-reset/view', { token });
const finish = (token: string, password = NEW) =>
  test.client().post('/portal/password-reset/finish', { token, password });
const works = async (email: string, password: string) => (await signIn(test, email, password)).answer.status === 200;

async function eva(): Promise<{ id: string; customerId: string; email: string; password: string }> {
  const person = await aPerson(staff);
  return { ...person, password: await passwordOf(staff, person.id) };
}

const stateOf = async (contactId: string) =>
  (await staff.get(`/password-resets?contactId=${contactId}`)).body.items.map(({ state }: { state: string }) => state);

describe('a forgotten password, by link', () => {
  it('is replaced by one the person chooses: other sessions end, the owner is told, staff see it (S2.1, S4.1, C4, REC-8)', async () => {
    const person = await eva();
    const { client: open } = await signIn(test, person.email, person.password);
    expect(await ask(test, person.email)).toMatchObject({ status: 202, body: { done: true } });
    const token = tokenOf((await mailed(test, person.email)).reset_link);
    expect((await view(token)).body).toMatchObject({
      company: 'Latchkey',
      loginId: person.email,
      minPasswordLength: 10,
    });
    const finished = await finish(token);
    expect(finished).toMatchObject({ status: 200, body: { done: true } });
    expect(finished.headers.getSetCookie()).toEqual([]);
    expect((await open.get('/portal/session')).status).toBe(401);
    expect([await works(person.email, person.password), await works(person.email, NEW)]).toEqual([false, true]);
    const notices = await rows<{ notice: string }>(
      test.db,
      `SELECT data ->> 'notice' AS notice FROM notifications WHERE kind = 'security-notice' AND to_address = $1 ORDER BY id`,
      [person.email],
    );
    expect(notices.map(({ notice }) => notice)).toContain('password_changed');
    expect(await stateOf(person.id)).toEqual(['used']);
    const { items } = (await staff.get(`/contacts/${person.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['password.reset_asked', 'password.reset']),
    );
  });

  it('leaves the old password in force until then; using the old one ends the link (D3, REC-1, INV-3, S2.4)', async () => {
    const person = await eva();
    const token = await askedToken(test, person.email);
    expect((await view(token)).status).toBe(200);
    expect(await works(person.email, person.password)).toBe(true);
    expect((await finish(token)).status).toBe(410);
    expect(await stateOf(person.id)).toEqual(['old_password']);
    expect(await works(person.email, person.password)).toBe(true);
  });

  it('changes nothing when it is only looked at, and a password that is too weak leaves the link as it is (REC-5, INV-9)', async () => {
    const person = await eva();
    const token = await askedToken(test, person.email);
    for (let look = 0; look < 3; look += 1) expect((await view(token)).status).toBe(200);
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(
        (await fetch(`${test.origin}/api/v1/portal/password-reset/finish`, { method })).status,
      ).toBeGreaterThanOrEqual(400);
    for (const weak of ['short', 'passwordpassword', person.email])
      expect((await finish(token, weak)).body.code).toBe('password.weak');
    expect((await finish(token)).status).toBe(200);
  });

  it('answers the same 410 to a link that was used, replaced, expired, voided, closed, or never was (C11, REC-2)', async () => {
    const dead = async (end: (person: Awaited<ReturnType<typeof eva>>, token: string) => Promise<unknown>) => {
      const person = await eva();
      const token = await askedToken(test, person.email);
      await end(person, token);
      return [await view(token), await finish(token)];
    };
    const invited = await aPerson(staff);
    const activation = await sentToken(test, staff, invited.id);
    const reset = await askedToken(test, (await eva()).email);
    expect((await test.client().post('/portal/activation/view', { token: reset })).status).toBe(410);
    const answers = [
      ...(await dead((_, token) => finish(token))),
      ...(await dead(({ email }) => aMinutePasses(test).then(() => ask(test, email)))),
      ...(await dead(() => rows(test.db, `UPDATE password_resets SET expires_at = now()`))),
      ...(await dead(({ id }) => passwordOf(staff, id))),
      ...(await dead(({ id }) => staff.post(`/contacts/${id}/deactivate`))),
      ...(await dead(({ customerId }) => staff.post(`/customers/${customerId}/deactivate`))),
      await view(activation),
      await view('a'.repeat(43)),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(410);
      expect({ ...body, instance: '' }).toEqual({ ...answers[0]!.body, instance: '' });
    }
  });

  it('lets one of fifty uses at once through (REC-4)', async () => {
    const person = await eva();
    const token = await askedToken(test, person.email);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => finish(token, `${NEW} ${at}`)));
    const statuses = answers.map(({ status }) => status);
    expect([statuses.filter((one) => one === 200).length, statuses.filter((one) => one === 410).length]).toEqual([
      1, 49,
    ]);
  });

  it('goes to the stored address only, however it was typed, in the language of the person (S2.9, S2.21, S4.4, REC-10, INV-5)', async () => {
    const person = await aPerson(staff, { language: 'sv' });
    await passwordOf(staff, person.id);
    await ask(test, ` ${person.email.toUpperCase()}`.trim());
    const mails = await resetMails(test, person.email);
    expect(mails).toMatchObject([{ to: person.email, language: 'sv' }]);
    expect(mails[0]!.subject).toContain('nytt lösenord');
    for (const two of [[person.email, 'b@b.example'], `${person.email},b@b.example`, { email: person.email }])
      expect((await test.client().post('/portal/password-reset', { email: two })).status).toBe(422);
  });

  it('leads to the configured portal, whatever the request says about hosts (REC-6, D11)', async () => {
    const person = await eva();
    const evil = 'evil.example';
    await ask(test, person.email, {
      'x-forwarded-host': evil,
      forwarded: `host=${evil}`,
      origin: test.origin,
      'x-host': evil,
      'x-original-url': `https://${evil}/`,
      'x-forwarded-proto': 'ftp',
    });
    const { reset_link: link } = await mailed(test, person.email);
    expect(new URL(link!).origin).toBe((await staff.get('/settings')).body.effectivePortalOrigin);
  });

  it('is nowhere in the database, and not in what staff see of the message (REC-7, MSG-6)', async () => {
    const person = await eva();
    const token = await askedToken(test, person.email);
    const [mail] = await resetMails(test, person.email);
    const tables = await rows<{ name: string }>(
      test.db,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables)
      expect(
        await rows(test.db, `SELECT 1 FROM "${name}" t WHERE t::text LIKE $1`, [`%${token.slice(4, 30)}%`]),
        name,
      ).toEqual([]);
    const seen = JSON.stringify((await staff.get(`/notifications/${mail!.id}`)).body);
    expect(seen).not.toContain(token);
    expect(seen).toContain('••');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, aPhone, filled, passwordOf, signIn } from '../../../test/logins.js';
import { aMinutePasses, ask, mailed, tokenOf } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

const settings = async (passwordReset: object) => {
  const { version } = (await staff.get('/settings')).body;
  await staff.patch('/settings', { passwordReset }, { 'if-match': `"${version}"` });
};

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  await settings({ mode: 'temporary' });
});

interface Texted {
  id: string;
  to: string;
}

const texts = (contactId: string): Promise<Texted[]> =>
  rows(
    test.db,
    `SELECT id, to_address AS "to" FROM notifications WHERE kind = 'password-reset-sms' AND contact_id = $1 ORDER BY id`,
    [contactId],
  );
const status = async (email: string, secret: string) => (await signIn(test, email, secret)).answer.status;
const logOf = async (contactId: string) => (await staff.get(`/password-resets?contactId=${contactId}`)).body.items[0]!;

async function valuesOf({ id }: Texted): Promise<Record<string, string>> {
  const message = await filled(test, id);
  return 'cancelled' in message ? {} : message.values;
}

/** Somebody with a password who asks, and what arrived on the phone. */
async function asked(phone?: string) {
  const person = await aPerson(staff);
  const password = await passwordOf(staff, person.id);
  await ask(test, person.email, {}, phone ?? person.phone);
  const [text] = await texts(person.id);
  const texted = text ? ((await valuesOf(text)).temporary_password ?? '') : '';
  return { ...person, password, text, texted, mailed: (await mailed(test, person.email)).temporary_password ?? '' };
}

describe('a new password by SMS', () => {
  it('goes to the stored mobile number, which may be another than the one typed, and by e-mail too (S2.3, S2.10, S2.13, S2.18, S2.20)', async () => {
    const [office, mobile] = [aPhone(), aPhone()];
    const phones = [
      { number: office, type: 'office' },
      { number: mobile, type: 'mobile' },
    ];
    const person = await aPerson(staff, { phones });
    await passwordOf(staff, person.id);
    await ask(test, person.email, {}, office.replace('+46', '0'));
    expect((await texts(person.id)).map(({ to }) => to)).toEqual([mobile]);
    expect(await mailed(test, person.email)).toHaveProperty('temporary_password');
    expect(await logOf(person.id)).toMatchObject({
      state: 'sending',
      sentTo: person.email,
      sms: { to: mobile, state: 'queued', error: null },
    });
  });

  it('is by e-mail only where the number is missing, unknown, somebody else’s too, or no number; the answer is the same (S2.11, S2.19, S2.21, INV-4, INV-5)', async () => {
    const other = await aPerson(staff);
    const shared = aPhone();
    const phones = [{ number: shared, type: 'mobile' }];
    const sharing = await aPerson(staff, { phones });
    await aPerson(staff, { phones, linkByPhone: false });
    const person = await aPerson(staff);
    for (const { id } of [person, sharing]) await passwordOf(staff, id);
    const answers = [];
    for (const phone of [undefined, other.phone, aPhone(), 'call me', `${person.phone} ext. 5`]) {
      answers.push(await ask(test, person.email, {}, phone));
      await aMinutePasses(test);
      await rows(test.db, `UPDATE notifications SET created_at = now() - interval '2 hours'`);
    }
    answers.push(
      await ask(test, sharing.email, {}, shared),
      await ask(test, 'nobody@nordic.example', {}, person.phone),
    );
    expect(new Set(answers.map(({ status: code, body }) => JSON.stringify([code, body]))).size).toBe(1);
    expect([...(await texts(person.id)), ...(await texts(sharing.id)), ...(await texts(other.id))]).toEqual([]);
    expect((await logOf(person.id)).sms).toBeNull();
  });

  it('carries a temporary password of its own; one that was used ends both, and the old one works until then (S2.2, D3, INV-3, REC-11)', async () => {
    const one = await asked();
    expect(one.texted).toMatch(/^[a-z2-9]{10}$/);
    expect(one.texted).not.toBe(one.mailed);
    expect(await status(one.email, one.texted)).toBe(200);
    expect([await status(one.email, one.mailed), await status(one.email, one.texted)]).toEqual([401, 401]);
    expect(await logOf(one.id)).toMatchObject({ state: 'used' });
    const other = await asked();
    expect(await status(other.email, other.mailed)).toBe(200);
    expect([await status(other.email, other.texted), await status(other.email, other.password)]).toEqual([401, 200]);
  });

  it('lives ten minutes, its e-mail a day (D3)', async () => {
    const one = await asked();
    const [life] = await rows(
      test.db,
      `SELECT round(extract(epoch FROM sms_expires_at - created_at) / 60)::int AS sms, round(extract(epoch FROM expires_at - created_at) / 3600)::int AS mail
         FROM password_resets WHERE contact_id = $1`,
      [one.id],
    );
    expect(life).toEqual({ sms: 10, mail: 24 });
    await rows(test.db, `UPDATE password_resets SET sms_expires_at = now()`);
    expect([await status(one.email, one.texted), await status(one.email, one.mailed)]).toEqual([401, 200]);
  });

  it('works where the e-mail came back, and the e-mail where the SMS did; where both did, nothing but the old password does (S2.4, INV-3)', async () => {
    const lose = (contactId: string, kinds: string[]) =>
      rows(test.db, `UPDATE notifications SET state = 'bounced' WHERE contact_id = $1 AND kind = ANY ($2)`, [
        contactId,
        kinds,
      ]);
    const [noMail, noSms, neither] = [await asked(), await asked(), await asked()];
    await lose(noMail.id, ['password-reset']);
    await lose(noSms.id, ['password-reset-sms']);
    await lose(neither.id, ['password-reset', 'password-reset-sms']);
    expect((await logOf(noMail.id)).state).toBe('sending');
    expect((await logOf(neither.id)).state).toBe('undelivered');
    expect([await status(noMail.email, noMail.mailed), await status(noMail.email, noMail.texted)]).toEqual([401, 200]);
    expect([await status(noSms.email, noSms.texted), await status(noSms.email, noSms.mailed)]).toEqual([401, 200]);
    expect([await status(neither.email, neither.texted), await status(neither.email, neither.mailed)]).toEqual([
      401, 401,
    ]);
    expect(await status(neither.email, neither.password)).toBe(200);
  });

  it('is nothing any more when staff take the number off the file (S2.21, INV-5)', async () => {
    const one = await asked();
    const { version } = (await staff.get(`/contacts/${one.id}`)).body;
    await staff.patch(`/contacts/${one.id}`, { phones: [] }, { 'if-match': `"${version}"` });
    expect([await status(one.email, one.texted), await status(one.email, one.mailed)]).toEqual([401, 200]);
  });

  it('may be a link, and is switched off in the settings (S2.6, S2.16)', async () => {
    await settings({ mode: 'link' });
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    await ask(test, person.email, {}, person.phone);
    const [text] = await texts(person.id);
    const token = tokenOf((await valuesOf(text!)).reset_link);
    expect(token).not.toBe(tokenOf((await mailed(test, person.email)).reset_link));
    const look = await test.client().post('/portal/password-reset/view', { token });
    expect(look.body).toMatchObject({ loginId: person.email });
    expect(new Date(String(look.body.expiresAt)).getTime()).toBeLessThan(Date.now() + 601_000);
    const finish = { token, password: 'nordisk sommar 31' };
    expect((await test.client().post('/portal/password-reset/finish', finish)).status).toBe(200);
    expect((await test.client().post('/portal/password-reset/finish', finish)).status).toBe(410);
    await settings({ bySms: false });
    const other = await asked();
    expect(other.text).toBeUndefined();
  });
});

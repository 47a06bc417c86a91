import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aMinuteLater, aPerson, filled, messagesAbout, sentToken } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

const PASSWORD = 'nordisk sommar 31';
const enter = (identifier: string, code: string) => test.client().post('/portal/activation/code', { identifier, code });

/** Eva was invited: her token, and the code that stands below the link. */
async function invited() {
  const person = await aPerson(staff);
  const token = await sentToken(test, staff, person.id);
  const message = (await messagesAbout(test, person.id)).at(-1);
  const content = await filled(test, message?.id ?? '');
  const { values } = content as { values: Record<string, string> };
  return { ...person, token, message, code: String(values.activation_code), page: values.code_page };
}

describe('POST /portal/activation/code', () => {
  it('stands below every link, and lets in on another device by e-mail or phone, however it is typed (C1)', async () => {
    const eva = await invited();
    expect(eva.message?.body).toContain('{{activation_code}}');
    expect(eva.page).toMatch(/\/activate$/);
    expect(eva.code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
    const spellings = [eva.code, eva.code.toUpperCase(), ` ${eva.code.replace('-', ' ')} `];
    for (const code of spellings) expect((await enter(eva.email, code)).body).toEqual({ token: eva.token });
    const national = eva.phone.replace('+46', '0');
    const { token } = (await enter(national, eva.code)).body;
    const answer = await test.client().post('/portal/activation/accept', { token, password: PASSWORD });
    expect(answer.body).toEqual({ next: 'home', pin: null });
    expect((await enter(eva.email, eva.code)).body.code).toBe('link.code_wrong');
  });

  it('dies with its link (REC-12)', async () => {
    const eva = await invited();
    await aMinuteLater(test, eva.id);
    await sentToken(test, staff, eva.id);
    expect((await enter(eva.email, eva.code)).status).toBe(401);
    const ola = await invited();
    await staff.post(`/contacts/${ola.id}/invitations/revoke`);
    expect((await enter(ola.email, ola.code)).status).toBe(401);
  });

  it('answers the same to a wrong code and to somebody never invited (INV-4)', async () => {
    const eva = await invited();
    const bare = await aPerson(staff);
    const answers = [
      await enter(eva.email, 'aaaa-aaaa'),
      await enter(bare.email, 'aaaa-aaaa'),
      await enter('nobody@nowhere.example', 'aaaa-aaaa'),
    ];
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, { ...body, instance: '' }]))).size).toBe(
      1,
    );
    expect(answers[0]?.body).toMatchObject({ status: 401, code: 'link.code_wrong' });
  });

  it('counts tries before it compares, the same by e-mail and phone, however many at once (AUT-1, AUT-2)', async () => {
    const eva = await invited();
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => enter(at % 2 === 0 ? eva.email.toUpperCase() : eva.phone, 'aaaa-aaaa')),
    );
    const right = await enter(eva.email, eva.code);
    expect(right.body).toMatchObject({ status: 401, code: 'link.code_wrong' });
    expect(right.body.waitSeconds).toBeGreaterThan(0);
    expect((await test.client().post('/portal/activation/view', { token: eva.token })).status).toBe(200);
    await aMinuteLater(test, eva.id);
    const token = await sentToken(test, staff, eva.id);
    const newest = (await messagesAbout(test, eva.id)).at(-1);
    const { values } = (await filled(test, newest?.id ?? '')) as { values: Record<string, string> };
    expect((await enter(eva.email, String(values.activation_code))).body).toEqual({ token });
  });
});

describe('an invitation that ends without a password', () => {
  it('is refused unless the company allows it, and opens a session when it does (C1)', async () => {
    const eva = await invited();
    const without = (token: string) =>
      test.client().post('/portal/activation/accept', { token, withoutPassword: true });
    expect((await without(eva.token)).status).toBe(422);
    const settings = (await staff.get('/settings')).body;
    await staff.patch('/settings', { invitations: { withoutPassword: true } }, { 'if-match': `"${settings.version}"` });
    expect((await without(eva.token)).body).toEqual({ next: 'home', pin: null });
    expect((await staff.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'active', invitation: 'accepted' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Answer } from '../../../test/answer.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, passwordOf, pinOf } from '../../../test/logins.js';
import { aMinutePasses, ask, request, resetMails, timePasses } from '../../../test/resets.js';
import { workbookOf } from '../../../test/sheets.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import type { AccessCheckDto } from '../access-check/access-check.dto.js';
import type { ResetCounts } from './resets.dto.js';

interface Requests {
  items: { state: string; createdAt: string }[];
}

type Check = z.output<typeof AccessCheckDto>;

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  await askNobodyFirst(test);
  staff = (await signedInStaff(test, 'owner')).client;
});

async function withPassword(prepare: (id: string, customerId: string) => Promise<unknown> = async () => undefined) {
  const person = await aPerson(staff);
  await passwordOf(staff, person.id);
  await prepare(person.id, person.customerId);
  return person.email;
}

const edit = async (id: string, change: object) => {
  const { body } = await staff.get(`/contacts/${id}`);
  const answer = await staff.patch(`/contacts/${id}`, change, { 'if-match': `"${body.version}"` });
  expect(answer.status).toBe(200);
  return answer;
};

const settings = async (change: object) => {
  const { version } = (await staff.get('/settings')).body;
  expect((await staff.patch('/settings', change, { 'if-match': `"${version}"` })).status).toBe(200);
};

/** Everything of an answer that could tell people apart. */
function seen({ status, headers, body }: Answer): string {
  return JSON.stringify([status, [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)), body]);
}

const newest = async () => (await staff.get('/password-resets?limit=1')).body.items[0]!;

describe('who asks for a new password', () => {
  it('is answered the same byte for byte, and only staff see what became of it (INV-4, S2.8, S2.22, S3.8, S4.5, D7)', async () => {
    const invited = await aPerson(staff);
    const pinOnly = await aPerson(staff);
    await pinOf(staff, pinOnly.id);
    const classes: [string, string][] = [
      ['sent', await withPassword()],
      ['unknown', 'nobody@nowhere.example'],
      ['never_invited', invited.email],
      ['no_password', pinOnly.email],
      ['closed', await withPassword((id) => staff.post(`/contacts/${id}/deactivate`))],
      ['closed', await withPassword((id) => edit(id, { isPortalUser: false }))],
      ['closed', await withPassword((_, customerId) => staff.post(`/customers/${customerId}/deactivate`))],
      ['not_allowed', await withPassword((id) => edit(id, { mayResetPassword: false }))],
    ];
    const answers = new Set<string>();
    for (const [outcome, email] of classes) {
      answers.add(seen(await ask(test, email)));
      const last = await newest();
      expect(last.state, email).toBe(outcome === 'sent' ? 'sending' : outcome);
      expect(last.contactName, email).toBe(outcome === 'unknown' ? null : 'Eva Lind');
      expect(await resetMails(test, email)).toHaveLength(outcome === 'sent' ? 1 : 0);
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain('202');
  });

  it('who was never invited does not get a login by it (S4.6, REC-14)', async () => {
    const person = await aPerson(staff);
    const before = await rows(test.db, `SELECT count(*) FROM identities`);
    await ask(test, person.email);
    expect(await newest()).toMatchObject({ state: 'never_invited', contactId: person.id, contactName: 'Eva Lind' });
    expect(await rows(test.db, `SELECT count(*) FROM identities`)).toEqual(before);
    expect((await staff.get(`/contacts/${person.id}/access`)).body).toMatchObject({ access: 'none', identityId: null });
  });

  it('gets nothing while the company has it switched off, and the sign-in page does not offer it (S2.6)', async () => {
    const email = await withPassword();
    await settings({ passwordReset: { enabled: false } });
    await ask(test, email);
    expect(await newest()).toMatchObject({ state: 'switched_off', sentTo: null });
    expect((await test.client().get('/portal/company')).body.passwordReset).toBe(false);
    await settings({ passwordReset: { enabled: true } });
    expect((await test.client().get('/portal/company')).body.passwordReset).toBe(true);
    await ask(test, email);
    expect(await newest()).toMatchObject({ state: 'sending', sentTo: email, mode: 'link' });
  });

  it('may be refused at one company and allowed at another of the same person: one that allows is enough, and check and report say so (S2.7, S2.22, S2.23)', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    const other = await aPerson(staff, { email: person.email });
    const told = async (contact: { id: string; customerId: string }) => {
      const { checks, answer } = (await staff.get<Check>(`/contacts/${contact.id}/access-check`)).body;
      const [row] = (await staff.get(`/reports/access?customerId=${contact.customerId}`)).body.items;
      const { cause, fix } = checks.find(({ key }) => key === 'own_reset')!;
      return [cause, fix?.act, answer.resetTo, row?.resetFault];
    };
    await edit(person.id, { mayResetPassword: false });
    await edit(other.id, { resetMode: 'temporary' });
    expect(await told(person)).toEqual(['reset_allowed_elsewhere', 'allow_reset', person.email, null]);
    expect(await told(other)).toEqual(['reset_allowed', undefined, person.email, null]);
    const { ownReset } = (await staff.get(`/contacts/${person.id}/access`)).body;
    expect(ownReset).toMatchObject({ contactId: other.id, allows: true, mode: 'temporary' });
    await ask(test, person.email);
    expect(await newest()).toMatchObject({ state: 'sending', contactId: other.id, mode: 'temporary' });
    await aMinutePasses(test);
    await edit(other.id, { mayResetPassword: false });
    await ask(test, person.email);
    expect((await newest()).state).toBe('not_allowed');
    for (const one of [person, other]) {
      expect(await told(one)).toEqual(['reset_not_allowed', 'allow_reset', null, 'not_allowed']);
      const { items } = (await staff.get(`/password-resets?contactId=${one.id}`)).body;
      expect(items.map(({ state }: { state: string }) => state)).toEqual(['not_allowed', 'stopped']);
    }
    await edit(other.id, { mayResetPassword: true });
    expect(await told(person)).toEqual(['reset_allowed_elsewhere', 'allow_reset', person.email, null]);
    expect((await staff.post(`/contacts/${other.id}/deactivate`)).status).toBe(200);
    expect(await told(person)).toEqual(['reset_not_allowed', 'allow_reset', null, 'not_allowed']);
    expect((await staff.post(`/contacts/${other.id}/reactivate`)).status).toBe(200);
    expect((await staff.delete(`/contacts/${other.id}`)).status).toBe(200);
    expect(await told(person)).toEqual(['reset_not_allowed', 'allow_reset', null, 'not_allowed']);
  });

  it('again within a minute gets no second message, and after three in a quarter of an hour and five in one no more (REC-9)', async () => {
    const email = await withPassword();
    const states: string[] = [];
    const again = async () => {
      await ask(test, email);
      states.push((await newest()).state);
    };
    await again();
    await again();
    for (let n = 0; n < 3; n += 1) {
      await aMinutePasses(test);
      await again();
    }
    const pass = (minutes: number) => timePasses(test, minutes * 60);
    await pass(15);
    await again();
    await aMinutePasses(test);
    await again();
    await aMinutePasses(test);
    await again();
    await pass(60);
    await again();
    expect(states).toEqual([
      'sending',
      'too_soon',
      'sending',
      'sending',
      'too_many',
      'sending',
      'sending',
      'too_many',
      'sending',
    ]);
    expect((await staff.get('/password-resets?outcome=too_many')).body.items.length).toBeGreaterThanOrEqual(2);
  });

  it('is sent one message for requests that waited for a worker together (REC-9)', async () => {
    const email = await withPassword();
    for (let n = 0; n < 4; n += 1) await request(test, email);
    await rows(
      test.db,
      `UPDATE password_resets SET created_at = created_at - interval '3 hours' WHERE outcome = 'asked'`,
    );
    await ask(test, email);
    expect(await resetMails(test, email)).toHaveLength(1);
  });

  it('from one network may ask five times in half an hour, and is answered the same afterwards: ten messages an hour, by SMS too (REC-9, D9)', async () => {
    const from = { 'x-forwarded-for': '10.99.0.1' };
    const answers = new Set<string>();
    const count = async () =>
      (await rows<{ n: number }>(test.db, `SELECT count(*)::int AS n FROM password_resets`))[0]!.n;
    const before = await count();
    for (let n = 0; n < 8; n += 1) answers.add(seen(await ask(test, `nobody${n}@nowhere.example`, from)));
    expect([await count(), answers.size]).toEqual([before + 5, 1]);
  });

  it('leaves what was typed nowhere once it is decided (D26)', async () => {
    await ask(test, 'canary-address@nowhere.example');
    expect(await rows(test.db, `SELECT 1 FROM password_resets WHERE typed IS NOT NULL`)).toEqual([]);
    const audit = await rows(test.db, `SELECT 1 FROM audit_events e WHERE e::text LIKE '%canary-address%'`);
    expect(audit).toEqual([]);
  });

  it('is listed page by page, newest first, for staff who may read contacts and nobody else (AZN-1)', async () => {
    const first = (await staff.get('/password-resets?limit=2')).body;
    const second = (await staff.get(`/password-resets?limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(ids).size).toBe(4);
    expect((await test.client().get('/password-resets')).status).toBe(401);
  });

  it('is counted by what became of it in a time, listed by it, and exported without a secret, on record (A15, S2.22, INV-10)', async () => {
    const all = (await staff.get<Requests>('/password-resets?limit=100')).body.items;
    const tally = (items: typeof all) =>
      Object.fromEntries(
        [...new Set(items.map(({ state }) => state))].map((state) => [
          state,
          items.filter((one) => one.state === state).length,
        ]),
      );
    const counted = async (query: string) => {
      const { counts, more } = (await staff.get<ResetCounts>(`/password-resets/counts?${query}`)).body;
      expect(more).toBe(false);
      return Object.fromEntries(counts.map(({ state, count }) => [state, count]));
    };
    expect(await counted('')).toEqual(tally(all));
    expect(Object.keys(tally(all)).length).toBeGreaterThan(5);
    expect(await counted(`to=${new Date(0).toISOString()}`)).toEqual({});
    const closed = all.filter(({ state }) => state === 'closed' || state === 'sending');
    expect((await staff.get('/password-resets?limit=100&state=closed&state=sending')).body.items).toEqual(closed);

    const path = '/exports/password-requests.xlsx?state=closed&state=sending';
    const { disposition, lines } = await workbookOf(staff, path);
    expect(disposition).toBe('attachment; filename="password-requests.xlsx"');
    expect(lines.slice(1).map((cells) => [cells[0], cells[3]])).toEqual(
      closed.map(({ createdAt, state }) => [createdAt, state]),
    );
    const [made] = await rows(test.db, `SELECT detail FROM audit_events WHERE action = 'export.made' ORDER BY id DESC`);
    expect(made).toEqual({ detail: { what: 'password-requests', filter: { state: ['closed', 'sending'] } } });
    const agent = (await signedInStaff(test, 'agent')).client;
    expect((await agent.get(path)).status).toBe(403);
    expect((await agent.get('/password-resets/counts')).status).toBe(200);
  });
});

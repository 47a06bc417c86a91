import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { pressFix } from '../../../test/fixes.js';
import { aPerson, aPhone, LINK_MESSAGE, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import type { AccessCheckDto } from './access-check.dto.js';

type Check = z.output<typeof AccessCheckDto>;
type Found = Check['checks'][number];
type Person = Awaited<ReturnType<typeof aPerson>>;

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

const sql = (text: string, ...values: unknown[]) => rows(test.db, text, values);
const check = async (id: string): Promise<Check> => (await staff.get<Check>(`/contacts/${id}/access-check`)).body;
const found = async (id: string, key: string): Promise<Found> =>
  (await check(id)).checks.find((one) => one.key === key)!;

const edit = async (id: string, change: object) => {
  const { version } = (await staff.get(`/contacts/${id}`)).body;
  expect((await staff.patch(`/contacts/${id}`, change, { 'if-match': `"${version}"` })).status).toBe(200);
};
const settings = async (change: object) => {
  const { version } = (await staff.get('/settings')).body;
  expect((await staff.patch('/settings', change, { 'if-match': `"${version}"` })).status).toBe(200);
};

const press = (finding: Found, added?: object) => pressFix(staff, finding, added);

const aReason = () => ({ reason: 'Rang and proved who it is' });

interface Condition {
  key: string;
  cause: string;
  state: 'red' | 'amber';
  /** What the person has before it is broken. */
  has?: 'password' | 'pin' | 'nothing';
  fields?: Record<string, unknown>;
  breaks: (person: Person) => Promise<unknown>;
  /** What staff type where the act needs it. */
  adds?: (person: Person) => object;
  /** Passes what only time or a server brings. */
  after?: (person: Person) => Promise<unknown>;
  answer: 'can' | 'cannot' | 'waiting';
}

const identityOf = `(SELECT identity_id FROM contacts WHERE id = $1)`;
const send = (person: Person) => staff.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
const draft = () => ({ draft: LINK_MESSAGE });
const mobiles = (...numbers: string[]) => ({ phones: numbers.map((number) => ({ number, type: 'mobile' })) });
const wrong = async (login: string, times = 1) => {
  for (let n = 0; n < times; n += 1) await signIn(test, login, '000000');
};
const newest = (person: Person) =>
  sql(`UPDATE notifications SET created_at = created_at - interval '1 hour' WHERE contact_id = $1`, person.id);

const CONDITIONS: Condition[] = [
  {
    key: 'customer_active',
    cause: 'customer_inactive',
    state: 'red',
    answer: 'cannot',
    breaks: (p) => staff.post(`/customers/${p.customerId}/deactivate`),
  },
  {
    key: 'contact_active',
    cause: 'contact_inactive',
    state: 'red',
    answer: 'cannot',
    breaks: (p) => staff.post(`/contacts/${p.id}/deactivate`),
  },
  {
    key: 'portal_user',
    cause: 'not_portal_user',
    state: 'red',
    answer: 'cannot',
    breaks: (p) => edit(p.id, { isPortalUser: false }),
  },
  {
    key: 'email_present',
    cause: 'no_login_id',
    state: 'red',
    answer: 'cannot',
    has: 'nothing',
    breaks: (p) => edit(p.id, { email: null, phones: [] }),
    adds: (p) => ({ email: p.email }),
  },
  {
    key: 'email_differs',
    cause: 'email_differs',
    state: 'amber',
    answer: 'can',
    breaks: (p) => edit(p.id, { email: `new.${p.email}` }),
  },
  {
    key: 'phone_present',
    cause: 'phone_extension',
    state: 'amber',
    answer: 'can',
    fields: { phones: [{ number: '+46 8 123 456', type: 'office', extension: '12' }] },
    breaks: () => Promise.resolve(),
    adds: () => mobiles(aPhone()),
  },
  {
    key: 'phone_sms',
    cause: 'phone_no_sms',
    state: 'amber',
    answer: 'cannot',
    has: 'nothing',
    fields: { email: null, phones: [{ number: '+46 8 123 457', type: 'landline' }] },
    breaks: () => Promise.resolve(),
    adds: () => mobiles(aPhone()),
  },
  ...(['phone_differs', 'phone_added'] as const).map((cause): Condition => ({
    key: 'phone_differs',
    cause,
    state: 'amber',
    answer: 'can',
    has: 'pin',
    breaks: (p) => edit(p.id, mobiles(...(cause === 'phone_added' ? [p.phone] : []), aPhone())),
  })),
  {
    key: 'invitation',
    cause: 'never_invited',
    state: 'red',
    answer: 'cannot',
    has: 'nothing',
    breaks: () => Promise.resolve(),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'invitation',
    cause: 'invitation_expired',
    state: 'red',
    answer: 'cannot',
    has: 'nothing',
    breaks: (p) =>
      send(p)
        .then(() => newest(p))
        .then(() => sql(`UPDATE invitations SET expires_at = now() WHERE contact_id = $1`, p.id)),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'invitation',
    cause: 'invitation_revoked',
    state: 'red',
    answer: 'cannot',
    has: 'nothing',
    breaks: (p) =>
      send(p)
        .then(() => newest(p))
        .then(() => staff.post(`/contacts/${p.id}/invitations/revoke`)),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'invitation',
    cause: 'invitation_undelivered',
    state: 'red',
    answer: 'cannot',
    has: 'nothing',
    breaks: (p) =>
      send(p)
        .then(() => newest(p))
        .then(() =>
          sql(`UPDATE notifications SET state = 'refused', last_error = '550 no' WHERE contact_id = $1`, p.id),
        ),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'invitation',
    cause: 'invitation_opened',
    state: 'amber',
    answer: 'waiting',
    has: 'nothing',
    breaks: (p) =>
      send(p)
        .then(() => newest(p))
        .then(() => sql(`UPDATE invitations SET opened_at = now() WHERE contact_id = $1`, p.id)),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'invitation',
    cause: 'invitation_open',
    state: 'amber',
    answer: 'waiting',
    has: 'nothing',
    breaks: (p) => send(p).then(() => newest(p)),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'password',
    cause: 'password_without_email',
    state: 'red',
    answer: 'cannot',
    breaks: (p) => sql(`UPDATE identities SET email = NULL, email_key = NULL WHERE id = ${identityOf}`, p.id),
    adds: draft,
  },
  {
    key: 'pin',
    cause: 'pin_without_phone',
    state: 'red',
    answer: 'cannot',
    has: 'pin',
    breaks: (p) => sql(`DELETE FROM identity_phones WHERE identity_id = ${identityOf}`, p.id),
    adds: () => mobiles(aPhone()),
    after: (p) => pinOf(staff, p.id),
  },
  {
    key: 'pin',
    cause: 'pin_unread',
    state: 'amber',
    answer: 'can',
    has: 'pin',
    breaks: (p) =>
      sql(`UPDATE credentials SET sealed = NULL, readable_until = now() WHERE identity_id = ${identityOf}`, p.id),
  },
  {
    key: 'own_reset',
    cause: 'reset_not_allowed',
    state: 'red',
    answer: 'can',
    breaks: (p) => edit(p.id, { mayResetPassword: false }),
  },
  {
    key: 'resets',
    cause: 'resets_off',
    state: 'amber',
    answer: 'can',
    breaks: () => settings({ passwordReset: { enabled: false } }),
  },
  {
    key: 'password_lock',
    cause: 'password_locked',
    state: 'red',
    answer: 'cannot',
    breaks: (p) => wrong(p.email, 5),
    adds: aReason,
  },
  {
    key: 'password_lock',
    cause: 'password_paused',
    state: 'red',
    answer: 'cannot',
    breaks: (p) =>
      wrong(p.email).then(() => sql(`UPDATE attempt_budgets SET used = 100 WHERE identity_id = ${identityOf}`, p.id)),
    adds: aReason,
  },
  {
    key: 'pin_lock',
    cause: 'pin_locked',
    state: 'red',
    answer: 'cannot',
    has: 'pin',
    breaks: (p) => wrong(p.phone, 5),
    adds: aReason,
  },
  {
    key: 'pin_lock',
    cause: 'pin_paused',
    state: 'red',
    answer: 'cannot',
    has: 'pin',
    breaks: (p) =>
      wrong(p.phone).then(() => sql(`UPDATE attempt_budgets SET used = 50 WHERE identity_id = ${identityOf}`, p.id)),
    adds: aReason,
  },
  { key: 'last_failure', cause: 'failed_wrong_password', state: 'amber', answer: 'can', breaks: (p) => wrong(p.email) },
  {
    key: 'last_failure',
    cause: 'failed_wrong_pin',
    state: 'amber',
    answer: 'can',
    has: 'pin',
    breaks: (p) => wrong(p.phone),
  },
  {
    key: 'last_failure',
    cause: 'failed_no_password',
    state: 'amber',
    answer: 'can',
    has: 'pin',
    breaks: (p) => wrong(p.email),
  },
  { key: 'last_failure', cause: 'failed_no_pin', state: 'amber', answer: 'can', breaks: (p) => wrong(p.phone) },
  {
    key: 'last_failure',
    cause: 'failed_other_email',
    state: 'amber',
    answer: 'can',
    breaks: (p) => edit(p.id, { email: `new.${p.email}` }).then(() => wrong(`new.${p.email}`)),
  },
  {
    key: 'last_failure',
    cause: 'failed_never_invited',
    state: 'amber',
    answer: 'cannot',
    has: 'nothing',
    breaks: (p) => wrong(p.email),
    adds: draft,
    after: (p) => passwordOf(staff, p.id),
  },
  {
    key: 'rights',
    cause: 'rights_taken',
    state: 'red',
    answer: 'can',
    breaks: async (p) => {
      const { items, version } = (await staff.get(`/contacts/${p.id}/rights`)).body;
      const removed = items.map((item: object) => (item as { right: string }).right);
      await staff.put(`/contacts/${p.id}/rights`, { removed }, { 'if-match': `"${version}"` });
    },
  },
  {
    key: 'rights',
    cause: 'profile_without_rights',
    state: 'amber',
    answer: 'can',
    breaks: async (p) => {
      const { id } = (await staff.post('/rights-profiles', { name: `Empty ${p.id}`, rights: [] })).body;
      const { version } = (await staff.get(`/customers/${p.customerId}`)).body;
      await staff.patch(`/customers/${p.customerId}`, { rightsProfileId: id }, { 'if-match': `"${version}"` });
    },
    adds: () => ({ rights: ['case:create'] }),
  },
  ...(['bounced', 'complained'] as const).map((kind): Condition => ({
    key: 'email_bounced',
    cause: `email_${kind}`,
    state: kind === 'bounced' ? 'red' : 'amber',
    answer: 'can',
    breaks: (p) =>
      sql(`INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, $2, '550 no')`, p.email, kind),
    adds: (p) => ({ email: `right.${p.email}` }),
  })),
  {
    key: 'phone_reached',
    cause: 'text_lost',
    state: 'amber',
    answer: 'can',
    breaks: (p) =>
      sql(
        `INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', 'undelivered 30005')`,
        p.phone,
      ),
    adds: () => mobiles(aPhone()),
  },
  {
    key: 'last_message',
    cause: 'message_undelivered',
    state: 'amber',
    answer: 'can',
    breaks: (p) =>
      send(p).then(() =>
        sql(`UPDATE notifications SET state = 'failed', last_error = '451 later' WHERE contact_id = $1`, p.id),
      ),
  },
];

async function prepared({ has = 'password', fields }: Condition): Promise<Person> {
  const person = await aPerson(staff, fields);
  if (has === 'password') await passwordOf(staff, person.id);
  if (has === 'pin') await pinOf(staff, person.id);
  return person;
}

describe('what keeps somebody out (S4.10, S2.23)', () => {
  it.each(CONDITIONS)('is $state for $cause, and mended by the act it names (S4.7, S4.8, S4.9)', async (condition) => {
    const person = await prepared(condition);
    await condition.breaks(person);
    const broken = await check(person.id);
    const finding = broken.checks.find(({ key }) => key === condition.key)!;
    expect(finding).toMatchObject({
      state: condition.state,
      cause: condition.cause,
      readOut: expect.stringMatching(/\.|\?/),
    });
    expect([finding.fix?.isAllowed, broken.answer.state]).toEqual([true, condition.answer]);
    await press(finding, condition.adds?.(person));
    await condition.after?.(person);
    expect(await found(person.id, condition.key)).toMatchObject({ state: 'green', fix: null, readOut: null });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import {
  aPerson,
  aPhone,
  askNobodyFirst,
  LINK_MESSAGE,
  passwordOf,
  pinOf,
  sentToken,
  signIn,
} from '../../../test/logins.js';
import { plannedRun, rowsOf } from '../../../test/access-runs.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { workbookOf } from '../../../test/sheets.js';
import { signedInStaff } from '../../../test/staff.js';
import { transaction, rows } from '../../db/sql.js';
import type { AccessCheckDto } from '../access-check/access-check.dto.js';
import { ExpiryService } from '../expiry.service.js';
import { AccessState } from '../identities/access-state.js';
import type { Place } from '../access-runs/access-run-choice.js';
import {
  AccessReportChoice,
  type AccessReportCounts,
  type AccessReportRow,
  REASONS,
  RESET_FAULTS,
} from './access-report.dto.js';
import { reportIdsSql } from './report-sql.js';

type Row = z.output<typeof AccessReportRow>;
type Counts = z.output<typeof AccessReportCounts>;
type Check = z.output<typeof AccessCheckDto>;
type Person = Awaited<ReturnType<typeof aPerson>> & { password?: string; pin?: string };
type Act = (person: Person) => Promise<unknown>;

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;
const people: Person[] = [];
let report: Row[] = [];

const sql = (text: string, ...values: unknown[]) => rows(test.db, text, values);
const edit = async (id: string, change: object) => {
  const { version } = (await staff.get(`/contacts/${id}`)).body;
  expect((await staff.patch(`/contacts/${id}`, change, { 'if-match': `"${version}"` })).status).toBe(200);
};
const ofLogin = `(SELECT identity_id FROM contacts WHERE id = $1)`;
const send: Act = ({ id }) => staff.post('/credential-sends', { contactIds: [id], draft: LINK_MESSAGE });
const guess =
  (login: string): Act =>
  async () => {
    for (let n = 0; n < 5; n += 1) await signIn(test, login, 'wrong');
  };
/** What no route of ours does: the stored answer follows the next change. */
const behindOurBack =
  (text: string): Act =>
  async ({ id }) => {
    await sql(text, id);
    const [login] = await sql(`SELECT identity_id AS id FROM contacts WHERE id = $1`, id);
    await transaction(test.db, (tx) => test.app.get(AccessState).refreshPerson(tx, (login as { id: string }).id));
  };

const HAS: Record<string, Act> = {
  nothing: () => Promise.resolve(),
  password: async (p) => void (p.password = await passwordOf(staff, p.id)),
  pin: async (p) => void (p.pin = await pinOf(staff, p.id)),
  both: async (p) => {
    p.password = await passwordOf(staff, p.id);
    p.pin = await pinOf(staff, p.id);
  },
  used: async (p) => {
    p.password = await passwordOf(staff, p.id);
    expect((await signIn(test, p.email, p.password)).answer.status).toBe(200);
  },
  'a PIN that was used': async (p) => {
    p.pin = await pinOf(staff, p.id);
    expect((await signIn(test, p.phone, p.pin)).answer.status).toBe(200);
  },
  'both, used': async (p) => {
    p.pin = await pinOf(staff, p.id);
    p.password = await passwordOf(staff, p.id);
    expect((await signIn(test, p.phone, p.pin)).answer.status).toBe(200);
  },
  'an invitation': send,
  'an opened invitation': async (p) => {
    const token = await sentToken(test, staff, p.id);
    expect((await test.client().post('/portal/activation/open', { token })).status).toBe(200);
  },
};

const BREAKS: Record<string, Act> = {
  nothing: () => Promise.resolve(),
  'inactive customer': (p) => staff.post(`/customers/${p.customerId}/deactivate`),
  'inactive contact': (p) => staff.post(`/contacts/${p.id}/deactivate`),
  'no portal user': (p) => edit(p.id, { isPortalUser: false }),
  'nothing on file': (p) => edit(p.id, { email: null, phones: [] }),
  'no e-mail': (p) => edit(p.id, { email: null }),
  'another e-mail': (p) => edit(p.id, { email: `new.${p.email}` }),
  'another phone': (p) => edit(p.id, { phones: [{ number: aPhone(), type: 'mobile' }] }),
  'reset switch off': (p) => edit(p.id, { mayResetPassword: false }),
  'mail came back': (p) =>
    sql(`INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', '550 no')`, p.email),
  'guessed passwords': (p) => guess(p.email)(p),
  'guessed PINs': (p) => guess(p.phone)(p),
  'guessed both': async (p) => {
    await guess(p.email)(p);
    await guess(p.phone)(p);
  },
};

/** The person signs in at another company, with an address that is then written down here. */
async function elsewhere({ id }: Person): Promise<Client> {
  const there: Person = await aPerson(staff);
  people.push(there);
  const { client } = await signIn(test, there.email, await passwordOf(staff, there.id));
  await edit(id, { email: there.email, phones: [] });
  return client;
}

/** Where the two above do not lead. */
const RARE: Record<string, Act> = {
  'a login that is closed': async (p) => {
    await passwordOf(staff, p.id);
    await behindOurBack(`UPDATE identities SET status = 'disabled' WHERE id = ${ofLogin}`)(p);
  },
  'a password without an e-mail': async (p) => {
    await passwordOf(staff, p.id);
    await behindOurBack(`UPDATE identities SET email = NULL, email_key = NULL WHERE id = ${ofLogin}`)(p);
  },
  'a PIN without a phone': async (p) => {
    await pinOf(staff, p.id);
    await behindOurBack(`DELETE FROM identity_phones WHERE identity_id = ${ofLogin}`)(p);
  },
  'an invitation that was used': async (p) => {
    await send(p);
    await behindOurBack(`UPDATE invitations SET used_at = now() WHERE contact_id = $1`)(p);
  },
  'an invitation that was taken back': async (p) => {
    await send(p);
    await staff.post(`/contacts/${p.id}/invitations/revoke`);
  },
  'an invitation that ran out': async (p) => {
    await send(p);
    await sql(`UPDATE invitations SET expires_at = now() WHERE contact_id = $1`, p.id);
  },
  'a login elsewhere that was asked': (p) => elsewhere(p),
  'a login elsewhere that said no': async (p) => {
    const client = await elsewhere(p);
    expect((await client.post(`/portal/asked-companies/${p.id}/decline`)).status).toBe(200);
  },
  'an invitation that did not arrive': async (p) => {
    await send(p);
    await sql(`UPDATE notifications SET state = 'refused', last_error = '550 no' WHERE contact_id = $1`, p.id);
  },
};

/** Every way in with every third thing that may be wrong, in turn: each thing meets three of them, and all of them PIN and password together. */
const PAIRS = Object.entries(HAS).flatMap(([has, give], at) =>
  Object.entries(BREAKS)
    .filter((_, n) => n === 0 || (at + n) % 3 === 0 || has === 'both')
    .map(([breaks, harm]) => ({ what: `${has}, ${breaks}`, acts: [give, harm] })),
);
const STORIES = [...PAIRS, ...Object.entries(RARE).map(([what, act]) => ({ what, acts: [act] }))];

async function read(query = ''): Promise<Row[]> {
  const found: Row[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await staff.get(`/reports/access?limit=100${query}${cursor}`);
    expect(status, query).toBe(200);
    found.push(...(body.items as unknown as Row[]));
    if (body.nextCursor === null) return found;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

const ids = (found: readonly Row[]): string[] => found.map(({ contactId }) => contactId).toSorted();

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  await sql(`UPDATE settings SET data = jsonb_set(data, '{mail}', '{"host":"mail.example"}') WHERE id = 1`);
  for (const { acts } of STORIES) {
    const person: Person = await aPerson(staff);
    for (const act of acts) await act(person);
    people.push(person);
  }
  await test.app.get(ExpiryService).sweep();
  report = await read();
}, 60_000);

const LOCKS = ['password_locked', 'password_paused', 'pin_locked', 'pin_paused'];
const asReport = ({ contactId, answer: { state, cause, ways, resetTo } }: Check): Partial<Row> => ({
  contactId,
  state,
  reason: (LOCKS.includes(cause ?? '') ? 'locked' : cause) as Row['reason'],
  ways: state === 'waiting' ? ['link'] : ways.map(({ way }) => way),
  ...(resetTo === null ? {} : { resetFault: null }),
});

describe('the report over everybody', () => {
  it('says of each what the access check says of that one (S4.10, S4.7)', async () => {
    const checks = await Promise.all(
      people.map(async ({ id }) => (await staff.get<Check>(`/contacts/${id}/access-check`)).body),
    );
    const said = people.map(({ id }, at) => [STORIES[at]?.what, report.find(({ contactId }) => contactId === id)]);
    expect(said).toMatchObject(checks.map((check, at) => [STORIES[at]?.what, asReport(check)]));
    const withoutReset = checks.filter(({ answer }) => answer.resetTo === null && answer.ways.length > 0);
    expect(report.filter(({ resetFault, ways }) => resetFault !== null && ways.length > 0)).toHaveLength(
      withoutReset.length,
    );
  });

  it('has met every reason and every fault (S2.23)', () => {
    expect(new Set(report.flatMap(({ reason }) => reason ?? []))).toEqual(
      new Set(REASONS.filter((one) => one !== 'no_login_id')),
    );
    expect(new Set(report.flatMap(({ resetFault }) => resetFault ?? []))).toEqual(new Set(RESET_FAULTS));
  });

  it('names nobody twice, whatever is filtered, and by every filter just who fits', async () => {
    const expected: [string, (row: Row) => boolean][] = [
      ...(['can', 'waiting', 'cannot'] as const).map((one): [string, (row: Row) => boolean] => [
        `&state=${one}`,
        ({ state }) => state === one,
      ]),
      ...REASONS.map((one): [string, (row: Row) => boolean] => [`&reason=${one}`, ({ reason }) => reason === one]),
      ...RESET_FAULTS.map((one): [string, (row: Row) => boolean] => [
        `&resetFault=${one}`,
        ({ resetFault }) => resetFault === one,
      ]),
      ...(['password', 'pin', 'link'] as const).map((one): [string, (row: Row) => boolean] => [
        `&way=${one}`,
        ({ ways }) => ways.includes(one),
      ]),
      ['&neverUsed=true', ({ state, lastSignInAt }) => state === 'can' && lastSignInAt === null],
      [
        '&resetFault=bounced&resetFault=not_allowed&state=cannot',
        ({ state, resetFault }) => state === 'cannot' && ['bounced', 'not_allowed'].includes(resetFault ?? ''),
      ],
      ['&state=can&reason=locked', () => false],
      ['&state=cannot&reason=locked', ({ reason }) => reason === 'locked'],
      [`&customerId=${people[5]?.customerId}`, ({ customerId }) => customerId === people[5]?.customerId],
      [
        `&customerId=${people[5]?.customerId}&state=cannot`,
        ({ customerId, state }) => customerId === people[5]?.customerId && state === 'cannot',
      ],
    ];
    for (const [query, fits] of expected) expect(ids(await read(query)), query).toEqual(ids(report.filter(fits)));
    expect(new Set(ids(report)).size).toBe(people.length);
  });

  it('counts what its lists show, of everybody and of one customer', async () => {
    const { body } = await staff.get<Counts>('/reports/access/counts');
    const size = (fits: (row: Row) => boolean) => ({ count: report.filter(fits).length, more: false });
    expect(body).toEqual({
      can: size(({ state }) => state === 'can'),
      waiting: size(({ state }) => state === 'waiting'),
      cannot: size(({ state }) => state === 'cannot'),
      neverUsed: size(({ state, lastSignInAt }) => state === 'can' && lastSignInAt === null),
      byReason: REASONS.map((one) => ({ reason: one, ...size(({ reason }) => reason === one) })),
      byWay: (['password', 'pin', 'link'] as const).map((one) => ({
        way: one,
        ...size(({ ways }) => ways.includes(one)),
      })),
      byResetFault: RESET_FAULTS.map((one) => ({ resetFault: one, ...size(({ resetFault }) => resetFault === one) })),
      resetsEnabled: true,
    });
    const { can, waiting, cannot } = (
      await staff.get<Counts>(`/reports/access/counts?customerId=${people[0]?.customerId}`)
    ).body;
    expect([can.count, waiting.count, cannot.count]).toEqual([0, 0, 1]);
    const home = (await staff.get('/dashboard')).body.peopleWithoutReset;
    expect(home).toEqual(size(({ resetFault }) => resetFault !== null && resetFault !== 'no_password'));
  });

  it('names who was away longest first, a page at a time (S4.10)', async () => {
    const used = report.filter(({ lastSignInAt }) => lastSignInAt !== null);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const seen: Row[] = [];
    for (let cursor = ''; ;) {
      const { body } = await staff.get(`/reports/access?limit=2&lastUsedBefore=${tomorrow}${cursor}`);
      seen.push(...(body.items as unknown as Row[]));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(ids(seen)).toEqual(ids(used));
    const times = seen.map(({ lastSignInAt }) => lastSignInAt ?? '');
    expect(times).toEqual(times.toSorted());
    expect(await read('&lastUsedBefore=2020-01-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    {},
    { state: 'cannot' },
    { state: 'cannot', reason: 'locked' },
    { reason: 'never_invited' },
    { way: 'pin', neverUsed: true },
    { resetFault: ['bounced', 'not_allowed'] },
    { lastUsedBefore: '2100-01-01T00:00:00Z' },
    { state: 'can', reason: 'locked' },
  ])('plans access for just those it shows, in its order, in portions too: %j (S0.13, S4.10)', async (report) => {
    const query = Object.entries(report).flatMap(([name, value]) => [value].flat().map((one) => `&${name}=${one}`));
    const listed = (await read(query.join(''))).map(({ contactId }) => contactId);
    const run = await plannedRun(test, staff, { report });
    expect([run.source, run.state]).toEqual(['report', 'planned']);
    expect((await rowsOf(staff, run.id)).map(({ contact }) => contact?.id)).toEqual(listed);
    const walked: string[] = [];
    for (let after: Place | null = null; ;) {
      const statement = reportIdsSql(AccessReportChoice.parse(report), { after, limit: 5 });
      const found: Place[] = statement ? await rows(test.db, statement.sql, statement.values) : [];
      walked.push(...found.map(({ id }) => id));
      after = found[4] ?? null;
      if (!after) break;
    }
    expect(walked).toEqual(listed);
  });

  it('follows a person to every company, and a merge (S3.15, INV-1)', async () => {
    await askNobodyFirst(test);
    const eva = await aPerson(staff);
    await passwordOf(staff, eva.id);
    const other = await newContact(staff, (await newCustomer(staff)).id, { email: eva.email, lastName: 'Lind' });
    const twin = await newContact(staff, other.customer.id, { firstName: 'Eva' });
    const waysOf = async () => {
      const found = await read();
      return [eva.id, other.id, twin.id].map((id) => found.find(({ contactId }) => contactId === id)?.ways);
    };
    expect(await waysOf()).toEqual([['password'], ['password'], []]);
    await staff.post(`/contacts/${other.id}/merge`, { into: twin.id });
    expect(await waysOf()).toEqual([['password'], undefined, ['password']]);
  });
});

describe('its file and its fence', () => {
  it('exports what is filtered as CSV and as a workbook, harmless to a spreadsheet, on record (A15, D17, INV-10)', async () => {
    const odd = await aPerson(staff, { firstName: '=cmd', lastName: '' });
    const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${test.origin}/api/v1/exports/access.csv?reason=never_invited`, {
      headers: { cookie },
    });
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="access.csv"',
    ]);
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(1 + (await read('&reason=never_invited')).length);
    expect(lines.find((line) => line.endsWith(odd.id))).toContain(",'=cmd,cannot,never_invited,");
    const workbook = await workbookOf(staff, '/exports/access.xlsx?reason=never_invited');
    expect(workbook.disposition).toBe('attachment; filename="access.xlsx"');
    expect(workbook.lines).toHaveLength(lines.length);
    expect(workbook.lines.find((cells) => cells.at(-1) === odd.id)?.[1]).toBe('=cmd');
    expect((await staff.get('/exports/access.pdf')).status).toBe(400);
    const recorded = await sql(`SELECT detail FROM audit_events WHERE action = 'export.made' ORDER BY id DESC LIMIT 1`);
    expect(recorded).toEqual([{ detail: { what: 'access', filter: { reason: 'never_invited' } } }]);
  });

  it('is for staff and keys that may read credentials, and holds no secret (AZN-1)', async () => {
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.get('/reports/access?limit=1')).status).toBe(200);
    expect((await viewer.get('/exports/access.csv')).status).toBe(403);
    for (const path of ['/reports/access', '/reports/access/counts', '/exports/access.csv', '/exports/access.xlsx'])
      expect((await test.client().get(path)).status, path).toBe(401);
    for (const query of ['reason=x', 'cursor=x', 'cursor=WyJ1c2VkIiwiYSIsImIiXQ', 'q=eva', 'lastUsedBefore=monday'])
      expect((await staff.get(`/reports/access?${query}`)).status, query).toBe(400);
  });
});

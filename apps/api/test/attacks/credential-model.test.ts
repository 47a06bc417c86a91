import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { aMinuteLater, aPerson, passwordOf, sentToken, signIn } from '../logins.js';
import { ask, mailed, resetMails, timePasses, tokenOf } from '../resets.js';
import { signedInStaff } from '../staff.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

interface Link {
  kind: 'reset' | 'activation';
  token: string;
  isOpen: boolean;
}

/** What must be true of one login, by the rules alone. */
interface Login {
  id: string;
  email: string;
  password: string;
  old: string[];
  links: Link[];
  temporary: { password: string; isOpen: boolean } | undefined;
}
type Model = Login[];

let count = 0;
const aPassword = (): string => `nordisk sommar ${(count += 1)}`;
const status = async (email: string, secret: string) => (await signIn(test, email, secret)).answer.status;

function endResets(login: Login): void {
  for (const link of login.links) if (link.kind === 'reset') link.isOpen = false;
  if (login.temporary) login.temporary.isOpen = false;
}

/** A password in force ends whatever else was on its way (REC-2, REC-8). */
function replaced(login: Login, password: string): void {
  endResets(login);
  for (const link of login.links) link.isOpen = false;
  login.old.push(login.password);
  login.password = password;
}

const use = (link: Link, password: string) =>
  link.kind === 'reset'
    ? test.client().post('/portal/password-reset/finish', { token: link.token, password })
    : test.client().post('/portal/activation/accept', { token: link.token, password });

/** Everything that people, staff, time and mail servers do to a login; each says what the rules expect. */
const ACTS = {
  async asksForLink(login: Login) {
    await askFor(login, 'link');
    const token = tokenOf((await mailed(test, login.email)).reset_link);
    login.links.push({ kind: 'reset', token, isOpen: true });
  },
  async asksForTemporary(login: Login) {
    await askFor(login, 'temporary');
    login.temporary = { password: (await mailed(test, login.email)).temporary_password ?? '', isOpen: true };
  },
  async isInvited(login: Login) {
    await aMinuteLater(test, login.id);
    const token = await sentToken(test, staff, login.id);
    for (const link of login.links) if (link.kind === 'activation') link.isOpen = false;
    login.links.push({ kind: 'activation', token, isOpen: true });
  },
  async usesLink(login: Login, pick: number) {
    const link = login.links[pick % Math.max(1, login.links.length)];
    if (!link) return;
    const password = aPassword();
    expect((await use(link, password)).status).toBe(link.isOpen ? 200 : 410);
    if (link.isOpen) replaced(login, password);
  },
  async signsIn(login: Login) {
    expect(await status(login.email, login.password)).toBe(200);
    endResets(login);
  },
  async triesOldPassword(login: Login, pick: number) {
    const old = login.old[pick % Math.max(1, login.old.length)];
    if (old !== undefined) expect(await status(login.email, old)).toBe(401);
  },
  async usesTemporary(login: Login, pick: number) {
    const { temporary } = login;
    if (!temporary) return;
    const { client, answer } = await signIn(test, login.email, temporary.password);
    expect(answer.status).toBe(temporary.isOpen ? 200 : 401);
    if (!temporary.isOpen) return;
    temporary.isOpen = false;
    if (pick % 2 === 0) return;
    const newPassword = aPassword();
    expect((await client.put('/portal/password', { newPassword })).status).toBe(200);
    replaced(login, newPassword);
  },
  async changesOwn(login: Login) {
    const { client, answer } = await signIn(test, login.email, login.password);
    expect(answer.status).toBe(200);
    const newPassword = aPassword();
    const change = { currentPassword: login.password, newPassword };
    expect((await client.put('/portal/password', change)).status).toBe(200);
    replaced(login, newPassword);
  },
  async isSetByStaff(login: Login) {
    replaced(login, await passwordOf(staff, login.id));
  },
  async isNotDelivered(login: Login) {
    const last = (await resetMails(test, login.email)).at(-1);
    if (!last) return;
    await rows(test.db, `UPDATE notifications SET state = 'refused' WHERE id = $1`, [last.id]);
    endResets(login);
  },
  async expires(login: Login) {
    await rows(
      test.db,
      `UPDATE password_resets r SET expires_at = now() FROM identities i WHERE i.id = r.identity_id AND i.email = $1`,
      [login.email],
    );
    endResets(login);
  },
  /** Every open link three times at once, and staff: whoever wins, one password works, and no link was used twice. */
  async races(login: Login, pick: number) {
    const open = login.links.filter(({ isOpen }) => isOpen);
    const tries = open.flatMap((link) => [1, 2, 3].map(() => ({ link, password: aPassword() })));
    const byLinks = tries.map(async ({ link, password }) => ({
      link,
      password,
      status: (await use(link, password)).status,
    }));
    const byStaff = pick % 2 === 0 ? [passwordOf(staff, login.id)] : [];
    const [used, set] = await Promise.all([Promise.all(byLinks), Promise.all(byStaff)]);
    for (const one of used) expect([200, 410]).toContain(one.status);
    const through = used.filter((one) => one.status === 200);
    for (const link of open) expect(through.filter((one) => one.link === link).length).toBeLessThanOrEqual(1);
    const fresh = [...through.map(({ password }) => password), ...set];
    if (open.length > 0) expect(fresh.length).toBeGreaterThan(0);
    const working: string[] = [];
    for (const password of [login.password, ...fresh])
      if ((await status(login.email, password)) === 200) working.push(password);
    expect(working).toHaveLength(1);
    if (fresh.length > 0) {
      expect(working[0]).not.toBe(login.password);
      login.old.push(...fresh.filter((password) => password !== working[0]));
      replaced(login, working[0] ?? '');
    } else endResets(login);
  },
};
type Act = keyof typeof ACTS;

async function askFor(login: Login, mode: 'link' | 'temporary'): Promise<void> {
  await rows(
    test.db,
    `UPDATE settings SET data = data || jsonb_build_object('passwordReset', jsonb_build_object('mode', $1::text))`,
    [mode],
  );
  await timePasses(test, 7_200);
  await ask(test, login.email);
  endResets(login);
}

class Step implements fc.AsyncCommand<Model, object> {
  constructor(
    readonly act: Act,
    readonly who: number,
    readonly pick: number,
  ) {}
  check = () => true;
  async run(model: Model): Promise<void> {
    // The waits of a guesser have tests of their own; here every step is looked at.
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const login = model[this.who];
    if (login) await ACTS[this.act](login, this.pick);
  }
  toString = () => `${this.act}(${this.who}, ${this.pick})`;
}

const steps = (Object.keys(ACTS) as Act[]).map((act) =>
  fc.tuple(fc.nat(1), fc.nat(20)).map(([who, pick]) => new Step(act, who, pick)),
);

async function aLogin(): Promise<Login> {
  const { id, email } = await aPerson(staff);
  return { id, email, password: await passwordOf(staff, id), old: [], links: [], temporary: undefined };
}

/** Whatever happened: the password in force works, every other one does not, and links do what the rules say. */
async function holds(model: Model): Promise<void> {
  for (const { email, password, old, links, temporary } of model) {
    await rows(test.db, `DELETE FROM attempt_budgets`);
    for (const { kind, token, isOpen } of links) {
      const path = kind === 'reset' ? '/portal/password-reset/view' : '/portal/activation/view';
      expect((await test.client().post(path, { token })).status).toBe(isOpen ? 200 : 410);
    }
    const dead = [...old.slice(-4), ...(temporary && !temporary.isOpen ? [temporary.password] : [])];
    for (const one of dead) expect(await status(email, one)).toBe(401);
    await rows(test.db, `DELETE FROM attempt_budgets`);
    expect(await status(email, password)).toBe(200);
  }
}

describe('the secrets of two people under everything that can happen to them', () => {
  it('are never set without their token, never lost, and no token works twice (REC-1, REC-2, REC-3, REC-4, INV-3, D3)', async () => {
    const arbitrary = fc.array(fc.oneof(...steps), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(arbitrary, async (commands) => {
        const model = [await aLogin(), await aLogin()];
        await fc.asyncModelRun(() => ({ model, real: {} }), commands);
        await holds(model);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});

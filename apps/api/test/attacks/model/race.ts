import { expect } from 'vitest';
import { LINK_MESSAGE } from '../../logins.js';
import { endInvitations, endResets, type Login, passwordIs, type Sent } from './login.js';
import type { World } from './world.js';

/** What came of one of those who ran. */
interface Ran {
  status: number;
  /** Of a refusal, for whoever reads the report. */
  code?: string;
  /** What was used up: a link, a code or a temporary password of this message. */
  used?: Sent;
  /** In force from then on, when it was 200. */
  password?: string;
  pin?: string;
  issued?: string;
  invitationId?: string;
}

const ALLOWED = [200, 201, 202, 401, 409, 410];
const THRICE = [1, 2, 3];

const answered = ({ status, body }: { status: number; body: unknown }): Ran => ({
  status,
  code: (body as { code?: string } | undefined)?.code ?? '',
});

async function byLink(world: World, link: Sent): Promise<Ran> {
  const password = world.aPassword();
  const ran = answered(await world.use(link, password));
  return ran.status === 200 ? { ...ran, used: link, password } : ran;
}

async function byCode(world: World, login: Login, link: Sent): Promise<Ran> {
  const entered = await world.enterCode(login.phone, link.code);
  return entered.status === 200 ? byLink(world, link) : answered(entered);
}

async function byTemporary(world: World, login: Login, used: Sent): Promise<Ran> {
  const { client, answer } = await world.signIn(login.email, used.secret);
  if (answer.status !== 200) return answered(answer);
  const password = world.aPassword();
  const ran = answered(await client.put('/portal/password', { newPassword: password }));
  return ran.status === 200 ? { ...ran, used, password } : { ...ran, used };
}

async function byStaff(world: World, { contactId }: Login): Promise<Ran> {
  const answer = await world.staff.put(`/contacts/${contactId}/password`, { mustChange: false });
  return { ...answered(answer), password: String(answer.body.password) };
}

async function newPin(world: World, { contactId }: Login): Promise<Ran> {
  const answer = await world.staff.post(`/contacts/${contactId}/pin`);
  return { ...answered(answer), issued: String(answer.body.pin) };
}

async function byPin(world: World, { phone }: Login, pin: string): Promise<Ran> {
  return { status: await world.status(phone, pin), pin };
}

async function again(world: World, { contactId }: Login): Promise<Ran> {
  await world.aDayPasses(contactId);
  const answer = await world.staff.post('/credential-sends', { contactIds: [contactId], draft: LINK_MESSAGE });
  const [sent] = (answer.body.sent ?? []) as { notificationId: string }[];
  return { ...answered(answer), ...(sent ? { invitationId: sent.notificationId } : {}) };
}

/** Everybody who holds something three times at once, and of the staff those whom the number names. */
function runners(world: World, login: Login, pick: number): Promise<Ran>[] {
  const open = login.sent.filter(({ isOpen }) => isOpen);
  const held = open.flatMap((one) =>
    THRICE.map(() => (one.kind === 'temporary' ? byTemporary(world, login, one) : byLink(world, one))),
  );
  const codes = open.filter(({ kind }) => kind === 'activation').map((one) => byCode(world, login, one));
  // The old PIN and the new one of a run may both be used, one after the other.
  const tried = login.isPendingByRun ? [login.pendingPin] : [login.pin, login.pendingPin];
  const pins = tried.flatMap((pin) => (pin === null ? [] : [byPin(world, login, pin)]));
  const staff = [byStaff, newPin, newPin, again].filter((_, bit) => (pick >> bit) % 2 === 1);
  const closing = pick % 5 === 0 ? [world.staff.post(`/contacts/${login.contactId}/deactivate`)] : [];
  return [...held, ...codes, ...pins, ...staff.map((act) => act(world, login)), ...closing];
}

/**
 * Links, codes, temporary passwords and PINs used at once, while staff set, issue, invite and close: whoever wins, one password and one
 * PIN work, nothing was used twice, and what lost is dead.
 */
export async function race(world: World, login: Login, pick: number): Promise<void> {
  if (!login.isOpen) return;
  const ran = await Promise.all(runners(world, login, pick));
  expect(ran.filter(({ status }) => !ALLOWED.includes(status))).toEqual([]);
  expect((await world.staff.post(`/contacts/${login.contactId}/reactivate`)).status).toBe(200);
  assertUsedOnce(ran.flatMap(({ used }) => used ?? []));
  const through = ran.filter(({ status }) => status === 200);
  await passwordsAfter(world, login, through);
  await pinsAfter(world, login, through);
  await invitationsAfter(world, login, ran);
}

/** An invitation lets in once, by link or code; of a request one of its two messages, once (REC-4, REC-11). */
function assertUsedOnce(used: readonly Sent[]): void {
  const tokens = used.map(({ kind, messageId }) => (kind === 'activation' ? messageId : 'request'));
  expect(tokens).toEqual([...new Set(tokens)]);
}

async function passwordsAfter(world: World, login: Login, through: readonly Ran[]): Promise<void> {
  const fresh = through.flatMap(({ password }) => (password === undefined ? [] : [password]));
  const before = login.password === null ? [] : [login.password];
  const [now, ...more] = await world.working(login.email, [...fresh, ...before]);
  expect(more).toEqual([]);
  // Whoever has a password keeps one; where anybody set another, the one of before is dead.
  expect(now === undefined).toBe(fresh.length + before.length === 0);
  expect(fresh.length > 0 && now === login.password).toBe(false);
  endResets(login);
  endInvitations(login);
  if (now === undefined) return;
  login.hasBeenIn = true;
  login.oldPasswords.push(...fresh.filter((one) => one !== now));
  if (now !== login.password) passwordIs(login, now);
}

/** The one that somebody got in with stays; a new one beside it may not take it away before it is used (INV-3). */
async function pinsAfter(world: World, login: Login, through: readonly Ran[]): Promise<void> {
  const used = [...new Set(through.flatMap(({ pin }) => pin ?? []))];
  const issued = through.flatMap((one) => one.issued ?? []);
  expect(used.length).toBeLessThanOrEqual(1);
  const before = login.isPendingByRun ? [login.pendingPin, login.pin] : [login.pin, login.pendingPin];
  const known = [...new Set([...used, ...before.flatMap((pin) => pin ?? []), ...issued])];
  const working = await world.working(login.phone, known);
  expect(working).toHaveLength(known.length > 0 ? 1 : 0);
  const [now] = working;
  if (now === undefined) return;
  if (used.length > 0) expect(now).toBe(used[0]);
  login.hasBeenIn = true;
  login.oldPins.push(...known.filter((pin) => pin !== now));
  login.pin = now;
  login.pendingPin = null;
  login.isPendingByRun = false;
  login.hasTakenOver = false;
}

/** Whether a password came after the new invitation, and ended it, only the product knows. */
async function invitationsAfter(world: World, login: Login, ran: readonly Ran[]): Promise<void> {
  const sent = ran.find(({ invitationId }) => invitationId !== undefined);
  if (sent?.invitationId === undefined) return;
  const message = await world.readOrNothing(sent.invitationId);
  if (message === undefined) return;
  const { activation_link: link = '', activation_code: code = '' } = message;
  const secret = link.split('#t=')[1] ?? '';
  const one: Sent = { kind: 'activation', way: 'mail', messageId: sent.invitationId, secret, code, isOpen: true };
  one.isOpen = (await world.shows(one)) === 200;
  login.sent.push(one);
}

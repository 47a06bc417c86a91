import { expect } from 'vitest';
import { rows } from '../../../src/db/sql.js';
import { ask, timePasses, tokenOf } from '../../resets.js';
import { endInvitations, endResets, type Login, passwordIs, pickOf, pinIsUsed, type Sent } from './login.js';
import type { World } from './world.js';

const KINDS = { mail: 'password-reset', sms: 'password-reset-sms' } as const;

/** What one of the two messages of a request holds. */
async function received(world: World, login: Login, way: Sent['way']): Promise<Sent> {
  const [messageId = ''] = await world.messages(KINDS[way], way === 'mail' ? login.email : login.phone);
  const { temporary_password: temporary, reset_link: link } = await world.read(messageId);
  const kind = temporary === undefined ? 'reset' : 'temporary';
  return { kind, way, messageId, secret: temporary ?? tokenOf(link), code: '', isOpen: true };
}

/** Who has no password, or may not get in, gets nothing (REC-14); a newer request ends the older. */
async function asks(world: World, login: Login, wish: { mode: 'link' | 'temporary'; bySms: boolean }): Promise<void> {
  await world.setMode(wish.mode);
  await timePasses(world.test, 7_200);
  const before = await world.messages(KINDS.mail, login.email);
  await ask(world.test, login.email, {}, wish.bySms ? login.phone : undefined);
  const isAnswered = login.isOpen && login.password !== null;
  expect(await world.messages(KINDS.mail, login.email)).toHaveLength(before.length + (isAnswered ? 1 : 0));
  if (!isAnswered) return;
  endResets(login);
  login.sent.push(await received(world, login, 'mail'));
  if (wish.bySms) login.sent.push(await received(world, login, 'sms'));
}

const linksOf = ({ sent }: Login) => sent.filter(({ kind }) => kind !== 'temporary');

/** What people do with their login, and what time and mail servers do to it; each says what the rules expect. */
export const PERSON_ACTS = {
  asksForLink: (world: World, login: Login, pick: number) =>
    asks(world, login, { mode: 'link', bySms: pick % 2 === 0 }),
  asksForTemporary: (world: World, login: Login, pick: number) =>
    asks(world, login, { mode: 'temporary', bySms: pick % 2 === 0 }),
  async usesLink(world: World, login: Login, pick: number): Promise<void> {
    const link = pickOf(linksOf(login), pick);
    if (!link) return;
    const isOpen = link.isOpen && login.isOpen;
    const password = world.aPassword();
    expect((await world.use(link, password)).status).toBe(isOpen ? 200 : 410);
    if (!isOpen) return;
    if (link.kind === 'activation') login.hasBeenIn = true;
    passwordIs(login, password);
  },
  /** On another device: the code gives the link's token, and nothing else (C1). */
  async usesCode(world: World, login: Login, pick: number): Promise<void> {
    const invitation = pickOf(
      login.sent.filter(({ kind }) => kind === 'activation'),
      pick,
    );
    if (!invitation) return;
    const entered = await world.enterCode(pick % 2 === 0 ? login.email : login.phone, invitation.code);
    expect(entered.status).toBe(invitation.isOpen && login.isOpen ? 200 : 401);
    if (entered.status !== 200) return;
    expect(entered.body).toEqual({ token: invitation.secret });
    const password = world.aPassword();
    expect((await world.use(invitation, password)).status).toBe(200);
    login.hasBeenIn = true;
    passwordIs(login, password);
  },
  /** The invitation is used up, and the secret stays as it is. */
  async keepsWhatItHas(world: World, login: Login, pick: number): Promise<void> {
    const invitation = pickOf(
      login.sent.filter(({ kind }) => kind === 'activation'),
      pick,
    );
    if (!invitation || (login.pin === null && login.password === null)) return;
    const isOpen = invitation.isOpen && login.isOpen;
    const body = { token: invitation.secret, keepPin: true };
    expect((await world.test.client().post('/portal/activation/accept', body)).status).toBe(isOpen ? 200 : 410);
    if (!isOpen) return;
    invitation.isOpen = false;
    login.hasBeenIn = true;
  },
  /** A password that has to be changed lets in to change it. */
  async signsIn(world: World, login: Login, pick: number): Promise<void> {
    if (login.password === null) return;
    const { client, answer } = await world.signIn(login.email, login.password);
    expect(answer.status).toBe(login.isOpen ? 200 : 401);
    if (!login.isOpen) return;
    endResets(login);
    login.hasBeenIn = true;
    expect(answer.body.next).toBe(login.mustChange ? 'set_password' : 'home');
    if (pick % 3 > 0) return;
    const newPassword = world.aPassword();
    const proof = login.mustChange ? {} : { currentPassword: login.password };
    expect((await client.put('/portal/password', { ...proof, newPassword })).status).toBe(200);
    passwordIs(login, newPassword);
  },
  /** To another address, proven by the code that goes there; without the code everything stays (REC-16). */
  async changesEmail(world: World, login: Login, pick: number): Promise<void> {
    if (login.password === null || login.mustChange || !login.isOpen) return;
    const { client } = await world.signIn(login.email, login.password);
    endResets(login);
    login.hasBeenIn = true;
    const [email, before] = [world.anAddress(), login.email];
    const asked = await client.post('/portal/email/codes', { email, currentPassword: login.password });
    expect(asked.status).toBe(202);
    if (pick % 3 === 0) return;
    const [messageId = ''] = await world.messages('email-code', email);
    const { code } = await world.read(messageId);
    expect((await client.post('/portal/email/confirmations', { code })).status).toBe(200);
    login.email = email;
    endInvitations(login);
    expect(await world.status(before, login.password)).toBe(401);
  },
  async triesOldSecret(world: World, login: Login, pick: number): Promise<void> {
    const password = pickOf(login.oldPasswords, pick);
    if (password !== undefined) expect(await world.status(login.email, password)).toBe(401);
    const pin = pickOf(login.oldPins, pick);
    if (pin !== undefined) expect(await world.status(login.phone, pin)).toBe(401);
  },
  /** Once, to choose another; until then the old one works. */
  async usesTemporary(world: World, login: Login, pick: number): Promise<void> {
    const temporary = pickOf(
      login.sent.filter(({ kind }) => kind === 'temporary'),
      pick,
    );
    if (!temporary) return;
    const isOpen = temporary.isOpen && login.isOpen;
    const { client, answer } = await world.signIn(login.email, temporary.secret);
    expect(answer.status).toBe(isOpen ? 200 : 401);
    if (!isOpen) return;
    endResets(login);
    login.hasBeenIn = true;
    if (pick % 2 === 0) return;
    const newPassword = world.aPassword();
    expect((await client.put('/portal/password', { newPassword })).status).toBe(200);
    passwordIs(login, newPassword);
  },
  /** A PIN sets the first password; where there is one, it does not (AUT-9). */
  async signsInByPin(world: World, login: Login, pick: number): Promise<void> {
    const pin = pick % 2 === 0 ? (login.pendingPin ?? login.pin) : login.pin;
    if (pin === null) return;
    const { client, answer } = await world.signIn(login.phone, pin);
    expect(answer.status).toBe(login.isOpen ? 200 : 401);
    if (!login.isOpen) return;
    pinIsUsed(login, pin);
    if (pick % 3 > 0) return;
    const newPassword = world.aPassword();
    const changed = await client.put('/portal/password', { currentPin: pin, newPassword });
    expect(changed.status).toBe(login.password === null ? 200 : 422);
    if (changed.status === 200) passwordIs(login, newPassword);
  },
  /** One of the messages of the newest request is refused, or comes back. */
  async isNotDelivered(world: World, login: Login, pick: number): Promise<void> {
    const lost = pickOf(login.sent.filter(({ kind }) => kind !== 'activation').slice(-2), pick);
    if (!lost) return;
    const state = pick % 2 === 0 ? 'refused' : 'bounced';
    await rows(world.test.db, `UPDATE notifications SET state = $2 WHERE id = $1`, [lost.messageId, state]);
    lost.isOpen = false;
  },
  async expires(world: World, login: Login, pick: number): Promise<void> {
    const column = pick % 2 === 0 ? 'expires_at' : 'sms_expires_at';
    await rows(
      world.test.db,
      `UPDATE password_resets r SET ${column} = now() FROM identities i WHERE i.id = r.identity_id AND i.email = $1 AND r.${column} IS NOT NULL`,
      [login.email],
    );
    const way = pick % 2 === 0 ? 'mail' : 'sms';
    for (const one of login.sent) if (one.kind !== 'activation' && one.way === way) one.isOpen = false;
  },
};

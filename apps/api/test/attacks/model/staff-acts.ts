import { expect } from 'vitest';
import { LINK_MESSAGE } from '../../logins.js';
import { endInvitations, type Login, passwordIs, pickOf, pinIsIssued } from './login.js';
import type { World } from './world.js';

const REFUSED = 409;

/** An invitation went out: its link, and the code below it. An older one stops working (REC-12). */
async function isInvitedBy(world: World, login: Login, messageId: string): Promise<void> {
  const { activation_link: link = '', activation_code: code = '' } = await world.read(messageId);
  endInvitations(login);
  const secret = link.split('#t=')[1] ?? '';
  login.sent.push({ kind: 'activation', way: 'mail', messageId, secret, code, isOpen: true });
}

/** What staff do to a login; each says what the rules expect. */
export const STAFF_ACTS = {
  /** The first time, or again. */
  async isInvited(world: World, login: Login): Promise<void> {
    await world.aDayPasses(login.contactId);
    const body = { contactIds: [login.contactId], draft: LINK_MESSAGE };
    const { sent = [] } = (await world.staff.post('/credential-sends', body)).body as {
      sent?: { notificationId: string }[];
    };
    expect(sent).toHaveLength(login.isOpen ? 1 : 0);
    for (const { notificationId } of sent) await isInvitedBy(world, login, notificationId);
  },
  async isTakenBack(world: World, login: Login): Promise<void> {
    await world.staff.post(`/contacts/${login.contactId}/invitations/revoke`);
    endInvitations(login);
  },
  /** Never touches a credential that works (INV-1). */
  async isGivenAccess(world: World, login: Login, pick: number): Promise<void> {
    await world.aDayPasses(login.contactId);
    const strategy = pickOf(['auto', 'email', 'pin'], pick);
    const { status, body } = await world.staff.post(`/contacts/${login.contactId}/access`, { strategy });
    expect(status).toBe(202);
    if (!login.isOpen) expect(body.outcome).toBe('impossible');
    else if (login.hasBeenIn) expect(body.outcome).toBe('nothing');
    if (body.outcome === 'send') await isInvitedBy(world, login, String(body.notificationId));
    if (body.outcome !== 'issue_pin') return;
    expect(login.pin).toBeNull();
    const reveal = { reason: 'Reads it out on the phone' };
    const shown = await world.staff.post(`/contacts/${login.contactId}/pin/reveal`, reveal);
    expect(shown.status).toBe(200);
    pinIsIssued(login, shown.body.pin);
  },
  async getsPassword(world: World, login: Login, pick: number): Promise<void> {
    const mustChange = pick % 2 === 0;
    const { status, body } = await world.staff.put(`/contacts/${login.contactId}/password`, { mustChange });
    expect(status).toBe(login.isOpen ? 200 : REFUSED);
    if (login.isOpen) passwordIs(login, String(body.password), mustChange);
  },
  async getsPin(world: World, login: Login): Promise<void> {
    const { status, body } = await world.staff.post(`/contacts/${login.contactId}/pin`);
    expect(status).toBe(login.isOpen ? 200 : REFUSED);
    if (login.isOpen) pinIsIssued(login, String(body.pin));
  },
  /** Open invitations end, secrets stay (S3.15, REC-12). */
  async isDeactivated(world: World, login: Login): Promise<void> {
    expect((await world.staff.post(`/contacts/${login.contactId}/deactivate`)).status).toBe(200);
    endInvitations(login);
    login.isOpen = false;
  },
  async isReactivated(world: World, login: Login): Promise<void> {
    expect((await world.staff.post(`/contacts/${login.contactId}/reactivate`)).status).toBe(200);
    login.isOpen = true;
  },
  /** Staff correct a name: nothing of a login moves (INV-1). */
  async isRenamed(world: World, login: Login, pick: number): Promise<void> {
    const { version } = (await world.staff.get(`/contacts/${login.contactId}`)).body;
    const change = { lastName: `Lind ${pick}` };
    const answer = await world.staff.patch(`/contacts/${login.contactId}`, change, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
  },
};

import { expect } from 'vitest';
import { rows } from '../../../src/db/sql.js';
import { plannedRun, rowsOf, workOn } from '../../access-runs.js';
import { LINK_MESSAGE } from '../../logins.js';
import { endInvitations, type Login, passwordIs, pickOf, pinIsIssued, pinTakesOver } from './login.js';
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
  /** A colleague who may takes the access at this company away; staff give it back as they open a contact again. */
  async isRemovedByColleague(world: World, login: Login): Promise<void> {
    const lead = await world.leadOf(login.customerId);
    const { status } = await lead.delete(`/portal/colleagues/${login.contactId}`);
    // Who has no access is not among the colleagues.
    const hasAccess = login.isOpen && (login.password !== null || login.pin !== null);
    expect([200, hasAccess ? 200 : 404]).toContain(status);
    if (status !== 200) return;
    endInvitations(login);
    login.isOpen = false;
  },
  async isReactivated(world: World, login: Login): Promise<void> {
    expect((await world.staff.post(`/contacts/${login.contactId}/reactivate`)).status).toBe(200);
    await world.change(login.contactId, { isPortalUser: true });
    login.isOpen = true;
  },
  /** One run for one: a new PIN beside the one in use, unless one waits already (ADR 28). */
  async getsPinByRun(world: World, login: Login): Promise<void> {
    await world.aDayPasses(login.contactId);
    const { id } = await plannedRun(world.test, world.staff, {
      contactIds: [login.contactId],
      kind: 'pins',
      strategy: 'email',
    });
    await world.staff.post(`/access-runs/${id}/start`);
    await workOn(world.test);
    const [row] = await rowsOf(world.staff, id);
    const mayGetOne = login.isOpen && login.pin !== null && login.pendingPin === null && !login.hasTakenOver;
    expect([row?.state, row?.verdict]).toEqual(mayGetOne ? ['given', 'email'] : ['skipped', row?.verdict]);
    if (!mayGetOne) return;
    const [messageId = ''] = await world.messages('portal-credentials', login.email);
    pinIsIssued(login, (await world.read(messageId)).initial_pin ?? '', true);
  },
  /** The message arrived, and the days of grace are over. */
  async isPastGrace(world: World, login: Login): Promise<void> {
    await rows(
      world.test.db,
      `WITH past AS (
         UPDATE credentials k SET takes_over_at = now() - interval '1 second' FROM contacts c
          WHERE c.id = $1 AND k.identity_id = c.identity_id AND k.takes_over_at IS NOT NULL RETURNING k.notification_id)
       UPDATE notifications SET state = 'accepted', accepted_at = now() - interval '3 days' WHERE id IN (SELECT notification_id FROM past)`,
      [login.contactId],
    );
    if (login.isPendingByRun) pinTakesOver(login);
  },
  /** Staff correct a name: nothing of a login moves (INV-1). */
  async isRenamed(world: World, login: Login, pick: number): Promise<void> {
    await world.change(login.contactId, { lastName: `Lind ${pick}` });
  },
};

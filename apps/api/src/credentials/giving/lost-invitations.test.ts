import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import {
  aMinuteLater,
  aPerson,
  filled,
  LINK_MESSAGE,
  messagesAbout,
  passwordOf,
  sentToken,
  signIn,
} from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { ExpiryService } from '../expiry.service.js';
import { LostInvitations } from './lost-invitations.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

/** The newest message comes to an end, a minute passes, and the worker looks twice: nothing may happen twice. */
async function lose(contactId: string, state = 'bounced') {
  await rows(
    test.db,
    `UPDATE notifications SET state = $2 WHERE id = (SELECT max(id::text)::uuid FROM notifications WHERE contact_id = $1)`,
    [contactId, state],
  );
  await aMinuteLater(test, contactId);
  await rows(test.db, `UPDATE invitations SET created_at = created_at - interval '61 seconds' WHERE contact_id = $1`, [
    contactId,
  ]);
  await test.app.get(ExpiryService).sweep();
  await Promise.all([test.app.get(LostInvitations).follow(), test.app.get(LostInvitations).follow()]);
  await test.app.get(LostInvitations).follow();
}

const WAYS_IN = ['portal-credentials', 'invitation-sms'];
const sentTo = async (contactId: string) =>
  (await messagesAbout(test, contactId)).filter(({ kind }) => WAYS_IN.includes(kind)).map(({ to }) => to);
const cards = async (contactId: string) =>
  (await staff.get(`/access-requests?contactId=${contactId}`)).body.items.map(({ kind }: { kind: string }) => kind);
const acts = async (contactId: string) =>
  (await staff.get(`/contacts/${contactId}/activity`)).body.items.map(({ action }: { action: string }) => action);

describe('an invitation that did not arrive', () => {
  it.each(['refused', 'failed', 'bounced'])(
    'when it was %s, goes by SMS to the number on file, once, and the timeline says so (S4.10, S4.11, INV-5)',
    async (state) => {
      const eva = await aPerson(staff);
      const old = await sentToken(test, staff, eva.id);
      await lose(eva.id, state);
      expect(await sentTo(eva.id)).toEqual([eva.email, eva.phone]);
      expect((await staff.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'invited', invitation: 'invited' });
      const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
      expect(items[0]).toMatchObject({
        action: 'invitation.way_changed',
        actor: { kind: 'system' },
        detail: { from: eva.email, to: eva.phone, way: 'sms' },
      });
      const text = (await messagesAbout(test, eva.id)).at(-1)!;
      const { values } = (await filled(test, text.id)) as { values: Record<string, string> };
      const token = values.activation_link?.split('#t=')[1];
      const look = await test.client().post('/portal/activation/view', { token });
      expect(look.body).toMatchObject({ inviter: expect.stringMatching(/^Staff/) });
      expect((await test.client().post('/portal/activation/view', { token: old })).body.code).toBe('link.replaced');
      expect(await cards(eva.id)).toEqual([]);
    },
  );

  it('becomes a card for staff when the next way fails too, or there is none (S4.10)', async () => {
    const eva = await aPerson(staff);
    await sentToken(test, staff, eva.id);
    await lose(eva.id);
    await lose(eva.id, 'refused');
    expect(await sentTo(eva.id)).toEqual([eva.email, eva.phone]);
    expect(await cards(eva.id)).toEqual(['invitation_lost']);
    expect((await acts(eva.id))[0]).toBe('access_request.opened');
    const bare = await aPerson(staff, { phones: [] });
    await sentToken(test, staff, bare.id);
    await lose(bare.id);
    expect([await sentTo(bare.id), await cards(bare.id)]).toEqual([[bare.email], ['invitation_lost']]);
  });

  it('goes by e-mail where the SMS was lost', async () => {
    const eva = await aPerson(staff);
    await staff.post(`/contacts/${eva.id}/access`, { strategy: 'sms' });
    await lose(eva.id, 'refused');
    expect(await sentTo(eva.id)).toEqual([eva.phone, eva.email]);
    expect((await acts(eva.id))[0]).toBe('invitation.way_changed');
  });

  it('that cannot be followed holds up none behind it', async () => {
    const [stuck, eva] = [await aPerson(staff), await aPerson(staff)];
    for (const { id } of [stuck, eva]) await sentToken(test, staff, id);
    await rows(
      test.db,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no row of this one'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON invitations FOR EACH ROW WHEN (NEW.contact_id = '${stuck.id}') EXECUTE FUNCTION refuse()`,
    );
    await expect(lose(stuck.id)).rejects.toThrow('no row of this one');
    await expect(lose(eva.id)).rejects.toThrow('no row of this one');
    expect([await sentTo(stuck.id), await sentTo(eva.id)]).toEqual([[stuck.email], [eva.email, eva.phone]]);
    await rows(test.db, `DROP TRIGGER refuse ON invitations`);
    await test.app.get(LostInvitations).follow();
    expect(await sentTo(stuck.id)).toEqual([stuck.email, stuck.phone]);
  });

  it('is left to staff where they typed the address themselves (INV-5)', async () => {
    const eva = await aPerson(staff);
    const draft = { ...LINK_MESSAGE, to: 'boss@nordic.example' };
    await staff.post('/credential-sends', { contactIds: [eva.id], draft });
    await lose(eva.id);
    expect([await sentTo(eva.id), await cards(eva.id)]).toEqual([['boss@nordic.example'], ['invitation_lost']]);
  });

  it('is forgotten when the person gets in, when it was opened, and when staff closed the contact (INV-1)', async () => {
    const [active, opened, closed] = [await aPerson(staff), await aPerson(staff), await aPerson(staff)];
    const password = await passwordOf(staff, active.id);
    await signIn(test, active.email, password);
    await sentToken(test, staff, active.id);
    await test.client().post('/portal/activation/open', { token: await sentToken(test, staff, opened.id) });
    await sentToken(test, staff, closed.id);
    await staff.post(`/contacts/${closed.id}/deactivate`);
    for (const { id, email } of [active, opened, closed]) {
      await lose(id);
      expect([await sentTo(id), await cards(id)]).toEqual([[email], []]);
    }
    expect((await signIn(test, active.email, password)).answer.status).toBe(200);
  });
});

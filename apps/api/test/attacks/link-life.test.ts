import { beforeAll, describe, expect, it } from 'vitest';
import { momentText } from '../../src/credentials/sends/link-validity.js';
import { rows } from '../../src/db/sql.js';
import { PasswordsService } from '../../src/passwords/passwords.service.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { aMinuteLater, aPerson, filled, LINK_MESSAGE, passwordOf, pinOf } from '../logins.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

/** Sends a link; answers the hours it lives, what the mail says of it, and what the preview said before. */
async function sentLink(contactId: string, draft: object = LINK_MESSAGE) {
  const preview = await staff.post('/credential-previews', { contactIds: [contactId], draft });
  const answer = await staff.post('/credential-sends', { contactIds: [contactId], draft });
  const id = answer.body.sent[0]!.notificationId;
  const life = `SELECT expires_at AS "expiresAt", round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours FROM`;
  const [link] = await rows<{ expiresAt: Date; hours: number }>(test.db, `${life} invitations WHERE id = $1`, [id]);
  const [message] = await rows<{ body: string; hours: number }>(
    test.db,
    `${life.replace('SELECT', 'SELECT body,')} notifications WHERE id = $1`,
    [id],
  );
  const { values } = (await filled(test, id)) as { values: Record<string, string> };
  return { link: link!, message: message!, values, preview: preview.body.items[0]!.text as string };
}

/** The minute may turn between preview and sending, and with it the day. */
const momentsAround = ({ expiresAt }: { expiresAt: Date }) =>
  [0, -60_000].map((off) => momentText(new Date(expiresAt.getTime() + off), 'en', 'SE'));

describe('an activation link (D3, REC-12)', () => {
  it('lives seven days for somebody who has no password yet, with or without a PIN, and says so', async () => {
    const person = await aPerson(staff);
    const first = await sentLink(person.id);
    expect([first.link.hours, first.message.hours]).toEqual([168, 168]);
    expect(first.message.body).toContain('until {{valid_until}}');
    expect(first.values.valid_until).toBe(momentText(first.link.expiresAt, 'en', 'SE'));
    expect(momentsAround(first.link).some((text) => first.preview.includes(text.slice(0, 10)))).toBe(true);
    await pinOf(staff, person.id);
    await aMinuteLater(test, person.id);
    expect((await sentLink(person.id)).link.hours).toBe(168);
  });

  it('lives one hour when it would replace a password, in the mail and in the preview too', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    const { link, message, values, preview } = await sentLink(person.id);
    expect([link.hours, message.hours]).toEqual([1, 1]);
    expect(values.valid_until).toBe(momentText(link.expiresAt, 'en', 'SE'));
    expect(momentsAround(link).some((text) => preview.includes(text))).toBe(true);
    await rows(test.db, `UPDATE invitations SET expires_at = expires_at - interval '1 hour' WHERE contact_id = $1`, [
      person.id,
    ]);
    const token = String(values.activation_link).split('#t=')[1];
    expect(
      (await test.client().post('/portal/activation/accept', { token, password: 'wolke sieben im regen' })).status,
    ).toBe(410);
  });

  it('is not left open by a password that comes later: the long link dies with it', async () => {
    const person = await aPerson(staff);
    const { values } = await sentLink(person.id);
    await passwordOf(staff, person.id);
    const token = String(values.activation_link).split('#t=')[1];
    expect((await test.client().post('/portal/activation/view', { token })).status).toBe(410);
  });

  it('says it where the writer put it, once, and not without a link', async () => {
    const person = await aPerson(staff);
    const own = { subject: 'Hi', body: 'By {{valid_until}}: {{activation_link}}' };
    const { body } = (await sentLink(person.id, own)).message;
    expect(body.startsWith(own.body)).toBe(true);
    expect(body).not.toContain('works once');
    const { body: without } = await staff.post('/credential-previews', {
      contactIds: [person.id],
      draft: { subject: 'Hi', body: 'See {{portal_link}}' },
    });
    expect(without.items[0]!.text).not.toContain('works once');
  });
});

it('names the time of the country, or UTC where there are several', () => {
  const moment = new Date('2026-11-29T13:30:00Z');
  expect([momentText(moment, 'en', 'SE'), momentText(moment, 'de', 'DE'), momentText(moment, 'sv', 'US')]).toEqual([
    expect.stringMatching(/^29 November 2026(,| at) 14:30 (CET|GMT\+1)$/),
    expect.stringMatching(/^29\. November 2026(,| um) 14:30 MEZ$/),
    expect.stringMatching(/^29 november 2026( kl\.|,)? 13:30 UTC$/),
  ]);
});

describe('a link for a new password of staff', () => {
  it('lives one hour, an invitation seven days (D3, REC-12)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const { id } = (await client.post('/staff-members', { email: 'nora@office.example', name: 'Nora', role: 'agent' }))
      .body;
    const hours = () =>
      rows(
        test.db,
        `SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours FROM staff_links WHERE staff_id = $1`,
        [id],
      );
    expect(await hours()).toEqual([{ hours: 168 }]);
    const hash = await test.app.get(PasswordsService).hash('the way into this house');
    await rows(
      test.db,
      `UPDATE staff_members SET status = 'active', password_hash = $2, password_set_at = now() WHERE id = $1`,
      [id, hash],
    );
    await client.post(`/staff-members/${id}/invitation`);
    expect(await hours()).toEqual([{ hours: 1 }]);
    const bodies = `SELECT body FROM notifications WHERE kind = 'staff-invitation' AND data ->> 'staffId' = $1 ORDER BY id`;
    const [invitation, reset] = await rows<{ body: string }>(test.db, bodies, [id]);
    expect([invitation?.body, reset?.body]).toEqual([
      expect.stringContaining('for seven days'),
      expect.stringContaining('for one hour'),
    ]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { download } from '../../../test/download.js';
import { aPerson, messagesAbout, passwordOf, signIn } from '../../../test/logins.js';
import { decodeAll, withPdf } from '../../../test/pdf.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
});

const PASSWORD = 'nordisk sommar 31';
const hand = (id: string, way: string, client = staff) => client.post(`/contacts/${id}/invitations/by-hand`, { way });
const accept = (token: unknown) => test.client().post('/portal/activation/accept', { token, password: PASSWORD });
const tokenIn = (url: unknown) => String(url).split('#t=')[1] ?? '';

/** Everything staff and integrators can read about the contact afterwards, and the rows behind it. */
async function everywhere(contactId: string): Promise<string> {
  const answers = [];
  for (const path of ['', '/access', '/activity'])
    answers.push((await staff.get(`/contacts/${contactId}${path}`)).body);
  const stored = await rows(test.db, `SELECT to_jsonb(v) AS row FROM invitations v WHERE contact_id = $1`, [contactId]);
  return JSON.stringify([...answers, stored, await messagesAbout(test, contactId)]);
}

describe('POST /contacts/:id/invitations/by-hand', () => {
  it.each([
    ['screen', 1],
    ['link', 168],
  ])(
    'gives out a link once for %s, without a message, and keeps it nowhere (C1, REC-7, D11, INV-10)',
    async (way, hours) => {
      const eva = await aPerson(staff);
      const made = await hand(eva.id, way);
      expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
      const { url, code, codePage, loginId, expiresAt } = made.body;
      expect([codePage, loginId]).toEqual([expect.stringMatching(/\/activate$/), eva.email]);
      expect(Math.round((Date.parse(String(expiresAt)) - Date.now()) / 3_600_000)).toBe(hours);
      const known = await everywhere(eva.id);
      for (const secret of [tokenIn(url), code]) expect(known).not.toContain(secret);
      expect(await messagesAbout(test, eva.id)).toEqual([]);
      const entered = await test.client().post('/portal/activation/code', { identifier: eva.email, code });
      expect(entered.body).toEqual({ token: tokenIn(url) });
      expect((await accept(tokenIn(url))).status).toBe(200);
      expect((await accept(tokenIn(url))).body.code).toBe('link.used');
      const { invitations } = (await staff.get(`/contacts/${eva.id}/access`)).body;
      expect(invitations).toMatchObject([{ way, sentTo: null, state: 'accepted' }]);
      const { items } = (await staff.get(`/contacts/${eva.id}/activity?limit=50`)).body;
      expect(items.map(({ action }: { action: string }) => action)).toContain('invitation.handed_over');
    },
  );

  it('ends the one before, and is refused for a login that works (REC-12, INV-1)', async () => {
    const eva = await aPerson(staff);
    const [old, newer] = [await hand(eva.id, 'link'), await hand(eva.id, 'link')];
    expect((await accept(tokenIn(old.body.url))).body.code).toBe('link.replaced');
    expect((await accept(tokenIn(newer.body.url))).status).toBe(200);
    expect((await hand(eva.id, 'screen')).body).toMatchObject({ status: 409, code: 'credential.in_use' });
    expect((await signIn(test, eva.email, PASSWORD)).answer.status).toBe(200);
    const ola = await aPerson(staff);
    await signIn(test, ola.email, await passwordOf(staff, ola.id));
    expect((await staff.post(`/contacts/${ola.id}/access`, { plan: true })).body).toMatchObject({ mayHandOver: false });
    expect((await hand(ola.id, 'link')).status).toBe(409);
  });

  it('needs the permission and a password proven a moment ago; no key has it (SES-6)', async () => {
    const eva = await aPerson(staff);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await hand(eva.id, 'link', viewer)).status).toBe(403);
    expect((await hand(eva.id, 'link', test.client())).status).toBe(401);
    expect((await hand(eva.id, 'pigeon')).status).toBe(422);
    const stale = await signedInStaff(test, 'agent');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      stale.id,
    ]);
    expect((await hand(eva.id, 'link', stale.client)).body.code).toBe('session.reauthentication_required');
    expect((await stale.client.post(`/contacts/${eva.id}/invitations/letter`)).status).toBe(403);
    await staff.post(`/contacts/${eva.id}/deactivate`);
    expect((await hand(eva.id, 'link')).body.code).toBe('contact.inactive');
  });
});

describe('POST /contacts/:id/invitations/letter', () => {
  it('is a page in the language of the contact, with a code that phones read (C1)', async () => {
    const eva = await aPerson(staff, { language: 'de', email: null });
    const { stream } = await download(staff, `/contacts/${eva.id}/invitations/letter`, {});
    const { text, url, pages } = await withPdf(stream, async (pdf) => ({
      text: pdf.text(0).replace(/\s+/g, ' '),
      url: (await decodeAll(await pdf.render(0, 150)))[0]?.text,
      pages: pdf.pages,
    }));
    expect(pages).toBe(1);
    for (const words of ['Guten Tag Eva Lind', 'Ihr Zugang zu Latchkey', eva.phone, 'gilt einmal'])
      expect(text).toContain(words);
    expect(text).toMatch(/Code: [a-z2-9]{4}-[a-z2-9]{4}/);
    const look = await test.client().post('/portal/activation/view', { token: tokenIn(url) });
    expect(look.body).toMatchObject({ loginIds: [eva.phone] });
    expect(Date.parse(String(look.body.expiresAt)) - Date.now()).toBeGreaterThan(13 * 86_400_000);
    expect(await everywhere(eva.id)).not.toContain(tokenIn(url));
  });
});

import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { signedInContact } from '../../../test/conventions/actors.js';
import { allRoutes } from '../../../test/conventions/routes.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';

describe('looking at the portal as a contact sees it', () => {
  const test = useApp();
  const ask = (client: Client, contactId: string, reason = 'She cannot find her case') =>
    client.post<{ url: string; expiresAt: string; code: string }>(`/contacts/${contactId}/view-as`, { reason });
  const tokenOf = (url: string): string => new URLSearchParams(new URL(url).hash.slice(1)).get('t') ?? '';

  async function looking(client: Client, contactId: string): Promise<Client> {
    const browser = test.client();
    const { url } = (await ask(client, contactId)).body;
    await browser.post('/portal/view', { token: tokenOf(url) });
    return browser;
  }
  /** All that is kept of the person: login, devices, sessions, cases read, budgets. */
  const kept = async (identityId: string): Promise<string> =>
    JSON.stringify([
      await rows(test.db, `SELECT * FROM identities WHERE id = $1`, [identityId]),
      await rows(test.db, `SELECT * FROM known_devices WHERE identity_id = $1`, [identityId]),
      await rows(
        test.db,
        `SELECT id, token_hash, authenticated_at FROM sessions WHERE identity_id = $1 AND kind = 'contact'`,
        [identityId],
      ),
      await rows(test.db, `SELECT count(*) FROM case_reads`),
      await rows(test.db, `SELECT count(*) FROM attempt_budgets`),
      await rows(test.db, `SELECT count(*) FROM notifications`),
    ]);

  it('opens by a one-time address with a reason in the audit, and says who looks and until when (A7, S3.10, INV-10)', async () => {
    const eva = await signedInContact(test, { choose: true });
    const agent = await signedInStaff(test, 'agent');
    const asked = await ask(agent.client, eva.contactId);
    expect(asked.status).toBe(201);
    expect(asked.body.url).toMatch(/\/view#t=[\w-]{43}$/);
    const token = tokenOf(asked.body.url);
    const browsers = Array.from({ length: 8 }, () => test.client());
    const answers = await Promise.all(browsers.map((browser) => browser.post('/portal/view', { token })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 410, 410, 410, 410, 410, 410, 410,
    ]);
    const browser = browsers[answers.findIndex(({ status }) => status === 200)]!;
    const session = (await browser.get<{ view: { staffName: string; endsAt: string } }>('/portal/session')).body;
    expect(session).toMatchObject({ company: { contactId: eva.contactId }, method: 'view' });
    expect(session.view.staffName).toMatch(/^Staff/);
    const minutes = (Date.parse(session.view.endsAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15.1);
    expect(
      await first(
        test.db,
        `SELECT actor_id AS by, detail ->> 'reason' AS reason FROM audit_events WHERE action = 'contact.viewed_as' AND contact_id = $1`,
        [eva.contactId],
      ),
    ).toEqual({ by: agent.id, reason: 'She cannot find her case' });
    expect((await eva.client.get('/portal/session')).body).toMatchObject({ view: null });
  });

  it('refuses every act of the portal, and leaves nothing of the person changed (A7, INV-4)', async () => {
    const eva = await signedInContact(test, { choose: true });
    await eva.client.post(
      '/portal/cases',
      { subject: 'Leak', description: 'Since noon' },
      { 'idempotency-key': newId() },
    );
    const { client } = await signedInStaff(test, 'agent');
    const browser = await looking(client, eva.contactId);
    const before = await kept(eva.identityId);
    const routes = allRoutes(test.app).filter(({ access }) => access?.kind === 'contact');
    const acts = routes.filter(({ method }) => method !== 'GET');
    expect(acts.length).toBeGreaterThan(12);
    const answers = [];
    for (const { method, path } of acts) {
      const { status, body } = await browser.send({ method, path: path.replace(/:\w+/g, eva.contactId), body: {} });
      answers.push([`${method} ${path}`, status, body.code]);
    }
    expect(answers).toEqual(answers.map(([route]) => [route, 403, 'session.read_only']));
    for (const { path } of routes.filter(({ method, name }) => method === 'GET' && name !== 'streamPortalEvents'))
      expect((await browser.get(path.replace(/:\w+/g, eva.contactId))).status, path).toBeLessThan(405);
    expect((await browser.get('/portal/cases')).body.items).toHaveLength(1);
    expect((await browser.get('/portal/known-devices')).body.items).toHaveLength(1);
    expect(await kept(eva.identityId)).toBe(before);
    expect((await browser.get('/customers')).status).toBe(401);
  });

  it('ends by the button, by time, and with the staff member (SES-2, SES-3)', async () => {
    const eva = await signedInContact(test, { choose: true });
    const agent = await signedInStaff(test, 'agent');
    const seen = (browser: Client) => browser.get('/portal/session').then(({ status }) => status);
    const button = await looking(agent.client, eva.contactId);
    expect([await seen(button), (await button.delete('/portal/view')).status, await seen(button)]).toEqual([
      200, 200, 401,
    ]);
    const time = await looking(agent.client, eva.contactId);
    await rows(test.db, `UPDATE sessions SET expires_at = now() WHERE kind = 'view'`);
    expect(await seen(time)).toBe(401);
    const role = await looking(agent.client, eva.contactId);
    await rows(test.db, `UPDATE staff_members SET role = 'viewer' WHERE id = $1`, [agent.id]);
    expect(await seen(role)).toBe(401);
    await rows(test.db, `UPDATE staff_members SET role = 'agent' WHERE id = $1`, [agent.id]);
    expect(await seen(role)).toBe(200);
    await agent.client.delete('/staff/session');
    expect(await seen(role)).toBe(401);
    expect(await seen(eva.client)).toBe(200);
  });

  it('is for staff who may, freshly proven, and for people who could get in (SES-6, AZN-1)', async () => {
    const eva = await signedInContact(test, { choose: true });
    const viewer = await signedInStaff(test, 'viewer');
    expect((await ask(viewer.client, eva.contactId)).body).toMatchObject({ missing: 'contact:view_as' });
    const { client, id } = await signedInStaff(test, 'agent');
    expect((await ask(client, eva.contactId, ' ')).status).toBe(422);
    expect((await ask(client, newId())).status).toBe(404);
    await rows(test.db, `UPDATE contacts SET is_portal_user = false WHERE id = $1`, [eva.contactId]);
    expect((await ask(client, eva.contactId)).body.code).toBe('contact.not_portal_user');
    await rows(test.db, `UPDATE contacts SET is_portal_user = true, status = 'inactive' WHERE id = $1`, [
      eva.contactId,
    ]);
    expect((await ask(client, eva.contactId)).body.code).toBe('contact.inactive');
    await rows(test.db, `UPDATE contacts SET status = 'active', identity_id = NULL WHERE id = $1`, [eva.contactId]);
    expect((await ask(client, eva.contactId)).body.code).toBe('credential.none');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      id,
    ]);
    expect((await ask(client, eva.contactId)).body.code).toBe('session.reauthentication_required');
  });
});

import { describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { signedInStaff } from '../../test/staff.js';
import { Keys } from '../config/keys.js';
import { newId } from '../db/id.js';
import { first, rows } from '../db/sql.js';
import { MessageKinds } from '../notifications/message-kinds.js';
import { ensureBootstrapLink } from './bootstrap.js';
import { StaffMember } from './staff-member.entity.js';
import { linkToken } from './staff.messages.js';

const PASSWORD = 'correct horse battery staple';

describe('staff members', () => {
  const test = useApp();
  let count = 0;
  const email = () => `person${(count += 1)}@office.example`;
  const tokenOf = (url: string | undefined) => /\/admin\/welcome#t=(.+)$/.exec(url ?? '')?.[1] ?? '';

  /** The newest link's secret of a member, as the message would carry it. */
  async function token(staffId: string): Promise<string> {
    const link = await first<{ id: string }>(
      test.db,
      `SELECT id FROM staff_links WHERE staff_id = $1 ORDER BY created_at DESC LIMIT 1`,
      [staffId],
    );
    return linkToken(test.app.get(Keys), link?.id ?? '');
  }
  const version = (value: number) => ({ 'if-match': `"${value}"` });

  it('has no account at first: a link printed once makes the first owner, once (AUT-13, INV-9, REC-4)', async () => {
    expect(await first(test.db, `SELECT 1 FROM staff_members`)).toBeUndefined();
    const url = await ensureBootstrapLink(test.app);
    const secret = tokenOf(url);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify(await rows(test.db, `SELECT * FROM staff_links`))).not.toContain(secret);
    const client = test.client();
    for (let look = 0; look < 3; look += 1)
      expect((await client.post('/staff/links/view', { token: secret })).body).toMatchObject({
        purpose: 'bootstrap',
        email: null,
      });
    const accept = { token: secret, password: PASSWORD, name: 'Olga Owner', email: 'Olga@Office.example' };
    expect(
      (await client.post('/staff/links/accept', { token: secret, password: PASSWORD })).body.errors[0]!.pointer,
    ).toBe('/name');
    expect((await client.post('/staff/links/accept', { ...accept, password: 'olga@office.example' })).body.code).toBe(
      'password.weak',
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => test.client().post('/staff/links/accept', accept)),
    );
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 410),
    ]);
    expect(answers.find((answer) => answer.status === 200)?.body.staff).toMatchObject({
      role: 'owner',
      email: 'olga@office.example',
    });
    expect(await ensureBootstrapLink(test.app)).toBeUndefined();
  });

  it('invites by a link that is derived, not stored, and works once (S4.6, S1.x6, REC-2, G13)', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const address = email();
    const invited = await client.post('/staff-members', {
      email: address.toUpperCase(),
      name: 'Nils New',
      role: 'agent',
      language: 'sv',
    });
    expect(invited).toMatchObject({
      status: 201,
      body: { email: address, status: 'invited', allowedActions: expect.arrayContaining(['send_link']) },
    });
    const message = await first<{
      id: string;
      kind: string;
      language: string;
      body: string;
      data: Record<string, unknown>;
    }>(test.db, `SELECT id, kind, language, body, data FROM notifications WHERE to_address = $1`, [address]);
    const secret = await token(invited.body.id);
    expect(message).toMatchObject({
      kind: 'staff-invitation',
      language: 'sv',
      body: expect.stringContaining('{{link}}'),
    });
    expect(JSON.stringify(await rows(test.db, `SELECT * FROM notifications, staff_links`))).not.toContain(secret);
    const kind = test.app.get(MessageKinds).get('staff-invitation')!;
    const facts = { ...message!, customerId: null, contactId: null, identityId: null, caseId: null };
    expect(await kind.fill(test.db, facts)).toMatchObject({
      values: { name: 'Nils New', link: `${test.config.adminOrigin}/admin/welcome#t=${secret}` },
      secret: ['link'],
    });
    const visitor = test.client();
    expect((await visitor.post('/staff/links/view', { token: secret })).body).toMatchObject({
      purpose: 'invite',
      email: address,
      name: 'Nils New',
    });
    expect((await visitor.post('/staff/links/accept', { token: secret, password: PASSWORD })).body.staff).toMatchObject(
      { email: address, role: 'agent' },
    );
    expect((await visitor.get('/staff/session')).status).toBe(200);
    expect((await visitor.post('/staff/links/accept', { token: secret, password: PASSWORD })).body.code).toBe(
      'link.invalid',
    );
    expect(await kind.fill(test.db, facts)).toHaveProperty('cancelled');
  });

  it('lets a resent link replace the older one, and no link outlive seven days or a deactivation (REC-12)', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const { id } = (await client.post('/staff-members', { email: email(), name: 'Nora', role: 'viewer' })).body;
    const view = async (secret: string) => (await test.client().post('/staff/links/view', { token: secret })).status;
    const older = await token(id);
    expect((await client.post(`/staff-members/${id}/invitation`)).status).toBe(200);
    const newer = await token(id);
    expect([await view(older), await view(newer)]).toEqual([410, 200]);
    await rows(test.db, `UPDATE staff_links SET expires_at = expires_at - interval '7 days' WHERE staff_id = $1`, [id]);
    expect(await view(newer)).toBe(410);
    await client.post(`/staff-members/${id}/invitation`);
    const last = await token(id);
    await client.post(`/staff-members/${id}/deactivate`);
    expect(await view(last)).toBe(410);
    expect((await client.post(`/staff-members/${id}/invitation`)).status).toBe(409);
  });

  it('sends a link for a new password without touching the current one', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const { id } = (await client.post('/staff-members', { email: email(), name: 'Rut', role: 'agent' })).body;
    await test.client().post('/staff/links/accept', { token: await token(id), password: PASSWORD });
    const { email: address } = (await first<{ email: string }>(
      test.db,
      `SELECT email FROM staff_members WHERE id = $1`,
      [id],
    ))!;
    await client.post(`/staff-members/${id}/invitation`);
    const signIn = (password: string) => test.client().post('/staff/session', { email: address, password });
    expect((await signIn(PASSWORD)).status).toBe(200);
    await test
      .client()
      .post('/staff/links/accept', { token: await token(id), password: 'seven purple lanterns swing' });
    expect([(await signIn(PASSWORD)).status, (await signIn('seven purple lanterns swing')).status]).toEqual([401, 200]);
  });

  it('gives no role above the own one and touches nobody above (AZN-10)', async () => {
    const owner = await signedInStaff(test, 'owner');
    const admin = await signedInStaff(test, 'admin');
    const agent = await signedInStaff(test, 'agent');
    expect((await admin.client.post('/staff-members', { email: email(), name: 'X', role: 'owner' })).body.code).toBe(
      'staff.role_not_grantable',
    );
    expect((await admin.client.patch(`/staff-members/${agent.id}`, { role: 'owner' }, version(1))).body.code).toBe(
      'staff.role_not_grantable',
    );
    for (const act of ['deactivate', 'invitation', 'reactivate'])
      expect((await admin.client.post(`/staff-members/${owner.id}/${act}`)).body.code).toBe('staff.role_not_grantable');
    expect((await admin.client.patch(`/staff-members/${owner.id}`, { name: 'X' }, version(1))).status).toBe(403);
    expect(
      (await agent.client.post('/staff-members', { email: email(), name: 'X', role: 'viewer' })).body,
    ).toMatchObject({ status: 403, missing: 'staff:write' });
    expect((await owner.client.patch(`/staff-members/${admin.id}`, { role: 'owner' }, version(1))).body.role).toBe(
      'owner',
    );
  });

  it('changes a role with the next request of the member, against the version (SES-3)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const agent = await signedInStaff(test, 'agent');
    const changed = await client.patch(`/staff-members/${agent.id}`, { role: 'viewer' }, version(1));
    expect(changed.body).toMatchObject({ role: 'viewer', version: 2 });
    expect((await agent.client.get('/staff/session')).body.permissions).not.toContain('case:reply');
    expect((await client.patch(`/staff-members/${agent.id}`, { name: 'Late' }, version(1))).body.code).toBe(
      'row.changed',
    );
    expect((await client.patch(`/staff-members/${agent.id}`, { name: 'None' })).status).toBe(428);
    expect((await client.patch(`/staff-members/${newId()}`, { name: 'None' }, version(1))).status).toBe(404);
  });

  it('deactivates at once: sessions and keys are dead, and the keys stay so (SES-3, KEY-6)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const admin = await signedInStaff(test, 'admin');
    const { key } = (
      await admin.client.post('/api-keys', { name: 'ERP', scopes: ['customer:read'], expiresInDays: 30 })
    ).body;
    const withKey = () => fetch(`${test.origin}/api/v1/customers`, { headers: { authorization: `Bearer ${key}` } });
    expect((await withKey()).status).toBe(200);
    expect((await client.post(`/staff-members/${admin.id}/deactivate`)).body).toMatchObject({
      status: 'inactive',
      allowedActions: ['edit', 'reactivate'],
    });
    expect([(await withKey()).status, (await admin.client.get('/staff/session')).status]).toEqual([401, 401]);
    await rows(test.db, `UPDATE staff_members SET password_hash = 'x' WHERE id = $1`, [admin.id]);
    expect((await client.post(`/staff-members/${admin.id}/reactivate`)).body.status).toBe('active');
    expect((await withKey()).status).toBe(401);
  });

  it('keeps one owner, in 100 parallel tries of two to leave (AZN-10, R28)', async () => {
    await rows(test.db, `UPDATE staff_members SET role = 'admin' WHERE role = 'owner'`);
    const [one, two] = [await signedInStaff(test, 'owner'), await signedInStaff(test, 'owner')];
    const tries = Array.from({ length: 100 }, (_, index) => {
      const self = index % 2 ? one : two;
      return index % 4 < 2
        ? self.client.post(`/staff-members/${self.id}/deactivate`)
        : self.client.patch(`/staff-members/${self.id}`, { role: 'admin' }, version(1));
    });
    await Promise.all(tries);
    expect(await rows(test.db, `SELECT 1 FROM staff_members WHERE role = 'owner' AND status = 'active'`)).toHaveLength(
      1,
    );
  });

  it('refuses a second member with the same address, in any spelling, also at once', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const address = email();
    const answers = await Promise.all(
      [address, address.toUpperCase(), ` ${address}`].map((spelling) =>
        client.post('/staff-members', { email: spelling, name: 'Twin', role: 'agent' }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  it('lists members by name, page by page, and active names for pickers', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const names: string[] = [];
    let cursor: string | null = '';
    do {
      const { body }: { body: { items: StaffMember[]; nextCursor: string | null } } = await client.get(
        `/staff-members?limit=4${cursor ? `&cursor=${cursor}` : ''}`,
      );
      names.push(...body.items.map((item) => item.name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(names).toHaveLength(
      Number((await first<{ n: string }>(test.db, `SELECT count(*) AS n FROM staff_members`))?.n),
    );
    expect((await client.get('/staff-members?cursor=WzEsMl0')).status).toBe(400);
    const picked = (await (await signedInStaff(test, 'viewer')).client.get('/staff-names')).body.items;
    expect(Object.keys(picked[0]!).sort()).toEqual(['id', 'name']);
    expect((await test.client().get('/staff-names')).status).toBe(401);
  });
});

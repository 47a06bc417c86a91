import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { signedInStaff } from '../../../test/staff.js';
import { first, rows } from '../../db/sql.js';
import { makeKey, parseKey } from './api-key-format.js';
import { isAllowedAddress } from './allowed-addresses.js';

describe('API keys', () => {
  const test = useApp();

  async function ownerWithKey(change: Record<string, unknown> = {}, role: 'owner' | 'admin' = 'admin') {
    const owner = await signedInStaff(test, role);
    const made = await owner.client.post('/api-keys', {
      name: 'ERP',
      scopes: ['customer:read', 'contact:read'],
      expiresInDays: 30,
      ...change,
    });
    return { ...owner, made, key: made.body.key, keyId: made.body.apiKey?.id };
  }
  const call = (key: string, path = '/customers', init: RequestInit = {}) =>
    fetch(`${test.origin}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });

  it('shows the whole key once and keeps only its hash (KEY-1, G13)', async () => {
    const { client, made, key } = await ownerWithKey();
    expect(made.status).toBe(201);
    expect(key).toMatch(/^lk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9a-z]{7}$/);
    const secret = parseKey(key)!.secret;
    const listed = await client.get('/api-keys');
    expect(listed.body.items[0]).toMatchObject({ prefix: key.slice(0, 11), state: 'active', lastUsedAt: null });
    const everything = JSON.stringify([
      listed.body,
      await rows(test.db, 'SELECT * FROM api_keys'),
      await rows(test.db, 'SELECT * FROM audit_events'),
      await rows(test.db, 'SELECT * FROM idempotency_keys'),
    ]);
    expect(everything).not.toContain(secret);
    expect((await call(key)).status).toBe(200);
    expect((await call(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`)).status).toBe(401);
    expect((await call(makeKey().key)).status).toBe(401);
  });

  it('does what its scopes say, and names the missing one (KEY-2, AZN-1)', async () => {
    const { key } = await ownerWithKey();
    expect((await call(key, '/contacts')).status).toBe(200);
    const refused = await call(key, '/audit-events');
    expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ missing: 'audit:read' })]);
    for (const path of ['/staff/session', '/settings', '/staff-members', '/api-keys'])
      expect((await call(key, path)).status).toBe(403);
  });

  it('cannot be given what a key never has, or what its maker has not; a key makes no key (KEY-2, KEY-5)', async () => {
    const { client, key } = await ownerWithKey();
    for (const scope of ['credential:set', 'pin:reveal', 'staff:read', 'settings:write', 'key:write']) {
      const refused = await client.post('/api-keys', { name: 'X', scopes: ['customer:read', scope], expiresInDays: 1 });
      expect(refused.body).toMatchObject({ code: 'key.scope_not_grantable', errors: [{ pointer: '/scopes/1' }] });
    }
    expect((await client.post('/api-keys', { name: 'X', scopes: ['no:such'], expiresInDays: 1 })).body.code).toBe(
      'request.invalid_body',
    );
    const body = JSON.stringify({ name: 'child', scopes: ['customer:read'], expiresInDays: 1 });
    expect(
      (await call(key, '/api-keys', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(403);
    expect((await client.get('/api-key-scopes')).body.items).toContainEqual({ scope: 'case:reply', grantable: true });
  });

  it('can do no more than its owner still may (KEY-6, SES-3)', async () => {
    const { key, id } = await ownerWithKey({ scopes: ['audit:read', 'customer:read'] });
    expect((await call(key, '/audit-events')).status).toBe(200);
    await rows(test.db, `UPDATE staff_members SET role = 'agent' WHERE id = $1`, [id]);
    expect([(await call(key, '/audit-events')).status, (await call(key)).status]).toEqual([403, 200]);
    await rows(test.db, `UPDATE staff_members SET status = 'inactive' WHERE id = $1`, [id]);
    expect((await call(key)).status).toBe(401);
  });

  it('is refused with the next request after it was revoked or has expired (KEY-3, KEY-4)', async () => {
    const one = await ownerWithKey();
    expect((await one.client.delete(`/api-keys/${one.keyId}`)).status).toBe(200);
    expect((await call(one.key)).status).toBe(401);
    expect(
      (await one.client.get('/api-keys')).body.items.find((key: { id: string }) => key.id === one.keyId)!.state,
    ).toBe('revoked');
    expect((await one.client.delete('/api-keys/018f0000-0000-7000-8000-000000000000')).status).toBe(404);
    const two = await ownerWithKey();
    await rows(test.db, `UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [two.keyId]);
    expect((await call(two.key)).status).toBe(401);
    expect(
      (await two.client.post('/api-keys', { name: 'X', scopes: ['customer:read'], expiresInDays: 366 })).status,
    ).toBe(422);
  });

  it('is accepted only in the header; in an address it is refused and recorded as exposed (KEY-4)', async () => {
    const { key, keyId } = await ownerWithKey();
    for (const name of ['key', 'api_key', 'access_token']) {
      const answer = await fetch(`${test.origin}/api/v1/customers?${name}=${key}`);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'key.exposed']);
    }
    expect(
      await rows(test.db, `SELECT 1 FROM audit_events WHERE action = 'key.exposed' AND subject_id = $1`, [keyId]),
    ).toHaveLength(3);
    expect(
      (await fetch(`${test.origin}/api/v1/customers`, { headers: { cookie: `latchkey-staff=${key}` } })).status,
    ).toBe(401);
  });

  it('works only from its addresses (D15)', async () => {
    const elsewhere = await ownerWithKey({ allowedAddresses: ['10.0.0.0/8', '2001:db8::/32'] });
    expect((await call(elsewhere.key)).status).toBe(403);
    const here = await ownerWithKey({ allowedAddresses: ['127.0.0.0/8', '::1'] });
    expect((await call(here.key)).status).toBe(200);
    for (const range of ['10.0.0.0/33', 'example.org', '10.0.0', ''])
      expect(
        (
          await here.client.post('/api-keys', {
            name: 'X',
            scopes: ['customer:read'],
            expiresInDays: 1,
            allowedAddresses: [range],
          })
        ).status,
      ).toBe(422);
    expect(isAllowedAddress('::ffff:10.1.2.3', ['10.0.0.0/8'])).toBe(true);
    expect(isAllowedAddress('2001:db8::1', ['10.0.0.0/8', '2001:db8::/32'])).toBe(true);
    expect(isAllowedAddress('11.0.0.1', ['10.0.0.0/8'])).toBe(false);
  });

  it('has 600 requests a minute, counts down in the headers, then says when to come back (D15)', async () => {
    const { key } = await ownerWithKey();
    const first = await call(key);
    expect(first.headers.get('ratelimit-limit')).toBe('600');
    expect(first.headers.get('ratelimit-remaining')).toBe('599');
    await rows(test.db, `UPDATE attempt_budgets SET used = 598 WHERE kind = 'api-key'`);
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(key)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(2);
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE kind = 'api-key'`);
    expect((await call(key)).status).toBe(200);
  });

  it('writes its last use once a minute at most', async () => {
    const { key, keyId } = await ownerWithKey();
    const lastUse = async () =>
      (
        await first<{ at: Date | null }>(test.db, `SELECT last_used_at AS at FROM api_keys WHERE id = $1`, [keyId])
      )?.at?.getTime();
    await call(key);
    const used = await lastUse();
    expect(used).toBeDefined();
    await call(key);
    expect(await lastUse()).toBe(used);
    await rows(test.db, `UPDATE api_keys SET last_used_at = last_used_at - interval '61 seconds' WHERE id = $1`, [
      keyId,
    ]);
    await call(key);
    expect(await lastUse()).toBeGreaterThanOrEqual(used ?? 0);
  });

  it('does not lend the cookie of a signed-in browser a way round the cross-site check (SES-8)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    delete client.headers['x-requested-with'];
    expect(
      (
        await client.post(
          '/api-keys',
          { name: 'X', scopes: ['customer:read'], expiresInDays: 1 },
          { authorization: 'Bearer x' },
        )
      ).status,
    ).toBe(401);
  });

  it('needs a fresh proof of the password, and the right to make keys (SES-6)', async () => {
    const { client, id } = await signedInStaff(test, 'admin');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '20 minutes' WHERE staff_id = $1`, [
      id,
    ]);
    const draft = { name: 'X', scopes: ['customer:read'], expiresInDays: 1 };
    expect((await client.post('/api-keys', draft)).body.code).toBe('session.reauthentication_required');
    expect((await (await signedInStaff(test, 'agent')).client.post('/api-keys', draft)).body.missing).toBe('key:write');
    expect((await test.client().get('/api-keys')).status).toBe(401);
  });
});

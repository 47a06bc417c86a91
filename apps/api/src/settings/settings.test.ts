import { describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { signedInStaff } from '../../test/staff.js';

describe('settings', () => {
  const test = useApp();

  it('answers the defaults, changes one part and keeps the rest', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const before = await client.get('/settings');
    expect(before.status).toBe(200);
    const changed = await client.patch(
      '/settings',
      { company: { name: 'Nordic Lifts' } },
      { 'if-match': `"${before.body.version}"` },
    );
    expect(changed.body.company).toEqual({ ...before.body.company, name: 'Nordic Lifts' });
    expect((await client.get('/audit-events?action=settings.changed')).body.items).toHaveLength(1);
  });

  it('refuses a change based on an older version with 412 and one without a version with 428', async () => {
    const { client } = await signedInStaff(test, 'owner');
    expect((await client.patch('/settings', { pins: { length: 5 } }, { 'if-match': '"999"' })).body.code).toBe(
      'row.changed',
    );
    expect((await client.patch('/settings', { pins: { length: 5 } })).status).toBe(428);
  });

  it('takes an SMTP password and never gives it back', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const { version } = (await client.get('/settings')).body;
    const changed = await client.patch(
      '/settings',
      { mail: { password: 'canary-smtp-secret' } },
      { 'if-match': `"${version}"` },
    );
    expect(changed.body.mail.passwordIsSet).toBe(true);
    expect(JSON.stringify(changed.body)).not.toContain('canary');
  });

  it('forgets the SMTP password when another server is named without a new one (CFG-1, G13)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const change = async (mail: Record<string, unknown>) => {
      const { version } = (await client.get('/settings')).body;
      return (await client.patch('/settings', { mail }, { 'if-match': `"${version}"` })).body.mail.passwordIsSet;
    };
    expect(await change({ host: 'smtp.nordic.example', password: 'canary-smtp-secret' })).toBe(true);
    expect(await change({ host: 'smtp.nordic.example', port: 465 })).toBe(true);
    expect(await change({ host: 'smtp.evil.example' })).toBe(false);
    expect(await change({ host: 'smtp.nordic.example', password: 'canary-smtp-secret' })).toBe(true);
  });

  it('refuses nobody, a role without the permission, unknown fields and NUL', async () => {
    expect((await test.client().get('/settings')).status).toBe(401);
    const viewer = await signedInStaff(test, 'viewer');
    expect((await viewer.client.get('/settings')).body).toMatchObject({ status: 403, missing: 'settings:read' });
    const { client } = await signedInStaff(test, 'owner');
    expect((await client.patch('/settings', { tenant: 1 }, { 'if-match': '"1"' })).status).toBe(422);
    expect((await client.patch('/settings', { company: { name: 'a\u0000b' } }, { 'if-match': '"1"' })).body.code).toBe(
      'request.invalid_text',
    );
  });

  it('refuses a change that does not come from our own pages (SES-8)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    delete client.headers['x-requested-with'];
    expect((await client.patch('/settings', {}, { 'if-match': '"1"' })).body.code).toBe('request.cross_site');
    client.headers['x-requested-with'] = 'latchkey';
    expect((await client.patch('/settings', {}, { 'if-match': '"1"', 'sec-fetch-site': 'cross-site' })).body.code).toBe(
      'request.cross_site',
    );
  });
});

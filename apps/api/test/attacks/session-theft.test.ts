import { describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { PasswordsService } from '../../src/passwords/passwords.service.js';
import { useApp } from '../app.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
const PASSWORD = 'the way into this house';
const PICTURE = { 'content-type': 'image/png' };
// One transparent pixel.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a staff session found open', () => {
  it('turns mail and links nowhere else: settings, keys, exports and the second step need the password again (SES-6)', async () => {
    const { client, id } = await signedInStaff(test, 'owner');
    const hash = await test.app.get(PasswordsService).hash(PASSWORD);
    await rows(test.db, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [
      id,
      hash,
    ]);
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      id,
    ]);
    const { version } = (await client.get('/settings')).body;
    const change = (body: object, at = version) => client.patch('/settings', body, { 'if-match': `"${at}"` });
    const mine = { origin: 'https://evil.example' };
    const tries = [
      await change({ portal: mine }),
      await change({ mail: { host: 'smtp.evil.example' } }),
      await change({ company: { contact: { phone: '+46 900 1234' } } }),
      await client.put('/settings/logo', PNG, PICTURE),
      await client.delete('/settings/logo'),
      await client.get('/exports/contacts.csv'),
      await client.get('/exports/customers.csv'),
      await client.post('/api-keys', { name: 'ERP', scopes: ['customer:read'], expiresInDays: 1 }),
      await client.post('/staff/second-factor'),
    ];
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(
      tries.map(() => [403, 'session.reauthentication_required']),
    );
    const after = (await client.get('/settings')).body;
    expect(after).toMatchObject({ version, portal: { origin: '' }, hasLogo: false });

    expect((await client.post('/staff/session/reauthentication', { password: PASSWORD })).status).toBe(200);
    expect((await client.get('/exports/contacts.csv')).status).toBe(200);
    expect((await change({ company: { name: 'Nordic' } })).status).toBe(200);
    expect((await client.put('/settings/logo', PNG, PICTURE)).status).toBe(200);
    expect((await client.delete('/settings/logo')).status).toBe(200);
  });
});

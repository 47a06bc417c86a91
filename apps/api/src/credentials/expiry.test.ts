import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { aPerson, pinOf, sentToken, signIn } from '../../test/logins.js';
import { signedInStaff } from '../../test/staff.js';
import { rows } from '../db/sql.js';
import type { ContactAccessDto } from './access/access.dto.js';
import { ExpiryService } from './expiry.service.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

const accessOf = async (contactId: string) => (await staff.get<ContactAccessDto>(`/contacts/${contactId}/access`)).body;

describe('what time alone ends', () => {
  it('shows a person as without a way in when the invitation ran out (REC-12, S4.11)', async () => {
    const [late, open] = [await aPerson(staff), await aPerson(staff)];
    await sentToken(test, staff, late.id);
    await sentToken(test, staff, open.id);
    await rows(test.db, `UPDATE invitations SET expires_at = now() - interval '1 minute' WHERE contact_id = $1`, [
      late.id,
    ]);
    await test.app.get(ExpiryService).sweep();
    expect(await accessOf(late.id)).toMatchObject({
      access: 'none',
      invitations: [{ state: 'expired' }],
      warnings: ['no_way_in', 'invitation_expired'],
    });
    expect((await accessOf(open.id)).access).toBe('invited');
  });

  it('forgets the readable copy of a PIN, and the PIN goes on working (D1)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    await rows(test.db, `UPDATE credentials SET readable_until = now()`);
    await test.app.get(ExpiryService).sweep();
    expect(await rows(test.db, `SELECT 1 FROM credentials WHERE sealed IS NOT NULL`)).toEqual([]);
    expect((await accessOf(person.id)).pin?.active).toMatchObject({ state: 'issued' });
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
  });

  it('takes what has gathered in portions, and leaves what somebody holds for the next time', async () => {
    const old = `created_at < now() - interval '2 days'`;
    await rows(
      test.db,
      `INSERT INTO idempotency_keys (owner, key, request_hash, created_at) SELECT 'somebody', n, '', now() - interval '3 days' FROM generate_series(1, 2500) n`,
    );
    const holder = test.db.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`SELECT 1 FROM idempotency_keys WHERE key = '7' FOR UPDATE`);
    await test.app.get(ExpiryService).sweep();
    await holder.rollbackTransaction();
    await holder.release();
    expect(await rows(test.db, `SELECT key FROM idempotency_keys WHERE ${old}`)).toEqual([{ key: '7' }]);
    await test.app.get(ExpiryService).sweep();
    expect(await rows(test.db, `SELECT key FROM idempotency_keys WHERE ${old}`)).toEqual([]);
  });

  it('forgets sessions and devices of long ago, not those in use', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    await signIn(test, person.phone, pin);
    await rows(test.db, `UPDATE sessions SET expires_at = now() WHERE kind = 'contact'`);
    await rows(test.db, `UPDATE known_devices SET expires_at = now()`);
    const { client } = await signIn(test, person.phone, pin);
    await test.app.get(ExpiryService).sweep();
    expect(await rows(test.db, `SELECT 1 FROM sessions WHERE kind = 'contact'`)).toHaveLength(1);
    expect(await rows(test.db, `SELECT 1 FROM known_devices`)).toHaveLength(1);
    expect((await client.get('/portal/session')).status).toBe(200);
  });
});

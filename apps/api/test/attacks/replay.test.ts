import { expect, it } from 'vitest';
import { ExpiryService } from '../../src/credentials/expiry.service.js';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import { aCustomer, signedInContact } from '../case-people.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
const KEY = { 'idempotency-key': 'the-same-key' };
const REPORT = { subject: 'Leak', description: 'Since noon.' };

it('replays an answer to nobody else, and to nobody who lost the right to ask (D12, INV-8)', async () => {
  const customer = await aCustomer(test);
  const [one, other] = [await signedInContact(test, customer), await signedInContact(test, customer)];
  const first = await one.client.post('/portal/cases', REPORT, KEY);
  const second = await other.client.post('/portal/cases', REPORT, KEY);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body.id).not.toBe(first.body.id);
  expect((await one.client.post('/portal/cases', REPORT, KEY)).body).toEqual(first.body);

  await rows(test.db, `UPDATE contacts SET rights_removed = '{case:create}' WHERE id = $1`, [one.contactId]);
  expect((await one.client.post('/portal/cases', REPORT, KEY)).status).toBe(403);
  await rows(test.db, `UPDATE contacts SET status = 'inactive' WHERE id = $1`, [other.contactId]);
  expect((await other.client.post('/portal/cases', REPORT, KEY)).status).toBe(401);
});

it('keeps answers for two days (D24)', async () => {
  const { client } = await signedInStaff(test, 'agent');
  await client.post('/customers', { name: 'Old' }, { 'idempotency-key': 'old' });
  await client.post('/customers', { name: 'New' }, { 'idempotency-key': 'new' });
  await rows(test.db, `UPDATE idempotency_keys SET created_at = now() - interval '3 days' WHERE key = 'old'`);
  await test.app.get(ExpiryService).sweep();
  const left = await rows<{ key: string }>(test.db, `SELECT key FROM idempotency_keys WHERE key IN ('old', 'new')`);
  expect(left).toEqual([{ key: 'new' }]);
});

import { expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { first, rows } from '../sql.js';
import { loadDemo } from './load-demo.js';

const test = useApp();

it('loads 40 customers, 120 contacts in every access state, 300 cases and messages in every state, once', async () => {
  await loadDemo(test.app, 'small');
  await loadDemo(test.app, 'small');
  const count = (table: string) => first<{ n: number }>(test.db, `SELECT count(*) AS n FROM ${table}`);
  expect([await count('customers'), await count('contacts'), await count('cases')]).toEqual([
    { n: 40 },
    { n: 120 },
    { n: 300 },
  ]);
  const access = await rows<{ access: string }>(test.db, `SELECT DISTINCT access FROM contacts ORDER BY 1`);
  expect(access.map((row) => row.access)).toEqual(['active', 'invited', 'none', 'suspended']);
  const states = await rows<{ state: string }>(test.db, `SELECT DISTINCT state FROM notifications ORDER BY 1`);
  expect(states.map((row) => row.state)).toEqual(['accepted', 'cancelled', 'expired', 'failed', 'refused']);
  const eva = await first<{ n: number }>(
    test.db,
    `SELECT count(*) AS n FROM contacts c JOIN identities i ON i.id = c.identity_id WHERE i.email_key = 'eva.lind@example.com'`,
  );
  expect(eva).toEqual({ n: 3 });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const GUIDE = readFileSync(new URL('../../../../../docs/integrators.md', import.meta.url), 'utf8');

/** The curl commands of the guide, as requests. */
const examples = [...GUIDE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, command = '']) => ({
  method: /-X (\w+)/.exec(command)?.[1] ?? 'GET',
  path: /\$LATCHKEY([^"]+)"/.exec(command)?.[1] ?? '',
  headers: Object.fromEntries(
    [...command.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
  ),
  body: /-d '([^']+)'/.exec(command)?.[1],
}));

describe('the guide for integrators', () => {
  const test = useApp();

  it('begins with two requests that work, and the second may be sent again (R4)', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const { key } = (
      await client.post('/api-keys', {
        name: 'Guide',
        scopes: ['customer:read', 'contact:read', 'credential:send'],
        expiresInDays: 1,
      })
    ).body as { key: string };
    const customer = (await client.post('/customers', { name: 'Nordic AB' })).body as { id: string };
    const contact = (
      await client.post('/contacts', { customerId: customer.id, firstName: 'Eva', email: 'eva@nordic.example' })
    ).body as { id: string };
    const run = async (index: number) => {
      const { method, path, headers, body } = examples[index]!;
      const response = await fetch(test.origin + path, {
        method,
        headers: { ...headers, Authorization: (headers.Authorization ?? '').replace('$KEY', key) },
        ...(body ? { body: body.replace('CONTACT_ID', contact.id) } : {}),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown[]> };
    };
    expect(await run(0)).toMatchObject({ status: 200, body: { items: [{ name: 'Nordic AB' }] } });
    const sent = await run(1);
    expect(sent).toMatchObject({ status: 202, body: { sent: [{ contactId: contact.id, to: 'eva@nordic.example' }] } });
    expect(await run(1)).toEqual(sent);
    expect(await rows(test.db, `SELECT 1 FROM notifications WHERE contact_id = $1`, [contact.id])).toHaveLength(1);
  });
});

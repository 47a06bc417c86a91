import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aPerson } from '../../../test/logins.js';
import { ask } from '../../../test/resets.js';
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

  /** Sends a command as it stands there, with ids in place of their names. */
  async function send(index: number, key: string, ids: Record<string, string>) {
    const { method, path, headers, body } = examples[index]!;
    const named = (text: string) => text.replace(/[A-Z]+_ID/, (name) => ids[name] ?? name);
    const response = await fetch(test.origin + named(path), {
      method,
      headers: { ...headers, Authorization: (headers.Authorization ?? '').replace('$KEY', key) },
      ...(body ? { body: named(body) } : {}),
    });
    const isJson = response.headers.get('content-type')?.includes('json');
    const content = isJson ? ((await response.json()) as Record<string, unknown[]>) : {};
    return { status: response.status, type: response.headers.get('content-type'), body: content };
  }

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
    const run = (index: number) => send(index, key, { CONTACT_ID: contact.id });
    expect(await run(0)).toMatchObject({ status: 200, body: { items: [{ name: 'Nordic AB' }] } });
    const sent = await run(1);
    expect(sent).toMatchObject({ status: 202, body: { sent: [{ contactId: contact.id, to: 'eva@nordic.example' }] } });
    expect(await run(1)).toEqual(sent);
    expect(await rows(test.db, `SELECT 1 FROM notifications WHERE contact_id = $1`, [contact.id])).toHaveLength(1);
  });

  it('takes a site from another system to printed labels in five requests (S1.11, S1.19, S1.20)', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const scopes = ['customer:read', 'deployment:read', 'deployment:write', 'label:print'];
    const { key } = (await client.post('/api-keys', { name: 'Sites', scopes, expiresInDays: 1 })).body;
    const customer = (await client.post('/customers', { name: 'Site AB' })).body;
    const ids: Record<string, string> = { CUSTOMER_ID: customer.id };
    const deployment = await send(2, key, ids);
    expect(deployment).toMatchObject({ status: 201, body: { externalId: 'SITE-4711', portal: { isEnabled: false } } });
    ids.DEPLOYMENT_ID = String(deployment.body.id);
    const device = await send(3, key, ids);
    expect(device).toMatchObject({ status: 201, body: { label: 'none', deployment: { id: ids.DEPLOYMENT_ID } } });
    const made = await send(4, key, ids);
    expect(made).toMatchObject({ status: 201, body: { created: 1, hasMore: false } });
    ids.LABEL_ID = String(made.body.items?.[0]);
    expect(await send(5, key, ids)).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(await send(6, key, ids)).toMatchObject({ status: 200, body: { marked: 1 } });
    expect((await send(5, key, ids)).body).toMatchObject({ code: 'label.none_to_print' });
    expect((await client.get('/devices?q=MACHINE-0815')).body.items).toMatchObject([{ id: device.body.id }]);
  });

  it('reads what became of a forgotten password (S2.22)', async () => {
    const { client } = await signedInStaff(test, 'admin');
    const { key } = (await client.post('/api-keys', { name: 'Desk', scopes: ['contact:read'], expiresInDays: 1 })).body;
    const person = await aPerson(client);
    await ask(test, person.email);
    expect(await send(7, key, { CONTACT_ID: person.id })).toMatchObject({
      status: 200,
      body: { items: [{ contactId: person.id, state: 'never_invited', sentTo: null }] },
    });
  });

  it('reports a message that came back (S4.11)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const { secret } = (await client.post<{ secret: string }>('/settings/bounces/secret')).body;
    const person = await aPerson(client, { email: 'eva@nordic.example' });
    const { path, body = '' } = examples[8]!;
    const response = await fetch(test.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: body.replace('"messageId":"<MESSAGE-ID>",', ''),
    });
    expect(response.status).toBe(200);
    expect((await client.get(`/contacts/${person.id}`)).body.emailTroubles).toMatchObject([{ kind: 'bounced' }]);
    expect(examples).toHaveLength(9);
  });
});

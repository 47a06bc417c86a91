import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../test/client.js';
import { useApp } from '../../../test/app.js';
import { aPerson, filled, LINK_MESSAGE } from '../../../test/logins.js';
import { insertPlace } from '../../../test/visits.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();

/** fetch does not let a host be named. */
const statusAt = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${test.origin}/health/live`, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on(
      'error',
      reject,
    );
  });

const save = async (client: Client, portal: object) => {
  const { version } = (await client.get('/settings')).body;
  return client.patch('/settings', { portal }, { 'if-match': `"${version}"` });
};

interface Choice {
  usual: string;
  items: Address[];
}

interface Address {
  id: string;
  name: string;
  origin: string;
}

it('sends links to the portal address of the settings as soon as it is saved (S4.2, D11)', async () => {
  const { client } = await signedInStaff(test, 'owner');
  const saved = await save(client, { origin: 'https://kund.nordlyft.example/somewhere' });
  expect(saved.body.effectivePortalOrigin).toBe('https://kund.nordlyft.example');
  const person = await aPerson(client);
  const sent = await client.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
  const { values } = (await filled(test, sent.body.sent[0]!.notificationId)) as { values: Record<string, string> };
  expect(values['portal_link']).toBe('https://kund.nordlyft.example/sign-in');
  expect(values['activation_link']).toMatch(/^https:\/\/kund\.nordlyft\.example\/activate#t=/);
});

describe('a customer of another region', () => {
  const AU = 'https://au.nordlyft.example';

  it('is led to the portal address of that region in every message, on letters and on labels (S4.2, D5, D11)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    await save(client, {
      addresses: [
        { name: 'Australia', origin: `${AU}/portal` },
        { name: 'US', origin: 'https://us.nordlyft.example' },
      ],
    });
    const { usual, items } = (await client.get<Choice>('/settings/portal-addresses')).body;
    const [au] = items;
    const person = await aPerson(client);
    const { version } = (await client.get(`/customers/${person.customerId}`)).body;
    const changed = await client.patch(
      `/customers/${person.customerId}`,
      { portalAddressId: au!.id },
      { 'if-match': `"${version}"` },
    );
    expect(changed.body.portalAddress).toEqual({ id: au!.id, name: 'Australia', origin: AU });

    const sent = await client.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
    const { values } = (await filled(test, sent.body.sent[0]!.notificationId)) as { values: Record<string, string> };
    expect([values['portal_link'], new URL(values['activation_link']!).origin]).toEqual([`${AU}/sign-in`, AU]);
    const handed = await client.post(`/contacts/${person.id}/invitations/by-hand`, { way: 'link' });
    expect(handed.body).toMatchObject({ url: expect.stringMatching(`^${AU}/activate#t=`), codePage: `${AU}/activate` });
    const { label } = await insertPlace(test, { customerId: person.customerId });
    expect(new URL((await client.get<{ url: string }>(`/labels/${label.id}/code`)).body.url).origin).toBe(AU);
    const other = await aPerson(client);
    const elsewhere = await client.post<{ url: string }>(`/contacts/${other.id}/invitations/by-hand`, { way: 'link' });
    expect(new URL(elsewhere.body.url).origin).toBe(usual);
  });

  it('keeps its address while it is used, and names none that does not exist (S4.2)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const { items } = (await client.get<Choice>('/settings/portal-addresses')).body;
    expect((await save(client, { addresses: [] })).body.code).toBe('portal_address.in_use');
    const renamed = items.map((one) => (one.name === 'Australia' ? { ...one, name: 'Australien' } : one));
    expect((await save(client, { addresses: renamed })).body).toMatchObject({ portal: { addresses: renamed } });
    const twice = [...renamed, { name: 'au', origin: AU }];
    expect((await save(client, { addresses: twice })).body.errors).toEqual([
      expect.objectContaining({ pointer: '/portal/addresses' }),
    ]);
    const made = await client.post('/customers', {
      name: 'Nobody',
      portalAddressId: '01900000-0000-7000-8000-00000000dead',
    });
    expect(made.body).toMatchObject({ code: 'request.invalid_body', errors: [{ pointer: '/portalAddressId' }] });
  });

  it('is answered under every address that is saved, and under no other (S4.2, D14)', async () => {
    const hosts = ['au.nordlyft.example', 'us.nordlyft.example', 'kund.nordlyft.example', 'nz.nordlyft.example'];
    const answers = await Promise.all(hosts.map((host) => statusAt(host)));
    expect(answers).toEqual([200, 200, 200, 421]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import {
  credentialsFingerprint,
  insertLogin,
  isOpen,
  newContact,
  newCustomer,
  openSession,
} from '../../test/people.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import { ContactDto } from './contact.dto.js';

const match = (row: { version: number }) => ({ 'if-match': `"${row.version}"` });
const unknown = '01900000-0000-7000-8000-00000000ffff';

describe('contacts', () => {
  const test = useApp();
  let client: Client;
  let customer: { id: string; name: string };

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'agent'));
    customer = await newCustomer(client, { name: 'Nordic AB' });
  });

  it('adds a contact with whatever is known of the person, phones in any spelling as E.164 (S0.1, S3.1)', async () => {
    const made = await client.post('/contacts', {
      customerId: customer.id,
      firstName: 'Eva',
      phones: [{ number: '0701-11 22 33' }, { number: '+46 8 555 000 00', type: 'office', extension: '7' }],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Eva',
      lastName: null,
      customer: { id: customer.id, name: 'Nordic AB' },
      phones: [
        { e164: '+46701112233', type: 'mobile', extension: null },
        { e164: '+46855500000', type: 'office', extension: '7' },
      ],
      access: 'none',
      loginIds: [{ kind: 'phone', value: '+46701112233' }],
      reach: ['sms', 'phone'],
      pin: 'none',
      password: null,
      hasLogin: false,
    });
    expect(Object.keys(made.body).toSorted()).toEqual(Object.keys(ContactDto.shape).toSorted());
    expect((await client.get(`/contacts/${made.body.id}`)).body).toEqual(made.body);
    expect(
      (await newContact(client, customer.id, { firstName: undefined, phones: [{ number: '070 333 44 55' }] })).name,
    ).toBe('+46703334455');
    expect((await newContact(client, customer.id, { firstName: undefined, email: 'a@b.example' })).name).toBe(
      'a@b.example',
    );
  });

  it('asks for a name, an e-mail or a phone, and for no junk beyond that', async () => {
    const nothing = await client.post('/contacts', { customerId: customer.id });
    expect(nothing.body).toMatchObject({ status: 422, errors: [{ code: 'contact.nameless' }] });
    const eva = await newContact(client, customer.id);
    expect((await client.patch(`/contacts/${eva.id}`, { firstName: null }, match(eva))).status).toBe(422);
    expect((await client.post('/contacts', { customerId: unknown, firstName: 'x' })).status).toBe(404);
    for (const wrong of [
      { email: 'a@b@c' },
      { phones: [{ number: 'abc' }] },
      { phones: Array(6).fill({ number: '0701234567' }) },
      { identityId: unknown },
      { status: 'inactive' },
      { access: 'active' },
    ]) {
      expect(
        (await client.post('/contacts', { customerId: customer.id, firstName: 'x', ...wrong })).status,
        JSON.stringify(wrong),
      ).toBe(422);
    }
  });

  it('shows contacts with the same phone or e-mail that are another person (S0.12)', async () => {
    const other = await newCustomer(client, { name: 'Svea Bygg' });
    const karl = await newContact(client, other.id, {
      firstName: 'Karl',
      phones: [{ number: '0705556677' }],
      email: 'desk@shared.example',
    });
    const eva = await newContact(client, customer.id, {
      phones: [{ number: '0046 70 555 66 77' }],
      email: 'Desk@Shared.example',
    });
    const clash = { contactId: karl.id, name: 'Karl', customerName: 'Svea Bygg' };
    expect(eva.clashes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'phone', value: '+46705556677', ...clash }),
        expect.objectContaining({ kind: 'email', ...clash }),
      ]),
    );
    await insertLogin(test, { contactIds: [karl.id, eva.id] });
    const linked = (await client.get(`/contacts/${eva.id}`)).body;
    expect(linked).toMatchObject({ clashes: [], alsoAt: [{ contactId: karl.id, customerName: 'Svea Bygg' }] });
  });

  it('changes what is named, clears with null, and refuses an older version', async () => {
    const eva = await newContact(client, customer.id, {
      lastName: 'Lind',
      language: 'sv',
      email: 'eva@nordic.example',
    });
    const changed = await client.patch(`/contacts/${eva.id}`, { lastName: 'Åberg', language: null }, match(eva));
    expect(changed.body).toMatchObject({
      name: 'Eva Åberg',
      language: null,
      email: 'eva@nordic.example',
      version: eva.version + 1,
    });
    expect((await client.patch(`/contacts/${eva.id}`, { lastName: 'Late' }, match(eva))).body.code).toBe('row.changed');
    expect((await client.patch(`/contacts/${eva.id}`, { lastName: 'None' })).status).toBe(428);
    await newContact(client, customer.id, { externalId: 'c-1' });
    expect((await client.patch(`/contacts/${eva.id}`, { externalId: 'c-1' }, match(changed.body))).body.code).toBe(
      'contact.external_id_taken',
    );
  });

  it('touches no login and no secret, whatever is created, changed, deactivated or cleared (INV-1, S3.7)', async () => {
    const eva = await newContact(client, customer.id, { email: 'eva@inv.example', phones: [{ number: '0707777777' }] });
    await insertLogin(test, {
      email: 'eva@inv.example',
      phones: ['+46707777777'],
      contactIds: [eva.id],
      secrets: ['password', 'pin'],
    });
    const before = await credentialsFingerprint(test);
    const other = await newCustomer(client);
    await newContact(client, other.id, { email: 'EVA@inv.example', phones: [{ number: '0707777777' }] });
    const changed = await client.patch(
      `/contacts/${eva.id}`,
      { email: 'new@inv.example', phones: [{ number: '0708888888' }] },
      match(eva),
    );
    expect(changed.status).toBe(200);
    expect(changed.body.loginIds).toEqual([
      { kind: 'phone', value: '+46707777777' },
      { kind: 'email', value: 'eva@inv.example' },
    ]);
    await client.patch(`/contacts/${eva.id}`, { email: null, phones: null, isPortalUser: false }, match(changed.body));
    await client.post(`/contacts/${eva.id}/deactivate`);
    await client.post(`/contacts/${eva.id}/reactivate`);
    expect(await credentialsFingerprint(test)).toBe(before);
  });

  it('ends sessions when the contact is no portal user any more, and keeps the password (S3.15, INV-8)', async () => {
    const eva = await newContact(client, customer.id);
    const login = await insertLogin(test, { contactIds: [eva.id], secrets: ['password'] });
    const session = await openSession(test, login, eva.id);
    const renamed = await client.patch(`/contacts/${eva.id}`, { firstName: 'Ewa' }, match(eva));
    expect(await isOpen(test, session)).toBe(true);
    const off = await client.patch(`/contacts/${eva.id}`, { isPortalUser: false }, match(renamed.body));
    expect(off.body).toMatchObject({ isPortalUser: false, password: { setBy: 'staff' } });
    expect(off.body.allowedActions).not.toContain('send_credentials');
    expect(await isOpen(test, session)).toBe(false);
  });

  it('ends sessions when the contact is deactivated (INV-8)', async () => {
    const eva = await newContact(client, customer.id);
    const login = await insertLogin(test, { contactIds: [eva.id], secrets: ['pin'] });
    const session = await openSession(test, login, eva.id);
    expect((await client.post(`/contacts/${eva.id}/deactivate`)).body).toMatchObject({ status: 'inactive' });
    expect(await isOpen(test, session)).toBe(false);
    expect((await client.get(`/contacts/${eva.id}`)).body.allowedActions).toContain('reactivate');
  });

  it('tells what staff need to know of a way in, and no secret (S0.3, S3.9)', async () => {
    const eva = await newContact(client, customer.id, { phones: [{ number: '0704445566' }] });
    const login = await insertLogin(test, { phones: ['+46704445566'], contactIds: [eva.id], secrets: ['password'] });
    await rows(
      test.db,
      `INSERT INTO credentials (id, identity_id, kind, state, hash, length, sealed, readable_until, set_by) VALUES ($1, $2, 'pin', 'active', 'canary', 6, '\\x01', now() + interval '1 day', 'system')`,
      [newId(), login],
    );
    const shown = (await client.get(`/contacts/${eva.id}`)).body;
    expect(shown).toMatchObject({
      access: 'active',
      pin: 'readable',
      pinPending: false,
      password: { setBy: 'staff', mustChange: false },
      loginIds: [{ value: '+46704445566' }],
    });
    expect(shown.allowedActions).toEqual(
      expect.arrayContaining(['reveal_pin', 'issue_pin', 'set_password', 'send_credentials']),
    );
    expect(JSON.stringify(shown)).not.toContain('canary');
    await rows(
      test.db,
      `UPDATE credentials SET sealed = NULL, set_by = 'contact' WHERE identity_id = $1 AND kind = 'pin'`,
      [login],
    );
    expect((await client.get(`/contacts/${eva.id}`)).body.pin).toBe('set_by_contact');
  });

  it('lays a lock over the access, and lists the locked: whom another way lets in is not one of them (ADR 42)', async () => {
    const eva = await newContact(client, customer.id, { firstName: 'Locked' });
    const login = await insertLogin(test, { contactIds: [eva.id], secrets: ['pin'] });
    const budget = (used: number, next: string) =>
      rows(
        test.db,
        `INSERT INTO attempt_budgets (key, kind, identity_id, used, next_at) VALUES ($1, 'pin', $2, $3, now() + $4::interval) ON CONFLICT (key) DO UPDATE SET used = excluded.used, next_at = excluded.next_at`,
        [`key ${login}`, login, used, next],
      );
    await budget(3, '-1 hour');
    expect((await client.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'active', lockedUntil: null });
    await budget(6, '1 minute');
    const locked = (await client.get(`/contacts/${eva.id}`)).body;
    expect(locked.access).toBe('locked');
    expect(Date.parse(locked.lockedUntil)).toBeGreaterThan(Date.now());
    expect(locked.allowedActions).toContain('lift_lock');
    expect((await client.get('/contacts?access=locked')).body.items).toMatchObject([{ id: eva.id }]);
    expect((await client.get('/contacts?access=locked&q=locked')).body.items).toMatchObject([{ id: eva.id }]);
    expect((await client.get('/contacts?access=active&q=locked')).body.items).toEqual([]);
    await budget(50, '-1 minute');
    expect((await client.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'locked', lockedUntil: null });
    await rows(test.db, `UPDATE contacts SET way_in = 'both' WHERE id = $1`, [eva.id]);
    const half = (await client.get(`/contacts/${eva.id}`)).body;
    expect(half).toMatchObject({ access: 'active', lockedWays: ['pin'] });
    expect(half.allowedActions).toContain('lift_lock');
    expect((await client.get('/contacts?access=locked')).body.items).toEqual([]);
    expect((await client.get('/contacts?access=active&q=locked')).body.items).toMatchObject([{ id: eva.id }]);
  });

  it('refuses nobody, a viewer who writes, and ids that are none or unknown (AZN-1)', async () => {
    const eva = await newContact(client, customer.id);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    const acts = (who: Client, id: string) => [
      () => who.patch(`/contacts/${id}`, { firstName: 'x' }, match(eva)),
      () => who.get(`/contacts/${id}/deletion`),
      () => who.delete(`/contacts/${id}`),
      () => who.post(`/contacts/${id}/deactivate`),
      () => who.post(`/contacts/${id}/reactivate`),
      () => who.post(`/contacts/${id}/move`, { customerId: customer.id }),
      () => who.get(`/contacts/${id}/merge-preview?into=${eva.id}`),
      () => who.post(`/contacts/${id}/merge`, { into: newId() }),
      () => who.put(`/contacts/${id}/rights`, { removed: [] }, match(eva)),
    ];
    const reads = (who: Client, id: string) =>
      ['', '/activity', '/rights'].map((path) => () => who.get(`/contacts/${id}${path}`));
    for (const act of acts(viewer, eva.id)) expect((await act()).status).toBe(403);
    expect((await viewer.post('/contacts', { customerId: customer.id, firstName: 'x' })).status).toBe(403);
    for (const read of reads(viewer, eva.id)) expect((await read()).status).toBe(200);
    expect((await viewer.get(`/contacts/${eva.id}`)).body.allowedActions).toEqual([]);
    for (const act of [...acts(test.client(), eva.id), ...reads(test.client(), eva.id)])
      expect((await act()).status).toBe(401);
    const owner = (await signedInStaff(test, 'owner')).client;
    for (const act of [...acts(owner, unknown), ...reads(owner, unknown)]) expect((await act()).status).toBe(404);
    for (const act of [...acts(owner, 'nope'), ...reads(owner, 'nope')]) expect((await act()).status).toBe(400);
  });

  it('tells who did what to a contact, to the customer too', async () => {
    const eva = await newContact(client, customer.id);
    await client.patch(`/contacts/${eva.id}`, { lastName: 'Lind' }, match(eva));
    const { items } = (await client.get(`/contacts/${eva.id}/activity`)).body;
    expect(items).toMatchObject([
      { action: 'contact.changed', detail: { fields: ['lastName'] } },
      { action: 'contact.created', detail: { name: 'Eva' } },
    ]);
    expect((await client.get(`/customers/${customer.id}/activity?limit=1`)).body.items).toMatchObject([
      { contactId: eva.id },
    ]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { reasonOf } from './contact-rights.service.js';

const match = (row: { version: number }) => ({ 'if-match': `"${row.version}"` });

describe('rights', () => {
  const test = useApp();
  let admin: Client;

  beforeAll(async () => {
    admin = (await signedInStaff(test, 'admin')).client;
  });

  const itemsOf = async (id: string) =>
    Object.fromEntries(
      (await admin.get(`/contacts/${id}/rights`)).body.items.map((item: { right: string }) => [item.right, item]),
    );

  it('are effective only when profile, contact and portal all say yes, and give the reason for each no (S3.4, S3.10, INV-6)', async () => {
    const customer = await newCustomer(admin);
    const eva = await newContact(admin, customer.id);
    const settings = (await admin.get('/settings')).body;
    const offered = settings.portal.rights.filter((right: string) => right !== 'case:close');
    await admin.patch('/settings', { portal: { rights: offered } }, match(settings));
    const set = await admin.put(`/contacts/${eva.id}/rights`, { removed: ['case:reply', 'case:reply'] }, match(eva));
    expect(set.body.version).toBe(eva.version + 1);
    const items = await itemsOf(eva.id);
    expect(items['case:create']).toEqual({
      right: 'case:create',
      effective: true,
      profile: true,
      contact: true,
      portal: true,
      reason: null,
    });
    expect(items['case:read_company']).toMatchObject({ effective: false, reason: 'profile' });
    expect(items['case:reply']).toMatchObject({ effective: false, reason: 'contact' });
    expect(items['case:close']).toMatchObject({ effective: false, reason: 'portal' });
    const off = await admin.patch(`/contacts/${eva.id}`, { isPortalUser: false }, match(set.body));
    expect((await itemsOf(eva.id))['case:create']).toMatchObject({
      effective: false,
      profile: true,
      reason: 'not_portal_user',
    });
    await admin.patch(`/contacts/${eva.id}`, { isPortalUser: true }, match(off.body));
    await admin.post(`/customers/${customer.id}/deactivate`);
    expect((await itemsOf(eva.id))['case:create']).toMatchObject({ effective: false, reason: 'inactive' });
    expect((await admin.get(`/contacts/${eva.id}/activity`)).body.items).toContainEqual(
      expect.objectContaining({ action: 'contact.rights_changed', detail: { taken: ['case:reply'], given: [] } }),
    );
  });

  it('refuses an agent, an older version and unknown rights (AZN-10)', async () => {
    const eva = await newContact(admin, (await newCustomer(admin)).id);
    const agent = (await signedInStaff(test, 'agent')).client;
    expect((await agent.put(`/contacts/${eva.id}/rights`, { removed: [] }, match(eva))).status).toBe(403);
    expect((await admin.put(`/contacts/${eva.id}/rights`, { removed: [] }, { 'if-match': '"99"' })).status).toBe(412);
    expect((await admin.put(`/contacts/${eva.id}/rights`, { removed: [] })).status).toBe(428);
    expect((await admin.put(`/contacts/${eva.id}/rights`, { removed: ['everything'] }, match(eva))).status).toBe(422);
  });

  it.each([
    [{ isOpen: false, isPortalUser: false }, [false, false, false], 'inactive'],
    [{ isOpen: true, isPortalUser: false }, [true, true, true], 'not_portal_user'],
    [{ isOpen: true, isPortalUser: true }, [false, false, false], 'profile'],
    [{ isOpen: true, isPortalUser: true }, [true, false, false], 'contact'],
    [{ isOpen: true, isPortalUser: true }, [true, true, false], 'portal'],
    [{ isOpen: true, isPortalUser: true }, [true, true, true], null],
  ] as const)(
    'name the first condition that is not met: %j %j is %s (INV-6)',
    (facts, [profile, contact, portal], reason) => {
      expect(reasonOf(facts, { profile, contact, portal })).toBe(reason);
    },
  );

  describe('profiles', () => {
    it('are made, changed, handed the default, and deleted when nobody has them', async () => {
      const made = await admin.post('/rights-profiles', { name: 'Guests', rights: ['case:read_own'] });
      expect(made.body).toMatchObject({
        name: 'Guests',
        rights: ['case:read_own'],
        isDefault: false,
        customers: 0,
        version: 1,
      });
      const changed = await admin.patch(
        `/rights-profiles/${made.body.id}`,
        { rights: ['case:reply', 'case:read_own'], isDefault: true },
        match(made.body),
      );
      expect(changed.body).toMatchObject({ rights: ['case:read_own', 'case:reply'], isDefault: true, version: 2 });
      const { items } = (await admin.get('/rights-profiles')).body;
      expect(items.filter((profile: { isDefault: boolean }) => profile.isDefault)).toHaveLength(1);
      expect((await newCustomer(admin)).rightsProfile).toEqual({ id: made.body.id, name: 'Guests' });
      expect((await admin.delete(`/rights-profiles/${made.body.id}`)).body.code).toBe('rights_profile.is_default');
      const standard = items.find((profile: { name: string }) => profile.name === 'Standard')!;
      await admin.patch(`/rights-profiles/${standard.id}`, { isDefault: true }, match(standard));
      expect((await admin.delete(`/rights-profiles/${made.body.id}`)).body.code).toBe('rights_profile.in_use');
      const free = (await admin.post('/rights-profiles', { name: 'Free', rights: [] })).body;
      expect((await admin.delete(`/rights-profiles/${free.id}`)).body).toEqual({ done: true });
    });

    it('refuse a taken name, an older version, an agent and nobody (AZN-1)', async () => {
      const made = (await admin.post('/rights-profiles', { name: 'Named', rights: [] })).body;
      expect((await admin.post('/rights-profiles', { name: 'Named', rights: [] })).body.code).toBe(
        'rights_profile.name_taken',
      );
      expect((await admin.patch(`/rights-profiles/${made.id}`, { name: 'Standard' }, match(made))).body.code).toBe(
        'rights_profile.name_taken',
      );
      expect((await admin.patch(`/rights-profiles/${made.id}`, { name: 'x' }, { 'if-match': '"9"' })).status).toBe(412);
      expect((await admin.patch(`/rights-profiles/${made.id}`, { isDefault: false }, match(made))).status).toBe(422);
      expect(
        (await admin.patch('/rights-profiles/01900000-0000-7000-8000-00000000ffff', { name: 'x' }, match(made))).status,
      ).toBe(404);
      const agent = (await signedInStaff(test, 'agent')).client;
      expect((await agent.get('/rights-profiles')).status).toBe(200);
      expect((await agent.post('/rights-profiles', { name: 'x', rights: [] })).status).toBe(403);
      expect((await agent.patch(`/rights-profiles/${made.id}`, { name: 'x' }, match(made))).status).toBe(403);
      expect((await agent.delete(`/rights-profiles/${made.id}`)).status).toBe(403);
      expect((await test.client().get('/rights-profiles')).status).toBe(401);
    });
  });
});

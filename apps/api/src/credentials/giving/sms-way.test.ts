import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, aPhone, filled, messagesAbout, passwordOf, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import type { AccessPlanDto } from './giving.dto.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  await askNobodyFirst(test);
});

const give = (id: string, body: object = {}) => staff.post<AccessPlanDto>(`/contacts/${id}/access`, body);
const settings = async (change: object) => {
  const { version } = (await staff.get('/settings')).body;
  return staff.patch('/settings', change, { 'if-match': `"${version}"` });
};
const accept = (body: object) => test.client().post('/portal/activation/accept', body);

async function texted(contactId: string): Promise<{ to: string; link: string }> {
  const message = (await messagesAbout(test, contactId)).at(-1)!;
  const content = await filled(test, message.id);
  return { to: message.to, link: 'cancelled' in content ? '' : (content.values.activation_link ?? '') };
}

describe('giving access by SMS', () => {
  it('sends a short link to the mobile number on file, in one part, and says so beforehand (I4, S2.13, INV-5)', async () => {
    const eva = await aPerson(staff, { email: null });
    expect((await give(eva.id, { plan: true })).body).toMatchObject({
      outcome: 'send',
      way: 'sms',
      to: eva.phone,
      message: 'invitation',
      sms: { encoding: 'gsm7', parts: 1, wide: [] },
      isDone: false,
    });
    expect((await give(eva.id)).body).toMatchObject({ way: 'sms', isDone: true });
    const { to, link } = await texted(eva.id);
    expect(to).toBe(eva.phone);
    expect(link).toMatch(/\/activate#t=[\w-]{22}$/);
    expect((await staff.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'invited', invitation: 'invited' });
    const { invitations, deliveries } = (await staff.get(`/contacts/${eva.id}/access`)).body;
    expect(invitations).toMatchObject([{ way: 'sms', sentTo: eva.phone, state: 'invited' }]);
    expect(JSON.stringify(deliveries)).not.toContain(link.split('#t=')[1]);
    expect((await give(eva.id)).body).toMatchObject({ outcome: 'nothing', reason: 'already_invited' });
  });

  it('says beforehand what the person will read and what it costs, which letter makes it cost more, and not the link (I4, D9, REC-7)', async () => {
    const eva = await aPerson(staff);
    await signIn(test, eva.email, await passwordOf(staff, eva.id));
    const eczane = await newCustomer(staff, { name: 'Yıldız Eczanesi, Şişli ve çevresi için gece nöbeti' });
    const phones = [{ number: eva.phone, type: 'mobile' }];
    const there = await newContact(staff, eczane.id, { firstName: 'Eva', email: eva.email, phones });
    const ola = await aPerson(staff, { email: null });
    await settings({ sms: { pricePerPart: 0.1, currency: 'SEK' } });
    const [added, invitation] = await Promise.all([
      give(there.id, { plan: true, strategy: 'sms' }),
      give(ola.id, { plan: true }),
    ]);
    await settings({ sms: { pricePerPart: 0, currency: 'EUR' } });
    expect(added.body.sms).toMatchObject({
      encoding: 'ucs2',
      parts: 3,
      wide: ['ı', 'Ş', 'ş', 'ç'],
      cost: { amount: 0.3, currency: 'SEK' },
      text: expect.stringContaining('Yıldız Eczanesi'),
    });
    expect(invitation.body.sms).toMatchObject({ encoding: 'gsm7', parts: 1, cost: { amount: 0.1 } });
    expect(invitation.body.sms?.text).toMatch(/\/activate#t=••••••$/);
    expect(160 - (invitation.body.sms?.left ?? 0)).toBe((invitation.body.sms?.text.length ?? 0) - 6 + 22);
  });

  it('ends with a PIN of their own for somebody who has a phone number only; staff never read it (C1, C2, D1)', async () => {
    const eva = await aPerson(staff, { email: null });
    await give(eva.id);
    const token = (await texted(eva.id)).link.split('#t=')[1];
    const look = await test.client().post('/portal/activation/view', { token });
    expect(look.body).toMatchObject({ mayHavePin: true, loginIds: [eva.phone] });
    const accepted = await accept({ token, newPin: true });
    expect(accepted.body).toEqual({ next: 'home', pin: expect.stringMatching(/^\d{6}$/) });
    expect((await accept({ token, newPin: true })).status).toBe(410);
    expect((await signIn(test, eva.phone, accepted.body.pin)).answer.status).toBe(200);
    expect((await staff.post(`/contacts/${eva.id}/pin/reveal`, { reason: 'call' })).status).toBe(409);
    expect((await staff.get(`/contacts/${eva.id}`)).body).toMatchObject({ access: 'active', invitation: 'accepted' });
    expect(JSON.stringify((await staff.get(`/contacts/${eva.id}/activity`)).body)).not.toContain(accepted.body.pin);
  });

  it('makes no PIN where there is one, or no phone (INV-1)', async () => {
    const bare = await aPerson(staff, { phones: [] });
    await give(bare.id);
    const token = (await texted(bare.id)).link.split('#t=')[1];
    expect((await accept({ token, newPin: true })).status).toBe(422);
    expect((await accept({ token, password: 'nordisk sommar 31' })).body).toEqual({ next: 'home', pin: null });
  });

  it('never goes to a number that somebody else has too, nor to a landline (S2.11, INV-5)', async () => {
    const shared = aPhone();
    const phones = [{ number: shared, type: 'mobile' }];
    const eva = await aPerson(staff, { email: null, phones });
    await aPerson(staff, { phones, linkByPhone: false });
    const wayOf = async (id: string) => (await give(id, { plan: true, strategy: 'sms' })).body.ways[1];
    expect(await wayOf(eva.id)).toMatchObject({ way: 'sms', obstacle: 'phone_shared' });
    const ola = await aPerson(staff, { email: null, phones: [{ number: aPhone(), type: 'office' }] });
    expect(await wayOf(ola.id)).toMatchObject({ obstacle: 'no_mobile' });
  });

  it('says that no SMS go to that country, before any is queued (D9)', async () => {
    const eva = await aPerson(staff, { email: null });
    await settings({ sms: { countries: ['DE'] } });
    const { ways } = (await give(eva.id, { plan: true })).body;
    await settings({ sms: { countries: [] } });
    expect(ways[1]).toMatchObject({ way: 'sms', obstacle: 'country_not_listed' });
  });

  it('tells somebody who signs in already, without a link (S3.6, INV-1)', async () => {
    const eva = await aPerson(staff);
    const password = await passwordOf(staff, eva.id);
    await signIn(test, eva.email, password);
    const svea = await newCustomer(staff, { name: 'Svea {{Bygg}}' });
    const phones = [{ number: eva.phone, type: 'mobile' }];
    const there = await newContact(staff, svea.id, { firstName: 'Eva', email: eva.email, phones });
    expect((await give(there.id, { strategy: 'sms' })).body).toMatchObject({ message: 'added', to: eva.phone });
    const [message] = await messagesAbout(test, there.id);
    expect(await filled(test, message!.id)).toMatchObject({ values: { customer: 'Svea Bygg' }, secret: [] });
    expect(message!.body).not.toContain('activation');
    expect((await signIn(test, eva.email, password)).answer.status).toBe(200);
  });

  it('is nothing any more when the number is taken off the file (S2.21, INV-5, REC-12)', async () => {
    const eva = await aPerson(staff);
    await give(eva.id, { strategy: 'sms' });
    const token = (await texted(eva.id)).link.split('#t=')[1];
    const { version } = (await staff.get(`/contacts/${eva.id}`)).body;
    await staff.patch(`/contacts/${eva.id}`, { phones: [] }, { 'if-match': `"${version}"` });
    expect((await accept({ token, password: 'nordisk sommar 31' })).body.code).toBe('link.revoked');
  });

  it('dies when the next one is made, as every link (REC-12)', async () => {
    const eva = await aPerson(staff);
    await give(eva.id, { strategy: 'sms' });
    const token = (await texted(eva.id)).link.split('#t=')[1];
    await rows(test.db, `UPDATE notifications SET created_at = created_at - interval '61 seconds'`);
    expect((await give(eva.id, { strategy: 'email' })).body).toMatchObject({ way: 'email', isDone: true });
    const used = await accept({ token, password: 'nordisk sommar 31' });
    expect([used.status, used.body.code]).toEqual([410, 'link.replaced']);
  });
});

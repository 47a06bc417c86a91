import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, LINK_MESSAGE, messagesAbout, PIN_MESSAGE } from '../../../test/logins.js';
import { newContact } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();
let admin: Client;
let agent: Client;

beforeAll(async () => {
  admin = (await signedInStaff(test, 'admin')).client;
  agent = (await signedInStaff(test, 'agent')).client;
});

const send = (client: Client, contactIds: string[], draft: object) =>
  client.post('/credential-sends', { contactIds, draft });

describe('sending to another address', () => {
  it('needs the permission, goes for one contact, and carries the link only (S0.10, INV-5, D2)', async () => {
    const person = await aPerson(admin);
    const other = await aPerson(admin);
    const to = 'eva.private@home.example';
    expect((await send(agent, [person.id], { ...LINK_MESSAGE, to })).body).toMatchObject({
      status: 403,
      missing: 'credential:send_elsewhere',
    });
    expect((await send(admin, [person.id], { ...PIN_MESSAGE, to })).body.code).toBe('credential.elsewhere_needs_link');
    expect((await send(admin, [person.id, other.id], { ...LINK_MESSAGE, to })).body.errors).toMatchObject([
      { pointer: '/draft/to' },
    ]);
    const answer = await send(admin, [person.id], { ...LINK_MESSAGE, to });
    expect(answer.body.sent).toMatchObject([{ to }]);
    expect((await admin.get(`/contacts/${person.id}/access`)).body.invitations).toMatchObject([
      { sentTo: to, state: 'invited' },
    ]);
  });

  it('takes one mailbox only, however it is written (REC-10, MSG-4)', async () => {
    const person = await aPerson(admin);
    const hostile = [
      'a@x.example, b@y.example',
      'a@x.example;b@y.example',
      '"a@x.example"@y.example',
      'Eva <a@x.example>',
      'a@x.example\r\nBcc: b@y.example',
      'group: a@x.example;',
      ['a@x.example', 'b@y.example'],
      { address: 'a@x.example' },
    ];
    for (const to of hostile) expect((await send(admin, [person.id], { ...LINK_MESSAGE, to })).status).toBe(422);
    expect(await messagesAbout(test, person.id)).toEqual([]);
  });

  it('uses the stored spelling when the address on file is typed (REC-10)', async () => {
    const person = await aPerson(admin);
    const answer = await send(agent, [person.id], { ...PIN_MESSAGE, to: person.email.toUpperCase() });
    expect(answer.body.sent).toMatchObject([{ to: person.email }]);
  });

  it("ends a link sent to an address that is not the contact's any more (REC-12)", async () => {
    const person = await aPerson(admin);
    await send(agent, [person.id], LINK_MESSAGE);
    const { version } = (await admin.get(`/contacts/${person.id}`)).body;
    await admin.patch(`/contacts/${person.id}`, { email: 'eva.moved@nordic.example' }, { 'if-match': `"${version}"` });
    expect((await admin.get(`/contacts/${person.id}/access`)).body).toMatchObject({
      access: 'none',
      invitations: [{ state: 'revoked' }],
      warnings: expect.arrayContaining(['email_differs']),
    });
  });
});

describe('GET /credential-draft', () => {
  it('starts in the language of the contact, with everything the placeholders become, secrets as dots (S0.6, S0.7, A4)', async () => {
    const person = await aPerson(agent, { language: 'sv' });
    const draft = (await agent.get(`/credential-draft?contactId=${person.id}`)).body;
    expect(draft).toMatchObject({ language: 'sv', to: person.email, warnings: [] });
    expect(draft.body).toContain('{{activation_link}}');
    const shown = Object.fromEntries(
      draft.placeholders.map((one: { name: string; value: string }) => [one.name, one.value]),
    );
    expect(shown).toMatchObject({
      login_id: person.email,
      portal_link: `${test.config.portalOrigin}/sign-in`,
      activation_link: '••••••',
      initial_pin: '••••••',
    });
    expect((await agent.get(`/credential-draft?contactId=${person.id}&language=de`)).body.subject).toContain('Zugang');
    expect((await agent.get(`/credential-draft?contactId=01900000-0000-7000-8000-00000000dead`)).status).toBe(404);
    expect((await agent.get('/credential-draft?contactId=x')).status).toBe(400);
  });
});

describe('POST /credential-previews', () => {
  it('speaks of a missing phone only where the message has a PIN', async () => {
    const noPhone = await aPerson(agent, { phones: [] });
    const warnings = async (draft: object) =>
      (await agent.post('/credential-previews', { contactIds: [noPhone.id], draft })).body.items[0]?.warnings;
    expect(await warnings(LINK_MESSAGE)).toEqual([]);
    expect(await warnings(PIN_MESSAGE)).toContain('no_phone_login');
  });

  it('shows each message as its receiver reads it, and what to look at (S0.6, S0.10, S0.13)', async () => {
    const person = await aPerson(agent);
    const noMail = await newContact(agent, person.customerId, {
      firstName: 'Ola',
      phones: [{ number: '+46701749996' }],
    });
    const draft = {
      subject: 'For {{name}}',
      body: 'Hello {{name}}, see http://phish.example and <b>{{initial_pin}}</b>',
    };
    const { items } = (await agent.post('/credential-previews', { contactIds: [person.id, noMail.id], draft })).body;
    expect(items).toMatchObject([
      {
        contactId: person.id,
        to: person.email,
        subject: 'For Eva Lind',
        sendable: true,
        warnings: ['link_missing', 'login_id_missing', 'other_urls'],
      },
      { contactId: noMail.id, to: null, sendable: false, warnings: expect.arrayContaining(['no_email']) },
    ]);
    expect(items[0]!.text).toContain('Hello Eva Lind');
    expect(items[0]!.html).toContain('&lt;b&gt;••••••&lt;/b&gt;');
    expect(items[0]!.html).not.toContain('href="http://phish.example');
    expect(await messagesAbout(test, person.id)).toEqual([]);
    expect((await agent.get(`/contacts/${person.id}/access`)).body.identityId).toBeNull();
  });

  it('refuses unknown placeholders, more than 200 contacts and nobody', async () => {
    const contactIds = Array.from({ length: 201 }, () => '01900000-0000-7000-8000-00000000dead');
    expect((await agent.post('/credential-previews', { contactIds, draft: LINK_MESSAGE })).status).toBe(422);
    expect(
      (
        await agent.post('/credential-previews', {
          contactIds: contactIds.slice(0, 1),
          draft: { subject: 'x', body: '{{x}}' },
        })
      ).body.code,
    ).toBe('credential.placeholder_unknown');
    expect((await test.client().post('/credential-previews', {})).status).toBe(401);
  });
});

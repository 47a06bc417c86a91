import { expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aPerson, filled, LINK_MESSAGE } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();

it('sends links to the portal address of the settings as soon as it is saved (S4.2, D11)', async () => {
  const { client } = await signedInStaff(test, 'owner');
  const { version } = (await client.get('/settings')).body;
  const saved = await client.patch(
    '/settings',
    { portal: { origin: 'https://kund.nordlyft.example/somewhere' } },
    { 'if-match': `"${version}"` },
  );
  expect(saved.body.effectivePortalOrigin).toBe('https://kund.nordlyft.example');
  const person = await aPerson(client);
  const sent = await client.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
  const { values } = (await filled(test, sent.body.sent[0]!.notificationId)) as { values: Record<string, string> };
  expect(values['portal_link']).toBe('https://kund.nordlyft.example/sign-in');
  expect(values['activation_link']).toMatch(/^https:\/\/kund\.nordlyft\.example\/activate#t=/);
});

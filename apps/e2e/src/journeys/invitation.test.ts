import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { ask } from '../acts/ask.js';
import { acceptWithPassword, enterCode } from '../acts/invitation.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook, PHONE } from '../looks.js';
import { linkIn } from '../mail-server.js';

const INES = 'ines.araujo@harbour.example';
const OWN = 'seven slow herons at noon';

describe('an invitation (C1, A5)', () => {
  const journey = useJourney('small');
  let staff: Page;
  let phone: Page;
  let contactId = '';
  let link = '';
  let code = '';

  const api = (path: string, body?: object) => ask<{ id: string; items: { id: string }[] }>(staff, path, body);
  /** The badge of the newest invitation on the contact's page, which keeps itself up to date. */
  const shows = (state: string) => staff.getByText(state, { exact: true }).first().waitFor();

  it('is sent by e-mail, with a link and a code below it, and can be resent (S4.8, S4.9)', async () => {
    staff = await journey().person('staff');
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
    const [customer] = (await api('/customers?q=Harbour')).items;
    contactId = (await api('/contacts', { customerId: customer?.id, firstName: 'Ines', email: INES, language: 'en' }))
      .id;
    await staff.goto(`/admin/contacts/${contactId}`);
    await staff.getByRole('button', { name: 'Send invitation' }).click();
    const plan = staff.getByRole('dialog', { name: 'Send Ines an invitation' });
    await plan.getByText(`An invitation goes to ${INES}`).waitFor();
    await isFineInEveryLook(staff, 'admin give access');
    await plan.getByRole('button', { name: 'Send the invitation' }).click();
    const message = await journey().mail.messageTo(INES);
    link = linkIn(message, '/activate');
    code = /type this code: ([a-z2-9]{4}-[a-z2-9]{4})/.exec(message.text ?? '')?.[1] ?? '';
    expect(code, message.text).not.toBe('');
    await shows('Invited, not opened');
    await isFineInEveryLook(staff, 'admin contact, invited');
    await staff.getByRole('button', { name: 'Resend invitation' }).click();
    await staff
      .getByRole('dialog', { name: 'Send Ines a new invitation' })
      .getByText('The earlier invitation')
      .waitFor();
    await isFineInEveryLook(staff, 'admin resend invitation');
    await staff.keyboard.press('Escape');
  });

  it('is not touched by a scanner that fetches the link three times (INV-9, REC-5)', async () => {
    const scanner = await journey().person('scanner');
    expect((await scanner.request.get(link)).status()).toBe(200);
    expect((await scanner.request.head(link)).status()).toBe(200);
    await scanner.goto(link);
    await scanner.getByRole('heading', { name: /invites you$/ }).waitFor();
    expect(scanner.url()).not.toContain('#');
    await staff.reload();
    await shows('Invited, not opened');
  });

  it('is accepted on another device by the code (C1, S4.11)', async () => {
    phone = await journey().person('phone', { viewport: PHONE, hasTouch: true, isMobile: true });
    await phone.goto('/activate');
    await phone.getByRole('heading', { name: 'Type the code from your invitation' }).waitFor();
    await isFineInEveryLook(phone, 'invitation: code');
    await enterCode(phone, INES, 'aaaa-aaaa');
    await phone.getByText('This code does not fit').waitFor();
    await enterCode(phone, INES.toUpperCase(), code.replace('-', ' ').toUpperCase());
    await phone.getByRole('heading', { name: /invites you$/ }).waitFor();
    await isFineInEveryLook(phone, 'invitation: welcome');
    await acceptWithPassword(phone, OWN);
    await shows('Accepted');
    await isFineInEveryLook(staff, 'admin contact, accepted');
  });

  it('is sent by the person to a colleague, who accepts it, may do less later, and is then removed (C10, SES-6)', async () => {
    const email = 'mia.ek@harbour.example';
    await phone.getByRole('button', { name: 'Menu' }).click();
    await phone.getByRole('link', { name: 'Colleagues' }).click();
    await phone.getByText('0 of 3 places are given.').waitFor();
    await phone.getByRole('button', { name: 'Invite a colleague' }).click();
    await phone.getByRole('button', { name: 'Send invitation' }).click();
    await phone.getByText('Please type the first name.').waitFor();
    await phone.getByLabel('First name').fill('Mia');
    await phone.getByLabel('Last name').fill('Ek');
    await phone.getByLabel('E-mail address').fill(email);
    await isFineInEveryLook(phone, 'portal colleagues, invite');
    await phone.getByRole('button', { name: 'Send invitation' }).click();
    await phone.getByText(`Mia Ek is invited. The message goes to ${email}.`).waitFor();
    await phone.getByText('1 of 3 places are given.').waitFor();
    await isFineInEveryLook(phone, 'portal colleagues, invited');
    const mia = await journey().person('mia', { viewport: PHONE, hasTouch: true, isMobile: true });
    await mia.goto(linkIn(await journey().mail.messageTo(email), '/activate'));
    await acceptWithPassword(mia, 'nine calm otters at dusk');
    await phone.reload();
    const row = phone.getByRole('listitem').filter({ hasText: email });
    await row.getByText('Has access').waitFor();
    await row.getByRole('button', { name: 'Rights of Mia Ek' }).click();
    const choice = phone.getByRole('dialog', { name: 'What Mia Ek may do' });
    await choice.getByLabel('Reply in cases').uncheck();
    await isFineInEveryLook(phone, 'portal colleagues, rights');
    await choice.getByRole('textbox', { name: 'Current password' }).fill(OWN);
    await choice.getByRole('button', { name: 'Save' }).click();
    await phone.getByText('What Mia Ek may do is changed.').waitFor();
    await row.getByRole('button', { name: 'Remove Mia Ek' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await phone.getByText('Mia Ek is removed.').waitFor();
    await phone.getByText('0 of 3 places are given.').waitFor();
    await mia.reload();
    await mia.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('says on the first device that it was used', async () => {
    const desk = await journey().person('desk');
    await desk.goto(link);
    await desk.getByRole('heading', { name: 'This link was used already' }).waitFor();
    await isFineInEveryLook(desk, 'invitation: used');
  });

  it('says that it was taken back, and becomes a card for staff when the person asks for another (S4.9, S4.10)', async () => {
    const email = 'rui@harbour.example';
    const [customer] = (await api('/customers?q=Harbour')).items;
    const rui = (await api('/contacts', { customerId: customer?.id, firstName: 'Rui', email, language: 'en' })).id;
    await api('/credential-sends', { contactIds: [rui], draft: {} });
    const old = linkIn(await journey().mail.messageTo(email), '/activate');
    await staff.goto(`/admin/contacts/${rui}`);
    await staff.getByRole('button', { name: 'Revoke', exact: true }).click();
    await staff.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await shows('Revoked');
    const person = await journey().person('rui', { viewport: PHONE, hasTouch: true, isMobile: true });
    await person.goto(old);
    await person.getByRole('heading', { name: 'This invitation was taken back' }).waitFor();
    await isFineInEveryLook(person, 'invitation: revoked');
    await person.getByRole('button', { name: 'Ask for a new invitation' }).click();
    await person.getByRole('heading', { name: 'We have passed it on' }).waitFor();
    await isFineInEveryLook(person, 'invitation: asked');
    await person.goto('/activate');
    await person.getByRole('heading', { name: 'Type the code from your invitation' }).waitFor();
    const cards = await ask<{ items: { kind: string; contactId: string }[] }>(
      staff,
      `/access-requests?contactId=${rui}`,
    );
    expect(cards.items).toMatchObject([{ kind: 'new_invitation', contactId: rui }]);
    await staff.goto('/admin/contacts?invitation=revoked');
    await staff.getByRole('row').filter({ hasText: 'Rui' }).getByText('invitation revoked').waitFor();
    await isFineInEveryLook(staff, 'admin contacts by invitation');
    await staff.goto('/admin/settings/invitations');
    await staff.getByLabel('Days an invitation works').waitFor();
    await isFineInEveryLook(staff, 'admin settings, invitations');
  });

  it('is handed over without mail: a QR code, then a copied link that ends with a PIN (C1, D1)', async () => {
    const [customer] = (await api('/customers?q=Harbour')).items;
    const open = async (firstName: string, number: string) => {
      const phones = [{ number, type: 'mobile' }];
      const { id } = await api('/contacts', { customerId: customer?.id, firstName, phones, language: 'en' });
      await staff.goto(`/admin/contacts/${id}`);
      await staff.getByRole('button', { name: 'Send invitation' }).click();
      await staff.getByText('An SMS goes to').waitFor();
    };
    await open('Tove', '+46701740001');
    await isFineInEveryLook(staff, 'admin give access, by SMS');
    await staff.getByRole('button', { name: 'Show a QR code' }).click();
    await staff.getByRole('img', { name: 'QR code with the invitation for Tove' }).waitFor();
    await isFineInEveryLook(staff, 'admin invitation as a QR code');
    await open('Alma', '+46701740002');
    await staff.getByRole('button', { name: 'Copy a link' }).click();
    const made = staff.getByRole('dialog', { name: 'Invitation for Alma' });
    const url = await made.getByText('/activate#t=').innerText();
    await isFineInEveryLook(staff, 'admin invitation as a link');
    const person = await journey().person('tove', { viewport: PHONE, hasTouch: true, isMobile: true });
    await person.goto(url);
    await person.getByRole('button', { name: 'Continue' }).click();
    await person.getByRole('heading', { name: 'You sign in with a PIN' }).waitFor();
    await isFineInEveryLook(person, 'invitation: a PIN');
    await person.getByRole('button', { name: 'Get my PIN and sign in' }).click();
    await person.getByRole('heading', { name: 'You are in. This is your PIN' }).waitFor();
    await isFineInEveryLook(person, 'invitation: own PIN');
    await person.getByRole('button', { name: 'I have kept it' }).click();
    await person
      .getByRole('heading', { name: /Hello|My cases|problem/ })
      .first()
      .waitFor();
  });
});

import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { generatePassword, signInAsStaff } from '../acts/admin.js';
import { ask } from '../acts/ask.js';
import { askForMessage, fillNewPassword, forget, pressForgotten } from '../acts/forgotten.js';
import { chooseCompany, enterPassword, signOut } from '../acts/portal.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook, PHONE } from '../looks.js';
import { linkIn } from '../mail-server.js';
import { type SmsServer, startSmsServer } from '../sms-server.js';

const { eva } = DEMO;
const NOBODY = 'nobody.at.all@example.com';
const OWN = 'seven slow herons at noon';
const ON_PHONE = { viewport: PHONE, hasTouch: true, isMobile: true };
/** Two more people of the demo who sign in by password. */
const MIA = 'mia.schafer28@example.com';
const LARS = 'lars19@example.com';

interface Person {
  id: string;
  email: string;
  firstName: string;
  password: object | null;
  customer: { status: string };
  phones: { e164: string; type: string }[];
  clashes: unknown[];
  alsoAt: unknown[];
}

describe('a forgotten password (C4)', () => {
  const journey = useJourney('small');
  let staff: Page;
  let desk: Page;
  let phone: Page;
  let link = '';
  let sms: SmsServer | undefined;
  afterAll(() => sms?.stop());

  const onPhone = (name: string): Promise<Page> => journey().person(name, ON_PHONE);

  /** The request that wrote to this address, in the log that staff read; opened anew, and then kept up to date by itself. */
  const requestOf = async (email: string): Promise<Locator> => {
    await staff.goto('/admin/outbox/password-requests');
    return staff.getByRole('row').filter({ hasText: email });
  };

  /** Of the demo: sign in by password, and nothing of this journey has happened to them. */
  const others = async (): Promise<Person[]> => {
    const { items } = await ask<{ items: Person[] }>(staff, '/contacts?access=active&limit=100');
    return items.filter(
      ({ email, password, customer, clashes, alsoAt }) =>
        password &&
        email &&
        ![eva.email, MIA, LARS].includes(email) &&
        customer.status === 'active' &&
        clashes.length + alsoAt.length === 0,
    );
  };

  /** One of them with a Swedish mobile phone that nobody else has. */
  const somebodyWithPhone = async (): Promise<{ email: string; number: string }> => {
    for (const { email, phones } of await others()) {
      const phone = phones.find(({ e164, type }) => type === 'mobile' && e164.startsWith('+467'));
      if (phone) return { email, number: phone.e164 };
    }
    throw new Error('Nobody of the demo fits');
  };

  /** Two more, without; each network may ask five times in half an hour, and the one of the journey has. */
  const withoutPhone = async (index: number): Promise<{ person: Person; page: Page }> => {
    const person = (await others()).filter(({ phones }) => !phones.some(({ e164 }) => e164.startsWith('+467')))[index];
    if (!person) throw new Error('Nobody of the demo fits');
    const network = { 'x-forwarded-for': `203.0.113.${index + 1}` };
    return { person, page: await journey().person(person.email, { ...ON_PHONE, extraHTTPHeaders: network }) };
  };

  /** The password of the demo still opens the portal. */
  const getsInWithOld = async (page: Page, { email, firstName }: Person): Promise<void> => {
    await page.goto('/');
    await enterPassword(page, email, eva.password);
    await page.getByRole('heading', { name: firstName }).waitFor();
  };

  it('begins with a password that works', async () => {
    staff = await journey().person('staff', { permissions: ['clipboard-read', 'clipboard-write'] });
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
    desk = await journey().person('desk');
    await desk.goto('/');
    await enterPassword(desk, eva.email, eva.password);
    await desk.getByRole('heading', { name: 'Vilket företag gäller det?' }).waitFor();
    await desk.getByLabel('Språk').selectOption('en');
    await chooseCompany(desk, 'Nordic AB');
    phone = await onPhone('phone');
    await phone.goto('/');
    await enterPassword(phone, eva.email, eva.password);
    await chooseCompany(phone, 'Nordic AB');
    await signOut(phone);
  });

  it('is asked for below the password, and the page says the same of an address that nobody has (S2.1, S4.3, S4.5, INV-4)', async () => {
    await enterPassword(phone, eva.email, 'was it this one');
    await phone.getByText('That did not work').waitFor();
    await pressForgotten(phone);
    expect(await phone.getByLabel('E-mail address').inputValue()).toBe(eva.email);
    await isFineInEveryLook(phone, 'reset: ask');
    const said = await askForMessage(phone, eva.email);
    expect(said).toContain('spam folder');
    expect(said).toContain('Perhaps you were never invited');
    await isFineInEveryLook(phone, 'reset: asked');
    await phone.getByRole('button', { name: 'Try another address' }).click();
    expect(await askForMessage(phone, NOBODY)).toBe(said.replaceAll(eva.email, NOBODY));
    await phone.getByRole('button', { name: 'Ask for access' }).click();
    await phone.getByText(`sees that ${NOBODY} asks for access`).waitFor();
    await isFineInEveryLook(phone, 'reset: access asked for');
  });

  it('is answered by mail with a link, which a scanner may open as often as it likes (S2.3, S4.1, REC-5)', async () => {
    link = linkIn(await journey().mail.messageTo(eva.email), '/reset');
    expect(link).toMatch(/\/reset#t=[\w-]{43}$/);
    const scanner = await journey().person('scanner');
    expect((await scanner.request.get(link)).status()).toBe(200);
    expect((await scanner.request.head(link)).status()).toBe(200);
    await scanner.goto(link);
    await scanner.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    expect(scanner.url()).not.toContain('#');
    await (await requestOf(eva.email)).getByText('Accepted', { exact: true }).waitFor();
    await staff.getByRole('row').filter({ hasText: 'Nobody on file' }).getByText('Unknown address').waitFor();
    expect(journey().mail.received.filter(({ to }) => to?.some(({ address }) => address === NOBODY))).toEqual([]);
    await desk.reload();
    await desk.getByRole('heading', { name: /^Hello/ }).waitFor();
  });

  it('gives way to the new one in another browser, and every open session ends (S2.1, S4.1, INV-3, REC-8)', async () => {
    const tablet = await onPhone('tablet');
    const request = await requestOf(eva.email);
    await tablet.goto(link);
    await tablet.getByText(eva.email).first().waitFor();
    await isFineInEveryLook(tablet, 'reset: choose');
    await fillNewPassword(tablet, OWN);
    await tablet.getByRole('button', { name: 'Save the new password' }).click();
    await tablet.getByRole('heading', { name: 'Your new password is set' }).waitFor();
    await isFineInEveryLook(tablet, 'reset: saved');
    await tablet.getByRole('link', { name: 'Go to sign-in' }).click();
    await enterPassword(tablet, eva.email, OWN);
    await chooseCompany(tablet, 'Nordic AB');

    await desk
      .getByRole('link', { name: /^Spare part wanted/ })
      .first()
      .click();
    await desk.getByText('Please sign in again').waitFor();
    await request.getByText('Used', { exact: true }).waitFor();
    const notice = await journey().mail.messageTo(eva.email, 'was changed');
    expect(`${notice.text} ${notice.html}`).not.toContain(OWN);
  });

  it('has a link that works once, and says how to go on (REC-4)', async () => {
    await phone.goto(link);
    await phone.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    await isFineInEveryLook(phone, 'reset: unusable');
    await phone.getByRole('button', { name: 'Ask for a new message' }).click();
    await phone.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  });

  it('is answered with a temporary password where staff wish it, typed as phones do (A8, S2.2, S2.3, S2.22, REC-11)', async () => {
    await staff.goto('/admin/settings/password-reset');
    await staff.getByLabel('A temporary password of ten signs').check();
    await isFineInEveryLook(staff, 'admin settings, password reset');
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByText('Saved. Whoever asks gets a temporary password from now on.').waitFor();
    const mia = await onPhone('mia');
    await forget(mia, MIA);
    const { text = '' } = await journey().mail.messageTo(MIA);
    const temporary = /^[a-z2-9]{10}$/m.exec(text)?.[0] ?? '';
    expect(temporary, text).toHaveLength(10);
    await mia.getByRole('link', { name: 'Back to sign-in' }).click();
    await enterPassword(mia, MIA, `${temporary.charAt(0).toUpperCase()}${temporary.slice(1)}`);
    await mia.getByRole('heading', { name: 'Please choose a new password' }).waitFor();
    await isFineInEveryLook(mia, 'reset: temporary');
    await fillNewPassword(mia, OWN);
    await mia.getByRole('button', { name: 'Save and sign in' }).click();
    await mia.getByRole('heading', { name: /^Hello/ }).waitFor();
    await (await requestOf(MIA)).getByText('Used', { exact: true }).waitFor();
  });

  it('comes by SMS too, to the mobile phone on file, where the person names their number (A8, S2.3, S2.16, S2.18, S2.20, REC-11)', async () => {
    sms = await startSmsServer();
    await staff.goto('/admin/settings/sms');
    await staff.getByLabel('A provider with a web interface').check();
    await staff.getByLabel('Address', { exact: true }).fill(sms.url);
    await staff.getByLabel('Sender', { exact: true }).fill('Nordic');
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByText('Saved. SMS leave this way from now on, waiting ones too.').waitFor();
    await staff.getByLabel('Phone number').fill('070-999 00 01');
    await staff.getByRole('button', { name: 'Send test' }).click();
    await staff.getByText('on its way').waitFor();
    await isFineInEveryLook(staff, 'admin settings, sms');

    const { email, number } = await somebodyWithPhone();
    const texted = await onPhone('texted');
    await forget(texted, email, number);
    const { text } = await sms.smsTo(number);
    const temporary = /[a-z2-9]{10}(?=\.)/.exec(text)?.[0] ?? '';
    expect(text.length, text).toBeLessThanOrEqual(160);
    const mail = await journey().mail.messageTo(email);
    expect(mail.text).toMatch(/^[a-z2-9]{10}$/m);
    expect(mail.text).not.toContain(temporary);
    const request = await requestOf(email);
    await request.getByRole('link', { name: /^SMS to/ }).waitFor();
    await isFineInEveryLook(staff, 'admin password requests, sms');

    await texted.goto('/');
    await enterPassword(texted, email, temporary);
    await texted.getByRole('heading', { name: 'Please choose a new password' }).waitFor();
    await fillNewPassword(texted, OWN);
    await texted.getByRole('button', { name: 'Save and sign in' }).click();
    await texted.getByRole('heading', { name: /^Hello/ }).waitFor();
    await request.getByText('Used', { exact: true }).waitFor();
    await request.getByRole('link', { name: /^SMS to/ }).click();
    await staff.getByText('1 part').first().waitFor();
    await isFineInEveryLook(staff, 'admin outbox, sms');
  });

  it('stays the password when the mail server refuses the message; staff read why, and set one (S2.4, S2.5, S2.22, INV-3, REC-1)', async () => {
    journey().mail.turnAway(LARS, 550);
    const lars = await onPhone('lars');
    await lars.goto('/');
    await enterPassword(lars, LARS, eva.password);
    await lars.getByRole('heading', { name: /^Hello/ }).waitFor();
    await signOut(lars);
    await forget(lars, LARS);
    const request = await requestOf(LARS);
    await request.getByText('Not delivered').waitFor();
    await request.getByText('No such mailbox here').waitFor();
    await isFineInEveryLook(staff, 'admin password requests');

    await lars.getByRole('link', { name: 'Back to sign-in' }).click();
    await enterPassword(lars, LARS, eva.password);
    await lars.getByRole('heading', { name: /^Hello/ }).waitFor();
    await signOut(lars);

    const { items } = await ask<{ items: Person[] }>(staff, `/contacts?q=${encodeURIComponent(LARS)}`);
    await staff.goto(`/admin/contacts/${items[0]?.id}`);
    const onContact = staff.locator('section').filter({ hasText: 'Password requests' });
    await onContact.getByText('No such mailbox here').waitFor();
    await onContact.getByRole('button', { name: 'Set password' }).click();
    const password = await generatePassword(staff.getByRole('dialog', { name: 'Set a password for Lars' }));
    await enterPassword(lars, LARS, password);
    await lars.getByRole('heading', { name: 'Please choose a new password' }).waitFor();
  });

  it('stays the password while the mail server is down; the contact says that the message waits, and then that it was not needed (INV-3, REC-1)', async () => {
    const { person, page } = await withoutPhone(0);
    await journey().mail.stop();
    await forget(page, person.email);
    await staff.goto(`/admin/contacts/${person.id}`);
    const requests = staff.locator('section').filter({ hasText: 'Password requests' });
    await requests.getByText('On its way').waitFor();
    await requests.getByText('ECONNREFUSED').waitFor();
    await staff.getByText('Put off; it is tried again').first().waitFor();
    await isFineInEveryLook(staff, 'admin contact, mail server down');
    await getsInWithOld(page, person);
    await requests.getByText('Not needed').waitFor();
    await journey().mail.start();
  });

  it('stays the password when the message was accepted and then came back; the contact says what happened (S4.11, INV-3, REC-1)', async () => {
    const { person, page } = await withoutPhone(1);
    await forget(page, person.email);
    const { text = '', messageId } = await journey().mail.messageTo(person.email);
    const temporary = /^[a-z2-9]{10}$/m.exec(text)?.[0] ?? '';
    expect(temporary, text).toHaveLength(10);
    await staff.goto(`/admin/contacts/${person.id}`);
    const requests = staff.locator('section').filter({ hasText: 'Password requests' });
    await requests.getByText('Accepted', { exact: true }).waitFor();

    const { secret } = await ask<{ secret: string }>(staff, '/settings/bounces/secret', {});
    const answer = await page.request.post('/api/v1/mail-events', {
      headers: { authorization: `Bearer ${secret}` },
      data: {
        events: [{ kind: 'bounced', messageId, email: person.email, detail: '550 5.1.1 The mailbox was closed' }],
      },
    });
    expect(await answer.json()).toMatchObject({ applied: 1 });

    await requests.getByText('Not delivered').waitFor();
    const trouble = staff.getByRole('alert').filter({ hasText: 'E-mail does not reach this person' });
    await trouble.getByText('550 5.1.1 The mailbox was closed').waitFor();
    await isFineInEveryLook(staff, 'admin contact with returned mail');
    await page.getByRole('link', { name: 'Back to sign-in' }).click();
    await enterPassword(page, person.email, temporary);
    await page.getByText('That did not work').waitFor();
    await getsInWithOld(page, person);
    await trouble.getByRole('button', { name: 'It works again' }).click();
    await trouble.waitFor({ state: 'detached' });
  });
});

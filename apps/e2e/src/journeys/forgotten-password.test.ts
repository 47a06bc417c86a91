import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { generatePassword, signInAsStaff } from '../acts/admin.js';
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
/** Two more people of the demo who sign in by password. */
const MIA = 'mia.schafer28@example.com';
const LARS = 'lars19@example.com';

describe('a forgotten password (C4)', () => {
  const journey = useJourney('small');
  let staff: Page;
  let desk: Page;
  let phone: Page;
  let link = '';
  let sms: SmsServer | undefined;
  afterAll(() => sms?.stop());

  const onPhone = (name: string): Promise<Page> =>
    journey().person(name, { viewport: PHONE, hasTouch: true, isMobile: true });

  /** The request that wrote to this address, in the log that staff read; opened anew, and then kept up to date by itself. */
  const requestOf = async (email: string): Promise<Locator> => {
    await staff.goto('/admin/outbox/password-requests');
    return staff.getByRole('row').filter({ hasText: email });
  };

  /** Of the demo: signs in by password, has a Swedish mobile phone that nobody else has, and has not asked yet. */
  const somebodyWithPhone = async (): Promise<{ email: string; number: string }> => {
    interface Person {
      email: string | null;
      password: object | null;
      customer: { status: string };
      phones: { e164: string; type: string }[];
      clashes: unknown[];
    }
    const answer = await staff.request.get('/api/v1/contacts?access=active&limit=100');
    const { items } = (await answer.json()) as { items: Person[] };
    for (const { email, password, phones, clashes, customer } of items) {
      const [phone] = phones.filter(({ e164, type }) => type === 'mobile' && e164.startsWith('+467'));
      const isFree = password !== null && clashes.length === 0 && customer.status === 'active';
      if (isFree && phone && email && ![eva.email, MIA, LARS].includes(email)) return { email, number: phone.e164 };
    }
    throw new Error('Nobody of the demo fits');
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
    await (await requestOf(eva.email)).getByText('Delivered', { exact: true }).waitFor();
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

  it('is answered with a temporary password where staff wish it, typed as phones do (S2.2, S2.3, S2.22, REC-11)', async () => {
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

  it('comes by SMS too, to the mobile phone on file, where the person names their number (S2.3, S2.16, S2.18, S2.20, REC-11)', async () => {
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

    await request.getByRole('button', { name: 'Set password' }).click();
    const password = await generatePassword(staff.getByRole('dialog', { name: 'Set a password for Lars' }));
    await enterPassword(lars, LARS, password);
    await lars.getByRole('heading', { name: 'Please choose a new password' }).waitFor();
  });
});

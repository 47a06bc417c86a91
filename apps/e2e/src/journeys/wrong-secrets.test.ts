import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findContact, goTo, signInAsStaff } from '../acts/admin.js';
import { enterPin } from '../acts/portal.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook, PHONE } from '../looks.js';

const FREE_TRIES = 5;

describe('wrong PINs', () => {
  const journey = useJourney('small');
  let eva: Page;
  let staff: Page;

  it('are seen from the page of the contact', async () => {
    staff = await journey().person('staff');
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
    await goTo(staff, 'Contacts');
    await (await findContact(staff, DEMO.eva.email)).first().getByRole('link', { name: 'Eva Lind' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Eva Lind' }).waitFor();
    expect(await staff.getByText('Locked after too many wrong tries').count()).toBe(0);
  });

  it('show a clock and whom to call after five, and let the right PIN wait too (C2, AUT-5)', async () => {
    eva = await journey().person('eva', { viewport: PHONE });
    await eva.goto('/');
    for (let tries = 1; tries < FREE_TRIES; tries++) {
      await enterPin(eva, DEMO.eva.phone, `00000${tries}`);
      await eva.getByText('That did not work').waitFor();
      await eva.reload();
    }
    await enterPin(eva, DEMO.eva.phone, '000009');
    await eva.getByText('Please wait a moment').waitFor();
    await eva.getByText(/^00:[0-3]\d left$/).waitFor();
    await eva
      .getByRole('main')
      .getByRole('link', { name: /^Call \+46/ })
      .first()
      .waitFor();
    expect(await eva.getByRole('button', { name: 'Sign in', exact: true }).isEnabled()).toBe(false);

    // Another tab does not go round the wait.
    const otherTab = await eva.context().newPage();
    await otherTab.goto('/');
    await enterPin(otherTab, DEMO.eva.phone, DEMO.eva.pin);
    await otherTab.getByText('Please wait a moment').waitFor();
    await otherTab.close();
  });

  it('are told to staff from the sign-in page, with what stands in the field and never the secret (S4.5, INV-4)', async () => {
    await eva.getByText("I can't get in").click();
    const login = eva.getByLabel('E-mail or phone number you sign in with');
    expect(await login.inputValue()).toBe(DEMO.eva.phone);
    await eva.getByLabel('What happens when you try? (optional)').fill('I have to wait');
    await isFineInEveryLook(eva, 'sign-in: tell the company');
    await eva.getByRole('button', { name: 'Send' }).click();
    await eva.getByText('Sent', { exact: true }).waitFor();
    await isFineInEveryLook(eva, 'sign-in: told the company');
    const seen = await staff.context().newPage();
    await seen.goto('/admin/access-requests');
    await seen.getByText('I have to wait').waitFor();
    await seen.close();
  });

  it('can be forgiven by staff, who see the lock (C2, S0.3)', async () => {
    await staff.reload();
    await staff.getByText('Locked after too many wrong tries').waitFor();
    await staff.getByRole('button', { name: 'Lift the lock' }).click();
    const why = staff.getByRole('dialog');
    await why.getByLabel('Why?').fill('Rang from the number on file');
    await why.getByRole('button', { name: 'Lift the lock' }).click();
    await staff.getByText('Eva Lind can try again at once').waitFor();
    await staff.getByText('Locked after too many wrong tries').waitFor({ state: 'hidden' });

    await eva.reload();
    await enterPin(eva, DEMO.eva.phone, DEMO.eva.pin);
    await eva.getByRole('heading', { name: 'Vilket företag gäller det?' }).waitFor();
  });

  it('cost a strange browser some work once thirty people were meant from here, and nobody types anything again (D6)', async () => {
    const headers = { 'x-requested-with': 'latchkey' };
    for (let one = 10; one < 40; one += 1)
      await eva.request.post('/api/v1/portal/sign-in', {
        headers,
        data: { identifier: `+46701740${one}9`, secret: '000000' },
      });
    const answers: number[] = [];
    const strange = async (name: string) => {
      const page = await journey().person(name);
      page.on('response', (response) => {
        if (/\/(sign-in|session)$/.test(response.url()) && response.request().method() === 'POST')
          answers.push(response.status());
      });
      return page;
    };
    const phone = await strange('strange-phone');
    await phone.goto('/');
    await enterPin(phone, DEMO.eva.phone, DEMO.eva.pin);
    await phone.getByRole('heading', { name: 'Vilket företag gäller det?' }).waitFor();
    await signInAsStaff(await strange('strange-desk'), DEMO.owner.email, DEMO.owner.password);
    expect(answers).toEqual([403, 200, 403, 200]);
  });
});

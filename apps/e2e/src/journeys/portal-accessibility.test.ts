import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { tabTo } from '../acts/keyboard.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook, PHONE } from '../looks.js';

describe('the portal for everybody', () => {
  const journey = useJourney('small');
  let page: Page;

  it('signs in with the keyboard only, and goes on in the language of the person (S0.2)', async () => {
    page = await journey().person('eva', { viewport: PHONE });
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await tabTo(page, 'Phone number or e-mail address');
    await page.keyboard.type(DEMO.eva.phone);
    await page.keyboard.press('Enter');
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await isFineInEveryLook(page, 'portal sign-in');
    await page.keyboard.type(DEMO.eva.pin);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vilket företag gäller det?' }).waitFor();
    await tabTo(page, 'Språk');
    await page.keyboard.type('English');
    await page.getByRole('heading', { name: 'Which company is it about?' }).waitFor();
    await isFineInEveryLook(page, 'portal chooser');
  });

  it('reports a case with the keyboard only (S0.14)', async () => {
    await tabTo(page, /^Nordic AB/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Hello/ }).waitFor();
    await isFineInEveryLook(page, 'portal home');

    await tabTo(page, /^Report a problem/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Report a problem' }).waitFor();
    await isFineInEveryLook(page, 'portal report');
    await tabTo(page, 'What is wrong, in a few words?');
    await page.keyboard.type('Door does not close');
    await tabTo(page, /^What happened/);
    await page.keyboard.type('Since this morning.');
    await tabTo(page, 'Check and send');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Is everything right?' }).waitFor();
    await tabTo(page, 'Send');
    await isFineInEveryLook(page, 'portal review');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you, we have it' }).waitFor();
    await isFineInEveryLook(page, 'portal sent');

    await tabTo(page, 'Open the case');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Door does not close' }).waitFor();
    await isFineInEveryLook(page, 'portal case');
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enterPin } from '../acts/portal.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { PHONE } from '../looks.js';

const FREE_TRIES = 5;

describe('wrong PINs', () => {
  const journey = useJourney('small');
  let eva: Page;

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
    await eva.getByRole('main').getByRole('link', { name: /^Call \+46/ }).first().waitFor();
    expect(await eva.getByRole('button', { name: 'Sign in', exact: true }).isEnabled()).toBe(false);

    // Another tab does not go round the wait.
    const otherTab = await eva.context().newPage();
    await otherTab.goto('/');
    await enterPin(otherTab, DEMO.eva.phone, DEMO.eva.pin);
    await otherTab.getByText('Please wait a moment').waitFor();
    await otherTab.close();
  });
});

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { ask } from '../acts/ask.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook } from '../looks.js';
import { linkIn } from '../mail-server.js';

const CORRECTED = 'right@harbour.example';

describe('messages that do not arrive (MSG-8)', () => {
  const journey = useJourney('small', { isChain: false });
  let staff: Page;

  /** A new contact whose mail server answers so, with an invitation on its way; the Outbox is open. */
  const inviteSomebody = async (firstName: string, answer: 550 | 451): Promise<string> => {
    const email = `${firstName.toLowerCase()}@harbour.example`;
    journey().mail.turnAway(email, answer);
    const { id: customerId } = await ask(staff, '/customers', { name: `${firstName} & Co` });
    const { id } = await ask(staff, '/contacts', { customerId, firstName, lastName: 'Test', email });
    await ask(staff, '/credential-sends', { contactIds: [id], draft: {} });
    await staff.goto('/admin/outbox');
    return email;
  };
  const rowOf = (email: string): Locator => staff.getByRole('row').filter({ hasText: email });
  const open = async (email: string): Promise<Locator> => {
    await rowOf(email).getByRole('link').first().click();
    const drawer = staff.getByRole('dialog', { name: 'Message' });
    await drawer.getByText(email).first().waitFor();
    return drawer;
  };

  it('sign in', async () => {
    staff = await journey().person('owner');
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
  });

  it('go to the right address in one step, with a link of their own (MSG-8, REC-12)', async () => {
    const email = await inviteSomebody('Typo', 550);
    await rowOf(email).getByText('Refused').waitFor();
    await (await open(email)).getByRole('button', { name: 'Correct and send again' }).click();
    const dialog = staff.getByRole('dialog', { name: 'Send it to the right address' });
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(CORRECTED);
    await isFineInEveryLook(staff, 'a wrong address');
    await dialog.getByRole('button', { name: 'Correct and send again' }).click();
    await staff.getByText(`The message goes to ${CORRECTED} now`).waitFor();
    const drawer = staff.getByRole('dialog', { name: 'Message' });
    await drawer.getByText('Accepted by the mail server').waitFor();
    expect(linkIn(await journey().mail.messageTo(CORRECTED), '/activate')).toContain('#t=');
  });

  it('stand there as refused, counted by reason, with the words of the mail server, and are sent again once it takes them (A15)', async () => {
    const email = await inviteSomebody('Rita', 550);
    await rowOf(email).getByText('Refused').waitFor();
    await staff.getByRole('button', { name: /^No such mailbox \d+$/ }).click();
    await staff.waitForURL(/reason=no_mailbox/);
    await rowOf(email).getByText('No such mailbox here').waitFor();
    const drawer = await open(email);
    await drawer.getByText('Refused by the mail server').waitFor();

    // Sent again too early, it is refused again.
    await drawer.getByRole('button', { name: 'Send again', exact: true }).click();
    await drawer.getByText('Refused by the mail server').nth(1).waitFor();
    journey().mail.welcome(email);
    await drawer.getByRole('button', { name: 'Send again', exact: true }).click();
    await drawer.getByText('Accepted by the mail server').waitFor();
    expect(linkIn(await journey().mail.messageTo(email), '/activate')).toContain(journey().stack.origin);
    expect(await drawer.getByRole('button', { name: 'Send again', exact: true }).count()).toBe(0);
  });

  it('go out at once when staff do not want to wait', async () => {
    const email = await inviteSomebody('Grey', 451);
    await rowOf(email).getByText('Greylisted').waitFor();
    journey().mail.welcome(email);
    await rowOf(email)
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await staff.getByRole('menuitem', { name: 'Send again' }).click();
    await staff.getByText(`The message to ${email} is sent again`).waitFor();
    await rowOf(email).getByText('Accepted').waitFor();
    await journey().mail.messageTo(email);
  });

  it('are stopped before they leave', async () => {
    const email = await inviteSomebody('Halt', 451);
    await rowOf(email).getByText('Greylisted').waitFor();
    await rowOf(email)
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await staff.getByRole('menuitem', { name: 'Cancel message' }).click();
    await rowOf(email).getByText('Cancelled').waitFor();
    journey().mail.welcome(email);
    // Longer than the pause before the second try.
    await staff.waitForTimeout(8_000);
    expect(journey().mail.received.some((mail) => mail.to?.some(({ address }) => address === email))).toBe(false);
    const drawer = await open(email);
    expect(await drawer.getByRole('button', { name: /^(Send again|Cancel message)$/ }).count()).toBe(0);
  });
});

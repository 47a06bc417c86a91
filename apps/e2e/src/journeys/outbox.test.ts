import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { ask } from '../acts/ask.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { linkIn } from '../mail-server.js';

const CORRECTED = 'right@harbour.example';

describe('messages that do not arrive (MSG-8)', () => {
  const journey = useJourney('small', { isChain: false });
  let staff: Page;
  let corrected = '';

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

  it('lead to the contact whose address is wrong', async () => {
    const email = await inviteSomebody('Typo', 550);
    await rowOf(email).getByText('Refused').waitFor();
    await (await open(email)).getByRole('link', { name: 'Correct the address' }).click();
    await staff.getByRole('textbox', { name: 'E-mail', exact: true }).fill(CORRECTED);
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Typo Test' }).waitFor();
    await staff.getByText(CORRECTED).first().waitFor();
    corrected = staff.url();
  });

  it('stand there as refused, with the words of the mail server, and are sent again once it takes them', async () => {
    const email = await inviteSomebody('Rita', 550);
    await rowOf(email).getByText('Refused').waitFor();
    await rowOf(email).getByText('No such mailbox here').waitFor();
    const drawer = await open(email);
    await drawer.getByText('Refused by the mail server').waitFor();

    // Sent again too early, it is refused again.
    await drawer.getByRole('button', { name: 'Send again' }).click();
    await drawer.getByText('Refused by the mail server').nth(1).waitFor();
    journey().mail.welcome(email);
    await drawer.getByRole('button', { name: 'Send again' }).click();
    await drawer.getByText('Accepted by the mail server').waitFor();
    expect(linkIn(await journey().mail.messageTo(email), '/activate')).toContain(journey().stack.origin);
    expect(await drawer.getByRole('button', { name: 'Send again' }).count()).toBe(0);
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

  it('go to the new address once it was corrected and a minute is over', async () => {
    await staff.goto(corrected);
    await staff.getByRole('button', { name: 'More actions' }).click();
    await staff.getByRole('menuitem', { name: 'Send portal credentials' }).click();
    // It counts down: one message a minute for each contact.
    await staff.getByRole('dialog').getByRole('button', { name: /^Send/ }).click({ timeout: 70_000 });
    expect(linkIn(await journey().mail.messageTo(CORRECTED), '/activate')).toContain('#t=');
  });
});

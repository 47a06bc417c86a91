import type { TestApp } from './app.js';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { filled, messagesAbout } from './logins.js';

/** Asks for a code to one of the person's own numbers. */
export const askPhoneCode = (client: Client, phone: string): Promise<Answer> =>
  client.post('/portal/phones/codes', { phone });

export const confirmPhone = (client: Client, phone: string, code: string): Promise<Answer> =>
  client.post('/portal/phones/confirmations', { phone, code });

/** What the newest SMS with a code says. */
export async function phoneCodeOf(test: TestApp, contactId: string): Promise<string> {
  const [last] = (await messagesAbout(test, contactId)).filter(({ kind }) => kind === 'phone-code').slice(-1);
  const message = last ? await filled(test, last.id) : { cancelled: 'none' };
  return 'cancelled' in message ? message.cancelled : (message.values.code ?? '');
}

/** Proves a number as its holder does. */
export async function verifyPhone(
  test: TestApp,
  { id, client, phone }: { id: string; client: Client; phone: string },
): Promise<void> {
  await askPhoneCode(client, phone);
  const answer = await confirmPhone(client, phone, await phoneCodeOf(test, id));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

import { rows } from '../src/db/sql.js';
import { ResetWorker } from '../src/credentials/resets/reset-worker.js';
import type { Answer } from './answer.js';
import type { TestApp } from './app.js';
import { filled } from './logins.js';

let network = 0;

/** Asks for a new password from a network of its own (the app trusts 127.0.0.1 as a proxy). */
// oxlint-disable-next-line sizes/max-params -- who asks, what is typed and from where: a call reads as the form
export function request(
  test: TestApp,
  email: string,
  headers: Record<string, string> = {},
  phone?: string,
): Promise<Answer> {
  const client = test.client();
  network += 1;
  client.headers['x-forwarded-for'] = `10.20.${Math.floor(network / 250)}.${(network % 250) + 1}`;
  Object.assign(client.headers, headers);
  return client.post('/portal/password-reset', { email, ...(phone === undefined ? {} : { phone }) });
}

/** Asks, and lets the worker decide. */
// oxlint-disable-next-line sizes/max-params -- as request
export async function ask(
  test: TestApp,
  email: string,
  headers: Record<string, string> = {},
  phone?: string,
): Promise<Answer> {
  const answer = await request(test, email, headers, phone);
  await test.app.get(ResetWorker).decideAll();
  return answer;
}

export interface ResetMail {
  id: string;
  to: string;
  language: string;
  subject: string;
  body: string;
}

/** Messages with a new password that were written to one address, oldest first. */
export const resetMails = (test: TestApp, to: string): Promise<ResetMail[]> =>
  rows<ResetMail>(
    test.db,
    `SELECT id, to_address AS to, language, subject, body FROM notifications WHERE kind = 'password-reset' AND to_address = $1 ORDER BY id`,
    [to],
  );

/** What the newest of them holds now, as its receiver reads it. */
export async function mailed(test: TestApp, to: string): Promise<Record<string, string>> {
  const last = (await resetMails(test, to)).at(-1);
  if (!last) throw new Error(`Nothing was written to ${to}`);
  const message = await filled(test, last.id);
  if ('cancelled' in message) throw new Error(message.cancelled);
  return message.values;
}

/** Asks, and answers the token of the link that arrived. */
export async function askedToken(test: TestApp, email: string): Promise<string> {
  await ask(test, email);
  return tokenOf((await mailed(test, email)).reset_link);
}

export const tokenOf = (link: string | undefined): string => /#t=([\w-]{43})$/.exec(link ?? '')?.[1] ?? '';

/** Lets the time pass that the next request needs. */
export const aMinutePasses = (test: TestApp): Promise<unknown> => timePasses(test, 61);

/** Messages with a new password were written so many seconds earlier. */
export const timePasses = (test: TestApp, seconds: number): Promise<unknown> =>
  rows(
    test.db,
    `UPDATE notifications SET created_at = created_at - make_interval(secs => $1) WHERE kind = 'password-reset'`,
    [seconds],
  );

import { rows } from '../src/db/sql.js';
import { codeAt } from '../src/staff/second-factor/totp.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes behind a key, as an authenticator app reads it. */
export function bytesOf(key: string): Buffer {
  const bits = Array.from(key, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** An authenticator app that was given this key: the code of now, or of so many steps later. */
export const authenticator =
  (key: string) =>
  (later = 0): string =>
    codeAt(bytesOf(key), Math.floor(Date.now() / 30_000) + later);

/** As if the code that was used last were an old one. */
export const passSteps = (test: TestApp) => rows(test.db, `UPDATE staff_second_factors SET last_step = last_step - 10`);

/** Sets up the second step of whoever is signed in there, over HTTP. */
export async function enrol(client: Client): Promise<{ code: (later?: number) => string; recovery: string[] }> {
  const { body: started } = await client.post<{ key: string }>('/staff/second-factor');
  const code = authenticator(started.key);
  const { body } = await client.post<{ codes: string[] }>('/staff/second-factor/confirm', { code: code() });
  return { code, recovery: body.codes };
}

import { sameText } from '../../config/keys.js';

const DIGITS = 6;

/** How long a code works that somebody who is signed in asked for, and how often it may be tried (ASVS 6.6.1). */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;

/** The code that a MAC stands for: the same whenever it is asked for; without the keys nobody can tell it from the table (MSG-6). */
export const sixDigits = (mac: string): string =>
  String(Buffer.from(mac, 'base64url').readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');

/** However it was spaced. */
export const isCode = (typed: string, code: string): boolean => sameText(typed.replace(/\D/g, ''), code);

import { domainToASCII } from 'node:url';
import { z } from 'zod';

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** More than one of the scripts whose letters look alike: what a spoofed address is made of (D8). */
const isMixedScript = (text: string): boolean => SCRIPTS.filter((script) => script.test(text)).length > 1;

/**
 * The address as it is compared and kept unique: trimmed, NFKC, lower case, domain in ASCII; dots and plus signs stay (D8).
 * Undefined when it is not exactly one mailbox: lists, groups, quoted local parts and control characters are refused (MSG-4).
 */
export function emailKey(address: string): string | undefined {
  const plain = address.trim().normalize('NFKC').toLowerCase();
  const match = /^([^\s@<>()[\]\\,;:"\p{C}]{1,64})@([^\s@<>()[\]\\,;:"\p{C}]{3,253})$/u.exec(plain);
  if (!match?.[1] || !match[2] || plain.length > 254 || isMixedScript(match[1])) return undefined;
  const domain = domainToASCII(match[2]);
  const isDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain);
  const isLocal = !match[1].startsWith('.') && !match[1].endsWith('.') && !match[1].includes('..');
  return isDomain && isLocal ? `${match[1]}@${domain}` : undefined;
}

const ONE_MAILBOX = { message: 'Not an e-mail address of one mailbox' };

/** An e-mail address of one mailbox, as typed. */
export const requiredEmail = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .refine((value) => emailKey(value) !== undefined, ONE_MAILBOX);

/** An e-mail address of one mailbox, as typed; may be cleared with null or "". */
export const clearableEmail = z
  .string()
  .trim()
  .max(254)
  .nullable()
  .refine((value) => value === null || value === '' || emailKey(value) !== undefined, ONE_MAILBOX)
  .transform((value) => (value === '' ? null : value))
  .optional();

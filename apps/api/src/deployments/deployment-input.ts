import { z } from 'zod';
import { emailKey } from '../text/email.js';

const MOST_ADDRESSES = 10;

const ZONES = new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]));

/** The name as the tz database spells it; undefined when it is no name of a zone. An offset such as +01:00 is none: it knows no summer. */
export function timeZoneOf(typed: string): string | undefined {
  const name = typed.trim();
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return ZONES.get(name.toLowerCase()) ?? name;
  } catch {
    return undefined;
  }
}

/** IANA name of a time zone, such as Europe/Stockholm. */
export const TimeZone = z
  .string()
  .max(64)
  .transform((typed, context) => {
    const name = timeZoneOf(typed);
    if (name) return name;
    context.addIssue({ code: 'custom', message: 'Not a time zone' });
    return z.NEVER;
  });

const Address = z
  .string()
  .trim()
  .max(254)
  .refine((value) => emailKey(value) !== undefined, { message: 'Not an e-mail address of one mailbox' });

/** Up to ten addresses, each once. */
export const NotifyEmails = z
  .array(Address)
  .max(MOST_ADDRESSES)
  .transform((typed) => [...new Map(typed.map((address) => [emailKey(address), address])).values()]);

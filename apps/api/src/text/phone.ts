import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type PhoneType = 'mobile' | 'landline' | 'office';

export interface Phone {
  /** "+46701234567". */
  e164: string;
  /** What the numbering plan says; a person may say otherwise. */
  type: PhoneType;
  extension: string | null;
}

/** "0046 70…" and "46 70…" copied without plus are common; a leading 00 is the international prefix nearly everywhere. */
const withPlus = (text: string): string =>
  text
    .trim()
    .replace(/^00(?=[1-9])/, '+')
    .replace(/\(0\)/g, '');

/** "SE"; undefined where the number belongs to no country. */
export const countryOf = (e164: string): string | undefined => parsePhoneNumberFromString(e164)?.country;

/** Any spelling of a phone number to E.164; undefined when it is none. `country` is the ISO code that national spellings belong to. */
export function parsePhone(text: string, country: string): Phone | undefined {
  // Only ASCII digits are login ids (AUT-14); other decimal digits are read as what they mean.
  const number = parsePhoneNumberFromString(withPlus(text.normalize('NFKC')), country as CountryCode);
  if (!number?.isValid()) return undefined;
  const type = number.getType();
  const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || type === 'PERSONAL_NUMBER';
  return { e164: number.number, type: isMobile ? 'mobile' : 'landline', extension: number.ext ?? null };
}

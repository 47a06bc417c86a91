import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** How a carrier wants the number before the @; always digits only (D9). */
export const NUMBER_FORMATS = ['national', 'national_zero', 'international'] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/**
 * "+46701234567" as 701234567 (national), 0701234567 (national_zero: as it is dialled at home) or 46701234567 (international).
 * Undefined when it is no phone number.
 */
export function localPart(e164: string, format: NumberFormat): string | undefined {
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isValid()) return undefined;
  if (format === 'international') return e164.replace(/\D/g, '');
  if (format === 'national') return number.nationalNumber;
  return number.formatNational().replace(/\D/g, '');
}

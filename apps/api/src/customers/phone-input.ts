import { z } from 'zod';
import type { InputProblem } from '../http/app-error.js';
import { text } from '../http/schemas.js';
import { parsePhone, type Phone } from '../text/phone.js';

export const PHONE_TYPES = ['mobile', 'landline', 'office'] as const;
export const MAX_PHONES = 5;

/** A phone as somebody writes it. The type is guessed from the numbering plan when absent. */
export const PhoneInput = z
  .strictObject({
    /** Any spelling; national spellings belong to the country of the settings. */
    number: text(60),
    type: z.enum(PHONE_TYPES).optional(),
    /** For calling only: a number with an extension is never a login id (S2.11). */
    extension: z
      .string()
      .trim()
      .regex(/^\d{0,10}$/)
      .nullable()
      .optional(),
  })
  .meta({ id: 'PhoneInput' });
export type PhoneInput = z.infer<typeof PhoneInput>;

/** Absent leaves the phones alone, null or an empty list clears them, a list replaces them all. */
export const PhoneInputs = z.array(PhoneInput).max(MAX_PHONES).nullable().optional();

export const PhoneDto = z
  .object({ e164: z.string(), type: z.enum(PHONE_TYPES), extension: z.string().nullable() })
  .meta({ id: 'Phone' });

function readPhone(input: PhoneInput, country: string): Phone | 'phone.invalid' | 'phone.extension' {
  const parsed = parsePhone(input.number, country);
  if (!parsed) return 'phone.invalid';
  const extension = input.extension ?? parsed.extension;
  if (!extension) return { e164: parsed.e164, type: input.type ?? parsed.type, extension: null };
  if (input.type === 'mobile') return 'phone.extension';
  return { e164: parsed.e164, type: input.type ?? (parsed.type === 'mobile' ? 'office' : parsed.type), extension };
}

const DETAIL = {
  'phone.invalid': 'Not a phone number',
  'phone.extension': 'A mobile number has no extension',
} as const;

/** Phones as they are stored, and what is wrong with the rest. A number written twice is kept once. */
export function readPhones(
  inputs: readonly PhoneInput[],
  country: string,
): { phones: Phone[]; problems: InputProblem[] } {
  const phones = new Map<string, Phone>();
  const problems: InputProblem[] = [];
  inputs.forEach((input, index) => {
    const phone = readPhone(input, country);
    if (typeof phone === 'string')
      problems.push({ pointer: `/phones/${index}/number`, code: phone, detail: DETAIL[phone] });
    else if (!phones.has(`${phone.e164};${phone.extension}`)) phones.set(`${phone.e164};${phone.extension}`, phone);
  });
  return { phones: [...phones.values()], problems };
}

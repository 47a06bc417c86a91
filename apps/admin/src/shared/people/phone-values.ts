import type { Phone, PhoneInput } from '@latchkey/api-client';
import { formatPhone } from '@latchkey/api-client/phone';

/** One line of the phones in a form; an empty type is guessed by the server from the number. */
export interface PhoneValue {
  number: string;
  type: '' | 'mobile' | 'landline' | 'office';
  extension: string;
}

export const NO_PHONE: PhoneValue = { number: '', type: '', extension: '' };
export const MOST_PHONES = 5;

export const toPhoneValues = (phones: readonly Phone[]): PhoneValue[] =>
  phones.map(({ e164, type, extension }) => ({ number: formatPhone(e164), type, extension: extension ?? '' }));

/** Empty lines are no phones. Any spelling goes: the server reads it. */
export const toPhoneInputs = (values: readonly PhoneValue[]): PhoneInput[] =>
  values
    .filter(({ number }) => number.trim() !== '')
    .map(({ number, type, extension }) => ({
      number: number.trim(),
      ...(type ? { type } : {}),
      ...(extension.trim() ? { extension: extension.trim() } : {}),
    }));

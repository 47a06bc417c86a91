import { emailKey } from './email.js';
import { fold } from './fold.js';
import { parsePhone } from './phone.js';

/** What somebody typed into a search box, read as what it most likely is. */
export type SearchTerms =
  | { kind: 'none' }
  | { kind: 'email'; exact: string | undefined; part: string }
  /** `e164` when the text is a whole number, `isWhole` when it can be nothing else (+46 …); `digits` are matched as the end of a number and as the start of a customer number. */
  | { kind: 'digits'; e164: string | undefined; digits: string; isWhole: boolean }
  | { kind: 'name'; part: string };

const LIKE_A_NUMBER = /^[\d\s()+./-]+$/;

/** Two characters at least, except digits: three. Shorter text searches nothing (INP-5). */
export function readSearch(text: string | undefined, country: string): SearchTerms {
  const typed = (text ?? '').trim();
  if (typed.length < 2) return { kind: 'none' };
  if (typed.includes('@'))
    return { kind: 'email', exact: emailKey(typed), part: typed.normalize('NFKC').toLowerCase() };
  const digits = typed.replace(/\D/g, '');
  if (digits.length >= 3 && LIKE_A_NUMBER.test(typed)) {
    const e164 = parsePhone(typed, country)?.e164;
    return { kind: 'digits', e164, digits, isWhole: typed.startsWith('+') && e164 !== undefined };
  }
  const part = fold(typed);
  return part.length < 2 ? { kind: 'none' } : { kind: 'name', part };
}

/** Only a number without its country code is read differently in another country. */
export const needsCountry = (text: string): boolean => LIKE_A_NUMBER.test(text.trim()) && !text.trim().startsWith('+');

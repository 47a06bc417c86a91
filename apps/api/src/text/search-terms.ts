import { emailKey } from './email.js';
import { fold } from './fold.js';
import { parsePhone } from './phone.js';

/** What somebody typed into a search box, read as what it most likely is. */
export type SearchTerms =
  | { kind: 'none' }
  | { kind: 'email'; exact: string | undefined; part: string }
  /** `e164` when the text is a whole number; `digits` are matched as the end of a number and as the start of a customer number. */
  | { kind: 'digits'; e164: string | undefined; digits: string }
  | { kind: 'name'; part: string };

/** Two characters at least, except digits: three. Shorter text searches nothing (INP-5). */
export function readSearch(text: string | undefined, country: string): SearchTerms {
  const typed = (text ?? '').trim();
  if (typed.length < 2) return { kind: 'none' };
  if (typed.includes('@'))
    return { kind: 'email', exact: emailKey(typed), part: typed.normalize('NFKC').toLowerCase() };
  const digits = typed.replace(/\D/g, '');
  if (digits.length >= 3 && /^[\d\s()+./-]+$/.test(typed))
    return { kind: 'digits', e164: parsePhone(typed, country)?.e164, digits };
  const part = fold(typed);
  return part.length < 2 ? { kind: 'none' } : { kind: 'name', part };
}

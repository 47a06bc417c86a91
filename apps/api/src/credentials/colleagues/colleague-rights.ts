import { AppError } from '../../http/app-error.js';
import type { Right } from '../../http/rights.js';
import type { OwnRights } from './colleagues.queries.js';

/** Exceptions of the caller are those of the colleague too: whatever is granted to the company later, it never is more than own (AZN-10). */
export function rightsFor(own: OwnRights, wanted: readonly Right[] = own.rights): { given: Right[]; taken: Right[] } {
  if (wanted.some((right) => !own.rights.includes(right))) throw new AppError('colleague.rights_above_own');
  const given = own.rights.filter((right) => wanted.includes(right));
  return { given, taken: [...own.removed, ...own.rights.filter((right) => !wanted.includes(right))] };
}

/** Writes given and taken rights as exceptions. What colleagues took comes back; what staff took stays taken. */
export const setRights = (given: string, taken: string): string => `
  rights_removed = ARRAY(SELECT DISTINCT r FROM unnest(rights_removed || ${taken}::text[]) r
                          WHERE NOT (r = ANY (${given}::text[]) AND r = ANY (rights_removed_by_colleagues)) ORDER BY r),
  rights_removed_by_colleagues = ARRAY(SELECT DISTINCT r FROM unnest(rights_removed_by_colleagues || ${taken}::text[]) r
                          WHERE r <> ALL (${given}::text[]) AND (r = ANY (rights_removed_by_colleagues) OR r <> ALL (rights_removed)) ORDER BY r)`;

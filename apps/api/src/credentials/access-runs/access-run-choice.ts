import type { ContactFilter } from '../../contacts/contact.dto.js';
import { contactIdsSql, type ListSettings, type Statement } from '../../contacts/contacts.queries.js';
import type { AccessReportFilter } from '../access-report/access-report.dto.js';
import { reportIdsSql } from '../access-report/report-sql.js';

/** Everybody whom a list shows: of the contacts, or of the access report. */
export type Choice = { source: 'filter'; filter: ContactFilter } | { source: 'report'; filter: AccessReportFilter };

/** The last one that was written down, as the list had it in its order: whoever is deleted, renamed or signs in since leaves no hole behind. */
export interface Place {
  id: string;
  place: string;
}

/** Those who come next in the order of that list: by the statement that the list itself is read with. */
export const chosenSql = (
  { source, filter }: Choice,
  known: ListSettings,
  next: { after: Place | null; limit: number },
): Statement | undefined => (source === 'report' ? reportIdsSql(filter, next) : contactIdsSql(filter, known, next));

/** Of names nothing stays once the contacts are written down. */
export const FORGET_WORDS = `place = NULL, filter = filter - 'q'`;

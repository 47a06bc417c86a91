import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';

/**
 * The fence of every portal query (AZN-2): the session's customer, and without the right to the whole company also the contact.
 * `k` is the case; the parameters stand at $1 and $2. Throws access.denied for a contact who may see no case.
 */
export const VISIBLE = `k.customer_id = $1 AND ($2::uuid IS NULL OR k.contact_id = $2)`;

/** The same for one case: followers read it too, with their own rights. Lists keep to what an index can sort. */
export const READABLE = `k.customer_id = $1 AND ($2::uuid IS NULL OR k.contact_id = $2
  OR EXISTS (SELECT 1 FROM case_followers f WHERE f.case_id = k.id AND f.contact_id = $2))`;

/** And of its messages `m`: what came with a merge is read by those who could read the case it was written in. */
export const READABLE_MESSAGE = `(m.merged_from IS NULL OR $2::uuid IS NULL OR m.contact_id = $2
  OR EXISTS (SELECT 1 FROM cases o WHERE o.number = m.merged_from AND o.customer_id = $1
     AND (o.contact_id = $2 OR EXISTS (SELECT 1 FROM case_followers f WHERE f.case_id = o.id AND f.contact_id = $2))))`;

export function visibleTo(contact: Pick<ContactActor, 'customerId' | 'contactId' | 'rights'>): [string, string | null] {
  if (contact.rights.has('case:read_company')) return [contact.customerId, null];
  if (!contact.rights.has('case:read_own')) throw new AppError('access.denied', { missing: 'case:read_own' });
  return [contact.customerId, contact.contactId];
}

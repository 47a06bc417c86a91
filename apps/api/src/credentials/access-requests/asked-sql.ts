import { contactNameSql } from '../../customers/login-fates.js';
import { EFFECTIVE_RIGHTS } from '../../sessions/effective-rights.js';

/** Of a card `r`: it is of a kind that a customer may be asked about, and open. */
export const CAN_BE_ASKED = `(r.done_at IS NULL AND r.kind IN ('cannot_get_in', 'ask_access'))`;

/** Of a card `r`: people of customer $1 may decide. */
export const WAITS_FOR = `(r.asked_customer_id = $1 AND r.done_at IS NULL AND r.answer IS NULL AND r.is_looked)`;

/** Of a contact `c`: a colleague may invite it, by the address on file. */
export const MAY_BE_INVITED = `(c.status = 'active' AND c.declined_at IS NULL AND c.email_key IS NOT NULL AND (c.is_portal_user OR c.removed_by_colleague_at IS NOT NULL)
  AND NOT (c.is_portal_user AND (c.invited_by_colleague_at IS NOT NULL OR (c.identity_id IS NOT NULL AND c.access <> 'none'))))`;

/** People of customer $1 who get in and may invite colleagues. */
export const DECIDERS = `
  SELECT c.id AS "contactId", ${contactNameSql('c')} AS name FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN rights_profiles p ON p.id = u.rights_profile_id
   WHERE c.customer_id = $1 AND c.status = 'active' AND u.status = 'active' AND c.is_portal_user AND c.identity_id IS NOT NULL AND c.access = 'active'
     AND 'colleague:manage' = ANY (${EFFECTIVE_RIGHTS}) ORDER BY c.name_key, c.id LIMIT 5`;

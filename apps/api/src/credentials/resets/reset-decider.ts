import { WAITS_FOR_LOGIN } from '../joining/joining-sql.js';

/**
 * The contact that decides about a new password of login `i`: whether one may be asked for, and how it comes (S2.7). The secret belongs to
 * the login and not to a company, so one open contact that allows it is enough; of several, where the person was last.
 * Who is only asked by a further company still gets a password to answer with (D8). No row without a contact.
 */
export const RESET_DECIDER = `
  SELECT d.id AS "contactId", e.id AS "customerId", e.name AS "customerName", nullif(concat_ws(' ', d.first_name, d.last_name), '') AS name,
         coalesce(d.language, e.language) AS language, d.reset_mode AS mode, x.is_open AS "isOpen", (x.is_open OR ${WAITS_FOR_LOGIN}) AND d.may_reset_password AS allows
    FROM contacts d JOIN customers e ON e.id = d.customer_id
   CROSS JOIN LATERAL (SELECT d.status = 'active' AND d.is_portal_user AND e.status = 'active' AS is_open) x
   WHERE d.identity_id = i.id
   ORDER BY x.is_open DESC, d.may_reset_password DESC, d.id = i.last_contact_id DESC NULLS LAST, d.id LIMIT 1`;

/** As JSON, for those who explain it. */
export const RESET_DECIDED = `
  (SELECT json_build_object('contactId', o."contactId", 'customerId', o."customerId", 'customerName', o."customerName", 'allows', o.allows, 'mode', o.mode)
     FROM (${RESET_DECIDER}) o)`;

/** Whether login `i` may ask for a new password. */
export const MAY_RESET = `coalesce((SELECT o.allows FROM (${RESET_DECIDER}) o), false)`;

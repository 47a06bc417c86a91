import { hasVerified } from '../phones/verified-sql.js';
import { RESET_DECIDED } from '../resets/reset-decider.js';

/** By primary keys, and a handful of rows by an index. */
export const SUBJECT = `
  SELECT c.id AS "contactId", u.id AS "customerId", u.name AS "customerName", i.id AS "identityId", c.asked_identity_id IS NOT NULL AS "isAsked", c.declined_at AS "declinedAt",
         EXISTS (SELECT 1 FROM identities a WHERE a.id = c.asked_identity_id AND a.email IS NOT NULL) AS "isAskedByEmail",
         coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.name_key) AS name,
         coalesce(c.language, i.language, u.language, (SELECT data -> 'locale' ->> 'language' FROM settings WHERE id = 1), 'en') AS language,
         c.version, c.status = 'active' AS "isActive", u.status = 'active' AS "isCustomerActive", c.is_portal_user AS "isPortalUser",
         coalesce(i.status = 'active', true) AS "isLoginActive", c.may_reset_password AS "mayReset", c.reset_mode AS "resetMode", ${RESET_DECIDED} AS reset, c.sms_carrier_id IS NOT NULL AS "hasCarrier",
         c.email, c.email_key AS "emailKey", i.email AS "loginEmail", i.email_key AS "loginEmailKey",
         (SELECT coalesce(json_agg(json_build_object('e164', p.e164, 'type', p.type, 'hasExtension', p.extension IS NOT NULL, 'isVerified', ${hasVerified('c.identity_id', 'p.e164')}) ORDER BY p.type = 'mobile' DESC, p.position), '[]')
            FROM contact_phones p WHERE p.contact_id = c.id) AS phones,
         ARRAY(SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.type = 'mobile' DESC, p.e164) AS "loginPhones",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password' AND s.state = 'active') AS "hasPassword",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin') AS "hasPin",
         i.last_sign_in_at AS "lastSignInAt", i.last_sign_in_method AS "lastSignInMethod"
    FROM contacts c JOIN customers u ON u.id = c.customer_id LEFT JOIN identities i ON i.id = c.identity_id
   WHERE c.id = $1`;

import { BUDGET_RULES } from '../budgets/budget-rules.js';
import { contactNameSql } from '../customers/login-fates.js';
import { PERSON_OF } from './person-sql.js';
import { PIN_DUE_BEFORE } from './pin-age.js';
import { CAN_BY, listed } from './way-in.js';

/**
 * Condition on a budget row `b`: no further try is let through now (D6). While tries are free, next_at lies in the past;
 * at the cap it is locked without an end. A known device's own budget locks nobody.
 */
export const isLocked = (b: string): string =>
  `(${b}.kind IN ('password', 'pin') AND (${b}.next_at > now() OR ${b}.used >= ${capOf(b)}))`;

/** A scalar sub-select, not EXISTS: that one may be hashed by reading all credentials. */
const capOf = (b: string): string => `
  CASE WHEN ${b}.kind = 'password' THEN ${BUDGET_RULES.password.cap}
       WHEN (SELECT min(s.length) FROM credentials s WHERE s.identity_id = ${b}.identity_id AND s.kind = 'pin') < 6 THEN ${BUDGET_RULES.shortPin.cap}
       ELSE ${BUDGET_RULES.pin.cap} END`;

const CAN = `c.way_in IN (${listed(Object.keys(CAN_BY))})`;
const lockedOut = (isLockedBy: (way: 'password' | 'pin') => string): string =>
  `(${CAN} AND (c.way_in LIKE 'pin%' OR ${isLockedBy('password')}) AND (c.way_in LIKE 'password%' OR ${isLockedBy('pin')}))`;

export const isWayLocked = (way: 'password' | 'pin'): string =>
  `EXISTS (SELECT 1 FROM attempt_budgets b WHERE b.identity_id = c.identity_id AND b.kind = '${way}' AND ${isLocked('b')})`;

/** Contact `c` is locked by every way it has: that is what "locked" means everywhere (ADR 42). */
export const LOCKED_OUT = lockedOut(isWayLocked);

/** Per row: everything a login adds. Each lateral reads a handful of rows by an index. */
const LATERALS = `
  JOIN customers u ON u.id = c.customer_id
  LEFT JOIN identities i ON i.id = c.identity_id
  LEFT JOIN LATERAL (
    SELECT min(coalesce(k.first_used_at, k.set_at)) FILTER (WHERE k.state = 'active') AS since,
           min(k.set_at) AS issued,
           bool_or(k.kind = 'pin' AND k.state = 'pending') AS "pinPending",
           max(k.set_at) FILTER (WHERE k.kind = 'pin' AND k.state = 'active') AS "pinSetAt",
           bool_or(k.kind = 'pin' AND k.sealed IS NOT NULL AND k.readable_until > now()) AS "isReadable",
           max(CASE WHEN k.set_by = 'contact' THEN 'set_by_contact'
                    WHEN k.sealed IS NOT NULL AND k.readable_until > now() THEN 'readable' ELSE 'in_use' END)
             FILTER (WHERE k.kind = 'pin' AND k.state = 'active') AS "activePin",
           max(CASE WHEN k.sealed IS NOT NULL AND k.readable_until > now() THEN 'readable' ELSE 'in_use' END)
             FILTER (WHERE k.kind = 'pin' AND k.state = 'pending') AS "nextPin",
           (json_agg(json_build_object('setAt', k.set_at, 'setBy', k.set_by, 'setByName', k.set_by_name, 'mustChange', k.must_change) ORDER BY k.state)
             FILTER (WHERE k.kind = 'password')) -> 0 AS password
      FROM credentials k WHERE k.identity_id = c.identity_id) s ON true
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT b.kind ORDER BY b.kind) AS ways, max(b.next_at) FILTER (WHERE b.next_at > now()) AS until,
           bool_or(b.used >= ${capOf('b')}) AS capped
      FROM attempt_budgets b WHERE b.identity_id = c.identity_id AND ${CAN} AND (c.way_in LIKE 'both%' OR c.way_in LIKE b.kind || '%') AND ${isLocked('b')} HAVING count(*) > 0) l ON true
  LEFT JOIN LATERAL (SELECT v.created_at, v.expires_at, v.used_at, v.revoked_at FROM invitations v WHERE v.contact_id = c.id ORDER BY v.created_at DESC LIMIT 1) v ON true
  LEFT JOIN LATERAL (
    SELECT n.id, n.state, n.last_error, coalesce(e.at, n.created_at) AS at
      FROM (SELECT id, state, last_error, created_at FROM notifications WHERE contact_id = c.id AND kind IN ('portal-credentials', 'invitation-sms') ORDER BY id DESC LIMIT 1) n
      LEFT JOIN LATERAL (SELECT at FROM notification_events WHERE notification_id = n.id ORDER BY id DESC LIMIT 1) e ON true) n ON true`;

const LOGIN_IDS = `
  CASE WHEN c.identity_id IS NOT NULL THEN
    (SELECT coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value)), '[]'::json)
       FROM (SELECT 'phone' AS kind, p.e164 AS value FROM identity_phones p WHERE p.identity_id = c.identity_id
             UNION ALL SELECT 'email', i.email WHERE i.email IS NOT NULL) x)
  ELSE
    (SELECT coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value)), '[]'::json)
       FROM (SELECT 'phone' AS kind, p.e164 AS value FROM contact_phones p WHERE p.contact_id = c.id AND p.extension IS NULL
             UNION ALL SELECT 'email', c.email WHERE c.email IS NOT NULL) x)
  END`;

const ALSO_AT = `
  (SELECT coalesce(json_agg(json_build_object('contactId', o.id, 'customerId', w.id, 'customerName', w.name) ORDER BY w.name), '[]'::json)
     FROM (SELECT id, customer_id FROM contacts WHERE identity_id = c.identity_id AND id <> c.id LIMIT 20) o JOIN customers w ON w.id = o.customer_id)`;

/** Same phone or e-mail, and not the same login; those at the same customer first. A switchboard's number would match hundreds: five are named. */
const CLASHES = `
  (SELECT coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value, 'contactId', o.id, 'name', ${contactNameSql('o')}, 'customerId', w.id, 'customerName', w.name) ORDER BY w.id <> c.customer_id, w.name), '[]'::json)
     FROM (SELECT * FROM (
             (SELECT 'phone' AS kind, p.e164 AS value, q.contact_id AS id FROM contact_phones p JOIN contact_phones q ON q.e164 = p.e164 AND q.contact_id <> c.id
               WHERE p.contact_id = c.id AND p.extension IS NULL AND q.extension IS NULL LIMIT 20)
             UNION ALL (SELECT 'email', c.email, m.id FROM contacts m WHERE m.email_key = c.email_key AND m.id <> c.id LIMIT 20)) f LIMIT 20) x
     JOIN contacts o ON o.id = x.id AND (${PERSON_OF('o')} IS NULL OR ${PERSON_OF('o')} IS DISTINCT FROM ${PERSON_OF('c')})
     JOIN customers w ON w.id = o.customer_id)`;

/** Two look-ups by key. */
const EMAIL_TROUBLES = `
  (SELECT coalesce(json_agg(json_build_object('address', CASE WHEN t.address_key = c.email_key THEN c.email ELSE i.email END, 'kind', t.kind, 'detail', t.detail,
                                              'at', t.at, 'notificationId', t.notification_id) ORDER BY t.at DESC), '[]'::json)
     FROM address_troubles t WHERE t.address_key IN (c.email_key, i.email_key))`;

/** Numbers of the contact that an SMS was reported lost for. */
const PHONE_TROUBLES = `
  (SELECT coalesce(json_agg(json_build_object('phone', t.address_key, 'detail', t.detail, 'at', t.at, 'notificationId', t.notification_id) ORDER BY t.at DESC), '[]'::json)
     FROM address_troubles t WHERE t.address_key IN (SELECT p.e164 FROM contact_phones p WHERE p.contact_id = c.id))`;

/** With when the person has proven each of them: it counts for the login that proved it. */
const PHONES = `
  (SELECT coalesce(json_agg(json_build_object('e164', p.e164, 'type', p.type, 'extension', p.extension, 'verifiedAt', v.verified_at) ORDER BY p.position), '[]'::json)
     FROM contact_phones p LEFT JOIN verified_phones v ON v.identity_id = c.identity_id AND v.e164 = p.e164 AND p.type = 'mobile' AND p.extension IS NULL
    WHERE p.contact_id = c.id)`;

/** Everything a ContactDto shows but the actions, for rows picked before: \`\${CONTACT_ROW} FROM (picked) c \${CONTACT_JOINS}\`. */
export const CONTACT_ROW = `
  SELECT c.id, json_build_object('id', u.id, 'number', u.number, 'name', u.name, 'status', u.status) AS customer,
         c.first_name AS "firstName", c.last_name AS "lastName", ${contactNameSql('c')} AS name, c.email, ${PHONES} AS phones,
         c.language, c.external_id AS "externalId", c.is_portal_user AS "isPortalUser", c.may_reset_password AS "mayResetPassword", c.reset_mode AS "resetMode", c.sms_carrier_id AS "smsCarrierId", c.status,
         CASE WHEN c.asked_identity_id IS NULL THEN NULL WHEN c.declined_at IS NULL THEN 'waiting' ELSE 'declined' END AS asked,
         CASE WHEN c.invited_by_colleague_at IS NOT NULL THEN (SELECT json_build_object('contactId', b.id, 'name', ${contactNameSql('b')})
            FROM (SELECT) one LEFT JOIN contacts b ON b.id = c.invited_by_contact_id) END AS "invitedBy",
         CASE WHEN ${lockedOut((way) => `'${way}' = ANY (l.ways)`)} THEN 'locked' ELSE c.access END AS access, coalesce(l.ways, '{}') AS "lockedWays",
         CASE WHEN c.access = 'active' THEN s.since END AS "accessSince", c.invitation,
         CASE WHEN c.access <> 'none' THEN coalesce(v.created_at, s.issued) END AS "invitedAt",
         CASE WHEN v.used_at IS NULL AND v.revoked_at IS NULL THEN v.expires_at END AS "invitationExpiresAt",
         CASE WHEN NOT l.capped THEN l.until END AS "lockedUntil", i.last_sign_in_at AS "lastSignInAt", i.last_sign_in_method AS "lastSignInMethod",
         c.identity_id IS NOT NULL AS "hasLogin", ${LOGIN_IDS} AS "loginIds", coalesce(s."activePin", s."nextPin", 'none') AS pin,
         coalesce(s."pinPending", false) AS "pinPending", s."pinSetAt", coalesce(s."pinSetAt" < ${PIN_DUE_BEFORE}, false) AS "isPinDue", coalesce(s."isReadable", false) AS "isReadable",
         s.password,
         n.id AS "deliveryId", n.state AS "deliveryState", n.at AS "deliveryAt", n.last_error AS "deliveryError",
         ${ALSO_AT} AS "alsoAt", ${CLASHES} AS clashes, ${EMAIL_TROUBLES} AS "emailTroubles", ${PHONE_TROUBLES} AS "phoneTroubles", c.created_at AS "createdAt", c.version,
         c.name_key AS "nameKey", c.created_at::text AS "createdText"`;

export const CONTACT_JOINS = LATERALS;

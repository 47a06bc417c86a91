import { isLeftOver } from '../login-ids/left-over.js';
import { PIN_DUE_BEFORE } from '../../contacts/pin-age.js';
import { rotatedPinSql } from '../pins/rotation/rotation-sql.js';
import { RESET_DECIDED } from '../resets/reset-decider.js';
import { oneInvitation } from '../activation/invitation-sql.js';

export const CONTACT = `
  SELECT c.id AS "contactId", c.customer_id AS "customerId", c.identity_id AS "identityId", c.access, c.way_in AS "wayIn", c.invitation,
         c.email, c.email_key AS "emailKey", c.status = 'active' AS "isActive", c.is_portal_user AS "isPortalUser", u.status = 'active' AS "isCustomerActive",
         i.email AS "loginEmail", i.email_key AS "loginEmailKey", coalesce(i.status = 'active', true) AS "isLoginActive",
         ARRAY(SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.type = 'mobile' DESC, p.e164) AS "loginPhones",
         ARRAY(SELECT p.e164 FROM contact_phones p WHERE p.contact_id = c.id AND p.extension IS NULL ORDER BY p.type = 'mobile' DESC, p.position) AS phones,
         EXISTS (SELECT 1 FROM identity_phones p WHERE p.identity_id = i.id AND ${isLeftOver('p')}) AS "hasPhoneLeftOver",
         EXISTS (SELECT 1 FROM contact_phones p WHERE p.contact_id = c.id AND p.type = 'mobile' AND p.extension IS NULL
                    AND NOT EXISTS (SELECT 1 FROM identity_phones l WHERE l.identity_id = i.id AND l.e164 = p.e164)) AS "hasMobileUnknown",
         CASE WHEN c.asked_identity_id IS NOT NULL THEN json_build_object('state', CASE WHEN c.declined_at IS NULL THEN 'waiting' ELSE 'declined' END, 'login',
           (SELECT coalesce(a.email, (SELECT min(p.e164) FROM identity_phones p WHERE p.identity_id = a.id)) FROM identities a WHERE a.id = c.asked_identity_id)) END AS asked,
         i.last_sign_in_at AS "lastSignInAt", i.last_sign_in_method AS "lastSignInMethod", ${RESET_DECIDED} AS "ownReset"
    FROM contacts c JOIN customers u ON u.id = c.customer_id LEFT JOIN identities i ON i.id = c.identity_id
   WHERE c.id = $1`;

export const CREDENTIALS = `
  SELECT kind, state, length, set_by AS "setBy", set_by_name AS "setByName", set_at AS "setAt", must_change AS "mustChange",
         first_used_at AS "firstUsedAt", readable_until AS "readableUntil", coalesce(sealed IS NOT NULL AND readable_until > now(), false) AS "isReadable",
         coalesce(kind = 'pin' AND state = 'active' AND set_at < ${PIN_DUE_BEFORE}, false) AS "isDue",
         rotation_id AS "rotationId", takes_over_at AS "takesOverAt", ${rotatedPinSql('s.id')} AS rotated
    FROM credentials s WHERE identity_id = $1`;

export const INVITATIONS = `
  SELECT v.id, v.contact_id AS "contactId", u.name AS "customerName", v.way, v.sent_to AS "sentTo", v.created_by_name AS "createdByName",
         v.created_at AS "createdAt", v.expires_at AS "expiresAt", v.opened_at AS "openedAt", v.used_at AS "usedAt", v.revoked_at AS "revokedAt",
         (SELECT min(w.created_at) FROM invitations w WHERE w.contact_id = v.contact_id AND w.created_at > v.created_at
             AND v.used_at IS NULL AND w.created_at <= v.expires_at AND (v.revoked_at IS NULL OR w.created_at <= v.revoked_at)) AS "replacedAt",
         ${oneInvitation({ invitation: 'v', identity: 'i', message: 'n' })} AS state
    FROM invitations v JOIN identities i ON i.id = v.identity_id LEFT JOIN notifications n ON n.id = v.id JOIN contacts c ON c.id = v.contact_id JOIN customers u ON u.id = c.customer_id
   WHERE v.identity_id = $1 ORDER BY v.created_at DESC, v.id DESC LIMIT 20`;

export const SESSIONS = `
  SELECT count(*)::int AS count, max(last_seen_at) AS "lastSeenAt" FROM sessions
   WHERE identity_id = $1 AND kind = 'contact' AND expires_at > now() AND idle_expires_at > now()`;

export const COMPANIES = `
  SELECT c.id AS "contactId", c.customer_id AS "customerId", u.name, u.number, c.status = 'active' AND c.is_portal_user AND u.status = 'active' AS "isOpen"
    FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.identity_id = $1 ORDER BY u.name_key, c.id LIMIT 100`;

export const DELIVERIES = `
  SELECT n.id, n.kind, n.to_address AS to, n.subject, n.data, k.number::text AS "caseNumber", k.subject AS "caseSubject", u.name AS "customerName", n.state, n.created_by_name AS "createdByName", n.created_at AS "createdAt",
         coalesce((SELECT json_agg(json_build_object('at', e.at, 'event', e.event, 'detail', e.detail) ORDER BY e.id) FROM notification_events e WHERE e.notification_id = n.id), '[]') AS events
    FROM notifications n LEFT JOIN cases k ON k.id = n.case_id LEFT JOIN customers u ON u.id = n.customer_id
   WHERE n.contact_id = $1 ORDER BY n.id DESC LIMIT 20`;

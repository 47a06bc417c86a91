import { CAN_BY, listed } from '../../contacts/way-in.js';
import { oneInvitation } from '../activation/invitation-sql.js';
import { MAY_RESET } from '../resets/reset-decider.js';

/** Of contact `c` with login `i`: what the two rules below need. The newest invitation of the login decides, whichever company sent it. */
export const WAY_IN_FACTS = `
  EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password' AND s.state = 'active') AS password,
  EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin') AS pin,
  EXISTS (SELECT 1 FROM identity_phones p WHERE p.identity_id = i.id) AS login_phone,
  EXISTS (SELECT 1 FROM contact_phones p WHERE p.contact_id = c.id AND p.extension IS NULL) AS own_phone,
  (SELECT ${oneInvitation({ invitation: 'v', identity: 'i', message: 'n' })} FROM invitations v LEFT JOIN notifications n ON n.id = v.id
    WHERE v.identity_id = i.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1) AS newest`;

const byPassword = `(has.password AND i.email IS NOT NULL)`;
const byPin = `(has.pin AND has.login_phone)`;

/** What the access check says first, in the order of its conditions (access-check/answer.ts); a test holds the two together. */
export const WAY_IN = `
  CASE WHEN u.status <> 'active' THEN 'customer_inactive'
       WHEN c.status <> 'active' THEN 'contact_inactive'
       WHEN NOT c.is_portal_user THEN 'not_portal_user'
       WHEN c.asked_identity_id IS NOT NULL THEN CASE WHEN c.declined_at IS NULL THEN 'not_accepted' ELSE 'declined' END
       WHEN i.status <> 'active' THEN 'login_disabled'
       WHEN c.email IS NULL AND NOT has.own_phone AND i.email IS NULL AND NOT has.login_phone THEN 'no_login_id'
       WHEN NOT (has.password OR has.pin) THEN CASE coalesce(has.newest, 'none')
            WHEN 'none' THEN 'never_invited' WHEN 'accepted' THEN 'invitation_used' WHEN 'expired' THEN 'invitation_expired'
            WHEN 'revoked' THEN 'invitation_revoked' WHEN 'bounced' THEN 'invitation_undelivered' ELSE 'waiting' END
       WHEN NOT (${byPassword} OR ${byPin}) THEN CASE WHEN has.password THEN 'password_without_email' ELSE 'pin_without_phone' END
       ELSE concat(CASE WHEN ${byPassword} AND ${byPin} THEN 'both' WHEN ${byPin} THEN 'pin' ELSE 'password' END,
                   CASE WHEN NOT has.signed_in THEN '_unused' END) END`;

/** After WAY_IN, as `w`. */
export const RESET_READY = `
  CASE WHEN w.way_in NOT IN (${listed(Object.keys(CAN_BY))}) THEN 'none'
       WHEN NOT has.password THEN 'no_password'
       WHEN c.email_key IS NULL OR i.email_key IS NULL THEN 'no_address'
       WHEN c.email_key <> i.email_key THEN 'email_differs'
       WHEN NOT c.may_reset_password AND NOT ${MAY_RESET} THEN 'not_allowed' ELSE 'ready' END`;

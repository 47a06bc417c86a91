import { WAITS_FOR_LOGIN } from '../joining/joining-sql.js';

/** Of the message that carries the link or the temporary password. */
export const RESET_KIND = 'password-reset';
/** Of the SMS beside it: one secret, two ways to it. */
export const RESET_SMS_KIND = 'password-reset-sms';

/** Hours a link works; a mailed temporary password lasts longer, because it has to be typed somewhere (D3). */
export const LINK_HOURS = 1;
export const TEMPORARY_HOURS = 24;
/** Whatever an SMS carries: a phone lies about, and SMS is the weaker way (D3). */
export const SMS_MINUTES = 10;

/** What was not delivered cannot be used: the message's own state says so, and there is nothing to undo (D3, INV-3). */
const LOST = `('refused', 'failed', 'expired', 'cancelled', 'bounced')`;

/** What went out by e-mail works now. */
export const BY_MAIL = `(r.expires_at > now() AND NOT EXISTS (SELECT 1 FROM notifications n WHERE n.id = r.id AND n.state IN ${LOST}))`;

/** What went out by SMS works now: in its minutes, delivered as far as anybody knows, to a number that is still on file (S2.21). */
export const BY_SMS = `coalesce(r.sms_expires_at > now() AND EXISTS (SELECT 1 FROM notifications m WHERE m.id = r.sms_id AND m.state NOT IN ${LOST}
       AND EXISTS (SELECT 1 FROM contact_phones p JOIN contacts c ON c.id = p.contact_id WHERE c.identity_id = i.id AND p.e164 = m.to_address)), false)`;

/**
 * The address of login `i` is still that of one of its contacts. Where staff wrote down another one, the old mailbox may be a stranger's:
 * the person goes on signing in with it, but nothing is sent there (S2.21, INV-5).
 */
export const ON_FILE = `EXISTS (SELECT 1 FROM contacts f WHERE f.identity_id = i.id AND f.email_key = i.email_key)`;

/** New passwords on request are allowed at all (S2.6). */
const IS_ENABLED = `coalesce((SELECT (data -> 'passwordReset' ->> 'enabled')::boolean FROM settings WHERE id = 1), true)`;

/** A reset `r` of identity `i` whose link or temporary password works now. */
export const IS_OPEN = `r.outcome = 'sent' AND r.used_at IS NULL AND r.ended_by IS NULL AND ${IS_ENABLED}
     AND r.credential_version = i.credential_version AND ${ON_FILE} AND (${BY_MAIL} OR ${BY_SMS})`;

/** Somewhere the person may get in, or may accept a company once they are in (ADR 27). */
const HAS_COMPANY = `i.status = 'active' AND (${WAITS_FOR_LOGIN} OR EXISTS (SELECT 1 FROM contacts c JOIN customers u ON u.id = c.customer_id
     WHERE c.identity_id = i.id AND c.status = 'active' AND c.is_portal_user AND u.status = 'active'))`;

export interface OpenReset {
  id: string;
  mode: 'link' | 'temporary';
  version: number;
  /** Which of the two messages still works; each holds a link or password of its own. */
  byMail: boolean;
  bySms: boolean;
}

/** Of identity `i`, as JSON of OpenReset; null without one. At most one is open: a newer one ends the older. */
export const OPEN_RESET = `(SELECT json_build_object('id', r.id, 'mode', r.mode, 'version', r.credential_version, 'byMail', ${BY_MAIL}, 'bySms', ${BY_SMS})
     FROM password_resets r WHERE r.identity_id = i.id AND ${IS_OPEN} LIMIT 1)`;

export const LINK_WORKS = `((r.token_hash = $1 AND ${BY_MAIL}) OR (r.sms_token_hash = $1 AND ${BY_SMS})) AND r.mode = 'link' AND i.id = r.identity_id AND ${IS_OPEN} AND ${HAS_COMPANY}`;

/**
 * What staff read in the log of a reset `r` with its e-mail `n`, its SMS `m` and login `i`: why nothing was sent, or how far it came.
 */
export const RESET_STATE = `CASE WHEN r.outcome <> 'sent' THEN r.outcome
     WHEN r.used_at IS NOT NULL THEN 'used'
     WHEN r.ended_by IS NOT NULL THEN r.ended_by
     WHEN n.state IN ('refused', 'failed', 'cancelled', 'bounced') AND coalesce(m.state IN ${LOST}, true) THEN 'undelivered'
     WHEN r.credential_version <> i.credential_version OR NOT ${ON_FILE} THEN 'changed'
     WHEN NOT (${BY_MAIL} OR ${BY_SMS}) THEN 'expired'
     WHEN EXISTS (SELECT 1 FROM notification_events e WHERE e.notification_id IN (n.id, m.id) AND e.event = 'delivered') THEN 'delivered'
     WHEN n.state = 'accepted' OR m.state = 'accepted' THEN 'accepted' ELSE 'sending' END`;

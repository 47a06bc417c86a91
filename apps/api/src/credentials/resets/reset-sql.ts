/** Of the message that carries the link or the temporary password. */
export const RESET_KIND = 'password-reset';

/** Hours a link works; a mailed temporary password lasts longer, because it has to be typed somewhere (D3). */
export const LINK_HOURS = 1;
export const TEMPORARY_HOURS = 24;

/** What was not delivered cannot be used: the message's own state says so, and there is nothing to undo (D3, INV-3). */
const NOT_DELIVERED = `EXISTS (SELECT 1 FROM notifications n WHERE n.id = r.id AND n.state IN ('refused', 'failed', 'expired', 'cancelled', 'bounced'))`;

/**
 * The address of login `i` is still that of one of its contacts. Where staff wrote down another one, the old mailbox may be a stranger's:
 * the person goes on signing in with it, but nothing is sent there (S2.21, INV-5).
 */
export const ON_FILE = `EXISTS (SELECT 1 FROM contacts f WHERE f.identity_id = i.id AND f.email_key = i.email_key)`;

/** A reset `r` of identity `i` whose link or temporary password works now. */
export const IS_OPEN = `r.outcome = 'sent' AND r.used_at IS NULL AND r.ended_by IS NULL AND r.expires_at > now()
     AND r.credential_version = i.credential_version AND ${ON_FILE} AND NOT ${NOT_DELIVERED}`;

/** Somewhere the person may get in. */
const HAS_COMPANY = `i.status = 'active' AND EXISTS (SELECT 1 FROM contacts c JOIN customers u ON u.id = c.customer_id
     WHERE c.identity_id = i.id AND c.status = 'active' AND c.is_portal_user AND u.status = 'active')`;

export interface OpenReset {
  id: string;
  mode: 'link' | 'temporary';
  version: number;
}

/** Of identity `i`, as JSON of OpenReset; null without one. At most one is open: a newer one ends the older. */
export const OPEN_RESET = `(SELECT json_build_object('id', r.id, 'mode', r.mode, 'version', r.credential_version)
     FROM password_resets r WHERE r.identity_id = i.id AND ${IS_OPEN} LIMIT 1)`;

export const LINK_WORKS = `r.token_hash = $1 AND r.mode = 'link' AND i.id = r.identity_id AND ${IS_OPEN} AND ${HAS_COMPANY}`;

/**
 * What staff read in the log of a reset `r` with its message `n` and login `i`: why nothing was sent, or how far it came.
 */
export const RESET_STATE = `CASE WHEN r.outcome <> 'sent' THEN r.outcome
     WHEN r.used_at IS NOT NULL THEN 'used'
     WHEN r.ended_by IS NOT NULL THEN r.ended_by
     WHEN n.state IN ('refused', 'failed', 'cancelled', 'bounced') THEN 'undelivered'
     WHEN r.credential_version <> i.credential_version OR NOT ${ON_FILE} THEN 'changed'
     WHEN r.expires_at <= now() OR n.state = 'expired' THEN 'expired'
     WHEN n.state = 'accepted' THEN 'delivered' ELSE 'sending' END`;

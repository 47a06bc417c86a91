/** An invitation `v` works while it is neither used nor revoked nor expired, no secret changed since, and the person may still get in there. */
export const OPEN_INVITATION = `v.used_at IS NULL AND v.revoked_at IS NULL AND v.expires_at > now()
     AND i.id = v.identity_id AND i.credential_version = v.credential_version AND i.status = 'active'
     AND c.id = v.contact_id AND c.identity_id = i.id AND c.status = 'active' AND c.is_portal_user AND u.id = c.customer_id AND u.status = 'active'`;

const WORKS = `v.token_hash = $1 AND ${OPEN_INVITATION}`;

export interface OpenLink {
  identityId: string;
  contactId: string;
  email: string | null;
  company: string;
  customer: string;
  inviter: string | null;
  name: string | null;
  loginIds: string[];
  hasPassword: boolean;
  hasPin: boolean;
  expiresAt: Date;
}

export const OPEN_LINK = `
  SELECT i.id AS "identityId", c.id AS "contactId", i.email, coalesce((SELECT data -> 'company' ->> 'name' FROM settings WHERE id = 1), 'Latchkey') AS company,
         u.name AS customer, v.created_by_name AS inviter, nullif(concat_ws(' ', c.first_name, c.last_name), '') AS name,
         array_remove(ARRAY[i.email] || ARRAY(SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.type = 'mobile' DESC, p.e164), NULL) AS "loginIds",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password') AS "hasPassword",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin') AS "hasPin", v.expires_at AS "expiresAt"
    FROM invitations v, identities i, contacts c, customers u WHERE ${WORKS}`;

/** Somebody with a phone number and no PIN yet. */
export const mayHavePin = ({ loginIds, hasPin }: Pick<OpenLink, 'loginIds' | 'hasPin'>): boolean =>
  !hasPin && loginIds.some((id) => !id.includes('@'));

export interface UsedLink {
  id: string;
  identityId: string;
  contactId: string;
  customerId: string;
}

const ABOUT = `v.id, i.id AS "identityId", c.id AS "contactId", u.id AS "customerId"`;

export const CONSUME = `
  UPDATE invitations v SET used_at = now(), opened_at = coalesce(v.opened_at, now()) FROM identities i, contacts c, customers u WHERE ${WORKS}
  RETURNING ${ABOUT}`;

/** No row when it does not work, or was opened before. */
export const NOTE_OPENED = `
  UPDATE invitations v SET opened_at = now() FROM identities i, contacts c, customers u WHERE ${WORKS} AND v.opened_at IS NULL
  RETURNING ${ABOUT}`;

export interface DeadLink {
  id: string;
  contactId: string;
  identityId: string;
  isUsed: boolean;
  isRevoked: boolean;
  isExpired: boolean;
  /** When the newest one after it was made. */
  newerAt: Date | null;
}

/** Only for whoever holds the token: it was sent to that person once. */
export const DEAD_LINK = `
  SELECT v.id, v.contact_id AS "contactId", v.identity_id AS "identityId", v.used_at IS NOT NULL AS "isUsed", v.revoked_at IS NOT NULL AS "isRevoked", v.expires_at <= now() AS "isExpired",
         (SELECT max(w.created_at) FROM invitations w WHERE w.contact_id = v.contact_id AND w.created_at > v.created_at) AS "newerAt"
    FROM invitations v WHERE v.token_hash = $1`;

export interface PendingEmail {
  id: string;
  email: string;
  emailKey: string;
}

/** Condition: change `e` may still be confirmed for login `i`. A new password, PIN or login id has ended it (REC-16). */
export const IS_PENDING = `i.id = e.identity_id AND e.credential_version = i.credential_version AND e.expires_at > now()`;

export const PENDING_EMAIL = `e.id, e.email, e.email_key AS "emailKey"`;

export const pendingEmail = (which: string): string =>
  `SELECT ${PENDING_EMAIL} FROM email_changes e JOIN identities i ON ${IS_PENDING} WHERE ${which}`;

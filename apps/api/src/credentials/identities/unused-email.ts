import { type Db, rows } from '../../db/sql.js';

/** Condition on login `i`: nobody has used it yet, and it is that of contact `c` alone. */
export const IS_UNUSED = `i.last_sign_in_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password')
     AND NOT EXISTS (SELECT 1 FROM contacts o WHERE o.identity_id = i.id AND o.id <> c.id)`;

const LET_GO = `
  UPDATE identities i SET email = NULL, email_key = NULL FROM contacts c
   WHERE c.id = $1 AND i.id = c.identity_id AND i.email_key = $2 AND ${IS_UNUSED} RETURNING i.id`;

/**
 * A login that nobody has used yet bears the address it was made with: it lets go of the wrong one ($2), and takes the right one with
 * `IdentitiesService.ensure`. One that is in use keeps its own (INV-1): only the person changes it. True when it let go.
 */
export const letGoOfEmail = async (tx: Db, contactId: string, emailKey: string | null): Promise<boolean> =>
  (await rows(tx, LET_GO, [contactId, emailKey])).length > 0;

import type { Looking } from '../../access-checks/looking.js';
import { first } from '../../db/sql.js';
import { IS_UNUSED } from '../identities/unused-email.js';

/** Mail to the address that the person signs in with came back, and staff wrote down another one. */
export async function loginEmailBounced({ db, subject: { emailKey, loginEmailKey } }: Looking): Promise<boolean> {
  if (!loginEmailKey || emailKey === loginEmailKey) return false;
  const trouble = await first(db, `SELECT 1 FROM address_troubles WHERE address_key = $1 AND kind = 'bounced'`, [
    loginEmailKey,
  ]);
  return trouble !== undefined;
}

/** Nobody has signed in with it, and it is this contact's alone: it can take the address on file. */
export async function isUnused({ db, subject }: Looking): Promise<boolean> {
  const found = await first(
    db,
    `SELECT 1 FROM contacts c JOIN identities i ON i.id = c.identity_id WHERE c.id = $1 AND ${IS_UNUSED}`,
    [subject.contactId],
  );
  return found !== undefined;
}

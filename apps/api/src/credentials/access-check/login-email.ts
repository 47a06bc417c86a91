import type { Looking } from '../../access-checks/looking.js';
import { first } from '../../db/sql.js';

/** Mail to the address that the person signs in with came back, and staff wrote down another one. */
export async function loginEmailBounced({ db, subject: { emailKey, loginEmailKey } }: Looking): Promise<boolean> {
  if (!loginEmailKey || emailKey === loginEmailKey) return false;
  const trouble = await first(db, `SELECT 1 FROM address_troubles WHERE address_key = $1 AND kind = 'bounced'`, [
    loginEmailKey,
  ]);
  return trouble !== undefined;
}

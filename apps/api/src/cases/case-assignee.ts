import { type Db, first } from '../db/sql.js';
import { fieldError } from '../http/app-error.js';

/** The name of an active staff member. Throws 422 for anybody else. */
export async function assigneeName(tx: Db, id: string): Promise<string> {
  const found = await first<{ name: string }>(
    tx,
    `SELECT name FROM staff_members WHERE id = $1 AND status = 'active'`,
    [id],
  );
  if (!found) throw fieldError('/assigneeId', 'request.invalid_body', 'Not an active staff member');
  return found.name;
}

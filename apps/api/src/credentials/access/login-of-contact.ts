import { type Db, first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';

export interface LoginOfContact {
  contactId: string;
  customerId: string;
  identityId: string;
}

/** Throws row.not_found, or credential.none when the contact has no login. */
export async function loginOfContact(db: Db, contactId: string): Promise<LoginOfContact> {
  const contact = await first<Omit<LoginOfContact, 'identityId'> & { identityId: string | null }>(
    db,
    `SELECT id AS "contactId", customer_id AS "customerId", identity_id AS "identityId" FROM contacts WHERE id = $1`,
    [contactId],
  );
  if (!contact) throw new AppError('row.not_found');
  if (!contact.identityId) throw new AppError('credential.none');
  return { ...contact, identityId: contact.identityId };
}

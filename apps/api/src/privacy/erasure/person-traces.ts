import type { EntityManager } from 'typeorm';
import { contactNameSql } from '../../customers/login-fates.js';
import { first, rows } from '../../db/sql.js';

/** Everything by which an erased person is found in what stays. */
export interface Person {
  contactId: string;
  customerId: string;
  identityId: string | null;
  /** The login ends with this contact: its address then belongs to nobody here. */
  endsLogin: boolean;
  name: string | null;
  /** Lower case; e-mail addresses of the contact and of a login that ends. */
  emails: string[];
  phones: string[];
  /** Cases they reported, messages they wrote, follow links of theirs. */
  caseIds: string[];
  messageIds: string[];
  followIds: string[];
}

type Row = Omit<Person, 'caseIds' | 'messageIds' | 'followIds'>;

const PERSON = `
  SELECT c.id AS "contactId", c.customer_id AS "customerId", c.identity_id AS "identityId", ${contactNameSql('c')} AS name,
         c.identity_id IS NOT NULL AND NOT o.is_elsewhere AS "endsLogin",
         array_remove(ARRAY[lower(c.email), c.email_key, CASE WHEN NOT o.is_elsewhere THEN i.email_key END], NULL) AS emails,
         ARRAY(SELECT e164 FROM contact_phones WHERE contact_id = c.id
               UNION SELECT e164 FROM identity_phones WHERE identity_id = c.identity_id AND NOT o.is_elsewhere) AS phones
    FROM contacts c LEFT JOIN identities i ON i.id = c.identity_id
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM contacts x WHERE x.identity_id = c.identity_id AND x.id <> c.id) AS is_elsewhere) o
   WHERE c.id = $1 FOR UPDATE OF c`;

/** Reads, and locks, whom the contact is; undefined when there is none. Before the contact goes: afterwards nothing leads to the person. */
export async function personOf(tx: EntityManager, contactId: string): Promise<Person | undefined> {
  const row = await first<Row>(tx, PERSON, [contactId]);
  if (!row) return undefined;
  const ids = async (sql: string, values: unknown[]) =>
    (await rows<{ id: string }>(tx, sql, values)).map(({ id }) => id);
  const followIds = await ids(
    `SELECT f.id FROM case_follows f JOIN cases k ON k.id = f.case_id WHERE lower(f.email) = ANY ($1) AND k.customer_id = $2`,
    [row.emails, row.customerId],
  );
  // A visitor who left this address is this person as well.
  const caseIds = await ids(
    `SELECT id FROM cases WHERE contact_id = $1 UNION
     SELECT id FROM cases WHERE customer_id = $2 AND lower(reporter_email) = ANY ($3) UNION
     SELECT case_id FROM case_follows WHERE id = ANY ($4) AND is_reporter`,
    [contactId, row.customerId, row.emails, followIds],
  );
  const messageIds = await ids(
    `SELECT id FROM case_messages WHERE contact_id = $1 UNION SELECT id FROM case_messages WHERE follow_id = ANY ($2) UNION
     SELECT id FROM case_messages WHERE case_id = ANY ($3) AND author_kind = 'visitor' AND follow_id IS NULL`,
    [contactId, followIds, caseIds],
  );
  return { ...row, caseIds, messageIds, followIds };
}

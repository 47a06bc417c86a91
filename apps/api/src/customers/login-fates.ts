import { type Db, rows } from '../db/sql.js';
import type { LoginFate } from './customer.dto.js';

/** SELECT expression: how contact `c` is called. */
export const contactNameSql = (c: string): string =>
  `coalesce(nullif(concat_ws(' ', ${c}.first_name, ${c}.last_name), ''), ${c}.email,
            (SELECT p.e164 FROM contact_phones p WHERE p.contact_id = ${c}.id ORDER BY p.position LIMIT 1))`;

/** Another contact `o` of login `i`; a person is at a customer once, so it is at another one. */
export const ELSEWHERE = 'o.identity_id = i.id AND o.customer_id <> c.customer_id';

/**
 * What becomes of the logins of some contacts when these contacts go: the companies that would be left, and whether there is a secret to lose.
 * `where` limits the contacts (alias c) and logins (alias i) by $1. At most 101.
 */
export function loginFates(db: Db, where: string, id: string): Promise<LoginFate[]> {
  return rows<LoginFate>(
    db,
    `SELECT c.id AS "contactId", ${contactNameSql('c')} AS name,
            array_remove(array(SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.e164) || i.email, NULL) AS "loginIds",
            EXISTS (SELECT 1 FROM credentials k WHERE k.identity_id = i.id) AS "hasSecret",
            (SELECT coalesce(json_agg(json_build_object('customerId', u.id, 'customerName', u.name) ORDER BY u.name), '[]'::json)
               FROM contacts o JOIN customers u ON u.id = o.customer_id WHERE ${ELSEWHERE}) AS "alsoAt"
       FROM contacts c JOIN identities i ON i.id = c.identity_id
      WHERE ${where} ORDER BY c.name_key, c.id LIMIT 101`,
    [id],
  );
}

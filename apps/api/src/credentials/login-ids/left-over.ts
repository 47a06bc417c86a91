import { type Db, rows } from '../../db/sql.js';

export interface LeftOver {
  phone: string;
  /** The login has another way in: a password with its e-mail, or a PIN with another number. */
  hasOtherWay: boolean;
}

const hasSecret = (kind: 'password' | 'pin'): string =>
  `EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = '${kind}')`;

/** Condition: the number `p` of a login is on file with none of its contacts. One with an extension is for calling only. */
export const isLeftOver = (p: string): string => `NOT EXISTS (
    SELECT 1 FROM contacts h JOIN contact_phones f ON f.contact_id = h.id
     WHERE h.identity_id = ${p}.identity_id AND f.e164 = ${p}.e164 AND f.extension IS NULL)`;

const LEFT_OVER = `
  SELECT p.e164 AS phone,
         (i.email IS NOT NULL AND ${hasSecret('password')})
         OR (${hasSecret('pin')} AND EXISTS (SELECT 1 FROM identity_phones o WHERE o.identity_id = i.id AND o.e164 <> p.e164)) AS "hasOtherWay"
    FROM identities i JOIN identity_phones p ON p.identity_id = i.id
   WHERE i.id = $1 AND ${isLeftOver('p')}
   ORDER BY p.e164`;

export const leftOverPhones = (db: Db, identityId: string): Promise<LeftOver[]> =>
  rows<LeftOver>(db, LEFT_OVER, [identityId]);

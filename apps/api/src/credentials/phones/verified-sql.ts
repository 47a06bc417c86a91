import { type Db, rows } from '../../db/sql.js';

/** Condition: login `identity` has proven to hold `number` (D9). */
export const hasVerified = (identity: string, number: string): string =>
  `EXISTS (SELECT 1 FROM verified_phones v WHERE v.identity_id = ${identity} AND v.e164 = ${number})`;

/** Condition: that `other` has the number too takes it from login `mine`. Who alone has proven it wins. */
export const isSharedWith = (other: string, mine: string, number: string): string =>
  `NOT (${hasVerified(mine, number)} AND NOT ${hasVerified(other, number)})`;

/** Condition: the settings let SMS go to proven numbers only (ASVS 6.6.1). */
export const IS_VERIFIED_ONLY = `coalesce((SELECT (data -> 'sms' ->> 'verifiedOnly')::boolean FROM settings WHERE id = 1), false)`;

/** Condition: an SMS may go to `number` of login `identity` as far as proving it is concerned. */
export const isVerifiedEnough = (identity: string, number: string): string =>
  `(NOT ${IS_VERIFIED_ONLY} OR ${hasVerified(identity, number)})`;

const DROP = (table: string): string => `
  DELETE FROM ${table} v WHERE v.identity_id = ANY ($1) AND NOT EXISTS (
     SELECT 1 FROM contacts c JOIN contact_phones p ON p.contact_id = c.id
      WHERE c.identity_id = v.identity_id AND p.e164 = v.e164 AND p.type = 'mobile' AND p.extension IS NULL) RETURNING v.identity_id AS "identityId", v.e164 AS phone`;

export interface DroppedPhone {
  identityId: string;
  phone: string;
}

/** A number that is not on file any more is proven no more, even if it comes back. Answers those that were proven. */
export async function dropChangedPhones(tx: Db, identityIds: readonly string[]): Promise<DroppedPhone[]> {
  await rows(tx, DROP('phone_codes'), [identityIds]);
  return rows<DroppedPhone>(tx, DROP('verified_phones'), [identityIds]);
}

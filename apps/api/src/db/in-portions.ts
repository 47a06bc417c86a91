import { type Db, rows } from './sql.js';

const PORTION = 1_000;

/**
 * Deletes what fits `where` a portion at a time, so that no statement runs long, however much has gathered. What somebody else holds at
 * the moment is left for the next time. Table and condition are written in code, never taken from outside.
 */
export const deleteInPortions = (db: Db, table: string, where: string): Promise<number> =>
  inPortions(db, `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(${some(table, where)})) RETURNING 1`);

/** The same for an UPDATE; the rows must not fit `where` afterwards. */
export const updateInPortions = (
  db: Db,
  table: string,
  { set, where }: { set: string; where: string },
): Promise<number> =>
  inPortions(db, `UPDATE ${table} SET ${set} WHERE ctid = ANY (ARRAY(${some(table, where)})) RETURNING 1`);

const some = (table: string, where: string): string =>
  `SELECT ctid FROM ${table} WHERE ${where} LIMIT ${PORTION} FOR UPDATE SKIP LOCKED`;

async function inPortions(db: Db, statement: string): Promise<number> {
  for (let total = 0; ;) {
    const done = (await rows(db, statement)).length;
    total += done;
    if (done < PORTION) return total;
  }
}

import { type Db, rows } from '../db/sql.js';
import type { Phone } from '../text/phone.js';

/** A SELECT expression: the phones of row `owner` in their order, as JSON. */
export const phonesOf = (table: 'contact' | 'customer', owner: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('e164', p.e164, 'type', p.type, 'extension', p.extension) ORDER BY p.position), '[]'::json)
      FROM ${table}_phones p WHERE p.${table}_id = ${owner})`;

/** Replaces the phones of many rows in two statements. */
export async function replacePhones(
  tx: Db,
  table: 'contact' | 'customer',
  phones: ReadonlyMap<string, readonly Phone[]>,
): Promise<void> {
  if (phones.size === 0) return;
  await rows(tx, `DELETE FROM ${table}_phones WHERE ${table}_id = ANY ($1) RETURNING 1`, [[...phones.keys()]]);
  await insertPhones(tx, table, phones);
}

export async function insertPhones(
  tx: Db,
  table: 'contact' | 'customer',
  phones: ReadonlyMap<string, readonly Phone[]>,
): Promise<void> {
  const records = [...phones].flatMap(([owner, list]) =>
    list.map((phone, position) => ({ owner, position, ...phone })),
  );
  if (records.length === 0) return;
  await rows(
    tx,
    `INSERT INTO ${table}_phones (${table}_id, position, e164, type, extension)
     SELECT x.owner, x.position, x.e164, x.type, x.extension
       FROM jsonb_to_recordset($1::jsonb) AS x(owner uuid, position smallint, e164 text, type text, extension text)`,
    [JSON.stringify(records)],
  );
}

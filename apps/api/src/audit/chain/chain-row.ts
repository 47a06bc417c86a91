import type { Keys } from '../../config/keys.js';
import { type Db, first, rows } from '../../db/sql.js';

/** The two ends of the chain. */
export interface Ends {
  startPosition: number;
  startHash: string;
  headPosition: number;
  headHash: string;
}

export interface ChainRow extends Ends {
  mac: string;
  sealedThrough: string | null;
  olderThrough: string | null;
}

export const NO_ID = '00000000-0000-0000-0000-000000000000';

const COLUMNS = `start_position AS "startPosition", start_hash AS "startHash", head_position AS "headPosition", head_hash AS "headHash", mac,
  sealed_through AS "sealedThrough", older_through AS "olderThrough"`;

export async function readChain(db: Db, lock: '' | 'FOR UPDATE' = ''): Promise<ChainRow> {
  const row = await first<ChainRow>(db, `SELECT ${COLUMNS} FROM audit_chain WHERE id = 1 ${lock}`);
  if (!row) throw new Error('audit_chain has no row');
  return row;
}

/** Over both ends: nobody without the key moves the start or takes lines from the end. */
export const endsMac = (keys: Keys, { startPosition, startHash, headPosition, headHash }: Ends): string =>
  keys.mac('audit', 'ends', String(startPosition), startHash, String(headPosition), headHash);

export async function writeEnds(tx: Db, keys: Keys, ends: Ends): Promise<void> {
  await rows(
    tx,
    `UPDATE audit_chain SET start_position = $1, start_hash = $2, head_position = $3, head_hash = $4, mac = $5 WHERE id = 1`,
    [ends.startPosition, ends.startHash, ends.headPosition, ends.headHash, endsMac(keys, ends)],
  );
}

/** `at` in seconds as the database writes it: milliseconds of JavaScript would cut it. */
export const AT_TEXT = `extract(epoch FROM e.at)::text AS "atText"`;

export const sealHash = (keys: Keys, before: string, line: { id: string; mac: string; atText: string }): string =>
  keys.mac('audit', 'seal', before, line.id, line.mac, line.atText);

/** The smallest UUIDv7 of a moment: ids order as their times do. */
export function idAtTime(time: number): string {
  const hex = time.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

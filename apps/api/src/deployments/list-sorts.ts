import { AppError } from '../http/app-error.js';
import { readCursor } from '../http/paging.js';

type Add = (value: unknown) => string;

export interface Sort {
  order: string;
  /** The value it sorts by, as text that reads back exactly. */
  value: string;
  type: 'text' | 'timestamptz';
  direction: '<' | '>';
}

const byName = (row: string): Sort => ({
  order: `${row}.name_key, ${row}.id`,
  value: `${row}.name_key`,
  type: 'text',
  direction: '>',
});

const newestBy = (row: string, column: string, id: string): Sort => ({
  order: `${row}.${column} DESC, ${row}.${id} DESC`,
  value: `${row}.${column}`,
  type: 'timestamptz',
  direction: '<',
});

/** What both lists can be sorted by. */
export const sortsOf = (row: string) => ({ name: byName(row), newest: newestBy(row, 'created_at', 'id') });

/** Lists along the labels: of devices whose label nobody scanned yet, and of those that are in use. */
export const LABEL_SORTS = {
  never_scanned: newestBy('l', 'created_at', 'id'),
  live: newestBy('l', 'last_scan_at', 'id'),
} as const;

/** Rows after the cursor of this sort. Throws request.invalid_parameters for a cursor of another one. */
export function afterCursor(cursor: string, { sort, name, add }: { sort: Sort; name: string; add: Add }): string {
  const [of, value, id] = readCursor(cursor, 3);
  if (of !== name || typeof value !== 'string' || typeof id !== 'string')
    throw new AppError('request.invalid_parameters');
  const row = sort.value.split('.')[0];
  return `(${sort.value}, ${row}.id) ${sort.direction} (${add(value)}::${sort.type}, ${add(id)}::uuid)`;
}

import { emailKey } from '../../text/email.js';
import { parsePhone } from '../../text/phone.js';
import type { Sought } from '../../credentials/access-runs/access-run-matches.js';
import { guessMapping, type ImportField } from '../imports/import-fields.js';

type By = keyof Sought;

/** Where each of them stands in a line. Several columns of phones are possible. */
export interface EntryColumns {
  columns: readonly { index: number; by: By }[];
  /** The first line is no header: it says whom it is about already. */
  isBare: boolean;
}

const BY_FIELD: Partial<Record<ImportField, By>> = {
  external_id: 'externalId',
  email: 'email',
  mobile: 'phone',
  phone: 'phone',
  office_phone: 'phone',
  customer_number: 'customer',
};

const NAMES: ReadonlySet<By> = new Set(['externalId', 'email', 'phone']);

const kindOf = (cell: string, country: string): By | undefined => {
  if (emailKey(cell)) return 'email';
  return parsePhone(cell, country) ? 'phone' : undefined;
};

/** By the words of the header, or, for a plain list without one, by what its first line looks like. Undefined when neither says anything. */
export function entryColumns(header: readonly string[], country: string): EntryColumns | undefined {
  const byWord = Object.entries(guessMapping(header)).flatMap(([index, field]) => {
    const by = BY_FIELD[field];
    return by ? [{ index: Number(index), by }] : [];
  });
  if (byWord.some(({ by }) => NAMES.has(by))) return { columns: byWord, isBare: false };
  const byLook = header.flatMap((cell, index) => {
    const by = kindOf(cell, country);
    return by ? [{ index, by }] : [];
  });
  return byLook.length > 0 ? { columns: byLook, isBare: true } : undefined;
}

export interface Entry {
  /** What a person recognises the line by. */
  entry: string;
  /** Null: the line says nothing that can be looked for. */
  sought: Sought | null;
}

const READ: Record<By, (cell: string, country: string) => string | undefined> = {
  externalId: (cell) => cell,
  email: emailKey,
  phone: (cell, country) => parsePhone(cell, country)?.e164,
  customer: (cell) => cell,
};

/** Reads one line. What a spreadsheet was kept from running as a formula is read without the ' in front. */
export function readEntry(record: readonly string[], { columns }: EntryColumns, country: string): Entry {
  const cells = columns.map(({ index, by }) => ({
    by,
    cell: (record[index] ?? '').trim().replace(/^'(?=[=+\-@])/, ''),
  }));
  const filled = cells.filter(({ cell }) => cell !== '' && cell.length <= 254);
  const sought: Sought = {};
  for (const { by, cell } of filled) sought[by] ??= READ[by](cell, country);
  const names = filled.filter(({ by }) => NAMES.has(by));
  const hasName = names.some(({ by }) => sought[by] !== undefined);
  // Of the columns that were recognised only: another may hold a secret.
  return { entry: (names[0] ?? filled[0])?.cell.slice(0, 200) ?? '', sought: hasName ? sought : null };
}

import { AppError } from './app-error.js';

export type CursorValue = string | number | boolean | null;

/** An opaque place in a sorted list: the sort values and the id of the last row of a page. */
export const cursorOf = (...values: CursorValue[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

const isCursorValue = (value: unknown): value is CursorValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The values of a cursor made by cursorOf, exactly `length` of them. Throws request.invalid_parameters. */
export function readCursor(cursor: string, length: number): CursorValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    // A NUL would reach PostgreSQL as a parameter and be refused there.
    const clean =
      Array.isArray(values) &&
      values.length === length &&
      values.every(isCursorValue) &&
      !JSON.stringify(values).includes('\\u0000');
    if (clean) return values;
  } catch {
    // Falls through: an unreadable cursor is answered like a wrong one.
  }
  throw new AppError('request.invalid_parameters', {
    errors: [{ pointer: 'cursor', code: 'invalid', detail: 'Not a cursor of this list' }],
  });
}

/** Cuts the row that was fetched beyond the limit, and says where the next page starts. */
export function page<T>(
  rows: T[],
  limit: number,
  cursor: (last: T) => string,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursor(last) : null };
}

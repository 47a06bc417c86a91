import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Sheet } from './sheet.js';

/**
 * A table as CSV: UTF-8 with a byte order mark (spreadsheets then read it right), RFC 4180 quoting. What a spreadsheet would
 * run as a formula gets a ' in front, phone numbers included (D17); our own import takes it off again.
 */
export const csvStream = ({ header, records }: Sheet): Readable =>
  // Not pipe(): it would neither pass an error on (an unheard one ends the process) nor let go of a source that nobody reads.
  pipeline(
    Readable.from(records),
    stringify({ header: true, columns: [...header], bom: true, record_delimiter: 'windows', escape_formulas: true }),
    () => undefined,
  );

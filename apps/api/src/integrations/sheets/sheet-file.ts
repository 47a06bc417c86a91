import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { csvStream } from './csv-file.js';
import type { Sheet } from './sheet.js';
import { xlsxStream } from './xlsx-file.js';

export const SheetFormat = z.enum(['csv', 'xlsx']);
export type SheetFormat = z.infer<typeof SheetFormat>;

/** The ending of the address says what the file is. */
export const SheetParams = z.strictObject({ format: SheetFormat });
export type SheetParams = z.infer<typeof SheetParams>;

export const SheetOfParams = SheetParams.extend({ id: z.uuid() });
export type SheetOfParams = z.infer<typeof SheetOfParams>;

const TYPES: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export const SHEET_TYPES = ['text/csv', TYPES.xlsx] as const;

const STREAMS: Record<SheetFormat, (sheet: Sheet) => Readable> = { csv: csvStream, xlsx: xlsxStream };

/** A table as a file, streamed: the same lines and columns in either format (D17, ADR 39). */
export const sheetFile = (format: SheetFormat, sheet: Sheet): StreamableFile =>
  new StreamableFile(STREAMS[format](sheet), {
    type: TYPES[format],
    disposition: `attachment; filename="${sheet.name}.${format}"`,
  });

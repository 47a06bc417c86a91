import { z } from 'zod';
import { FILE_TYPES } from '../../files/file-types.js';
import { text } from '../../http/schemas.js';

/** D19: five files to a message, 10 MB each, 25 MB a case; 20 and 50 MB uploaded and not yet attached. */
export const MOST_FILES = 5;
export const MOST_LOOSE_FILES = 20;
export const MOST_LOOSE_BYTES = 50 * 1024 * 1024;
export const MOST_CASE_BYTES = 25 * 1024 * 1024;

export const CaseFileDto = z
  .object({ id: z.uuid(), name: z.string(), type: z.enum(FILE_TYPES), /** Bytes. */ size: z.int() })
  .meta({ id: 'CaseFile' });
export type CaseFileDto = z.input<typeof CaseFileDto>;

/** The name a person knows the file by; it is shown, never used as a path. */
export const UploadQuery = z.strictObject({ name: text(200) });
export type UploadQuery = z.infer<typeof UploadQuery>;

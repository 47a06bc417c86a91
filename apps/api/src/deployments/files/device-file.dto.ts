import { z } from 'zod';
import { FILE_TYPES } from '../../files/file-types.js';
import { isoDate, text } from '../../http/schemas.js';

/** Of one device. */
export const MOST_DEVICE_FILES = 20;

export const DEVICE_FILE_KINDS = ['photo', 'manual'] as const;

/** The name a person knows the file by; it is shown, never used as a path. */
export const DeviceUploadQuery = z.strictObject({ kind: z.enum(DEVICE_FILE_KINDS), name: text(200) });
export type DeviceUploadQuery = z.infer<typeof DeviceUploadQuery>;

export const DeviceFileDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(DEVICE_FILE_KINDS),
    name: z.string(),
    type: z.enum(FILE_TYPES),
    /** Bytes. */
    size: z.int(),
    createdAt: isoDate,
  })
  .meta({ id: 'DeviceFile' });
export type DeviceFileDto = z.input<typeof DeviceFileDto>;

/** Photos first, each kind oldest first; the first photo is the one that visitors see. */
export const DeviceFiles = z.object({ items: z.array(DeviceFileDto) }).meta({ id: 'DeviceFiles' });

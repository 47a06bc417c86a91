import type { FileType } from './file-types.js';

const starts = (data: Buffer, bytes: number[], at = 0): boolean =>
  bytes.every((byte, index) => data[at + index] === byte);

const SIGNS: Record<FileType, (data: Buffer) => boolean> = {
  'image/jpeg': (data) => starts(data, [0xff, 0xd8, 0xff]),
  'image/png': (data) => starts(data, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': (data) => starts(data, [0x52, 0x49, 0x46, 0x46]) && starts(data, [0x57, 0x45, 0x42, 0x50], 8),
  'application/pdf': (data) => starts(data, [0x25, 0x50, 0x44, 0x46, 0x2d]),
};

/** Do the first bytes say what the content type says? A name or a header alone proves nothing (D19). */
export const isReally = (type: FileType, data: Buffer): boolean => SIGNS[type](data);

import { crc32, deflateRawSync } from 'node:zlib';
import { directoryOf, entryOf, type ZipLine } from './zip-parts.js';

export interface ZipEntry {
  name: string;
  content: string;
}

/** A ZIP archive of a few texts of at most some megabytes, in memory. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const lines: ZipLine[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const bytes = Buffer.from(content);
    const data = deflateRawSync(bytes);
    const line = { name, crc: crc32(bytes), packed: data.length, size: bytes.length, offset };
    const entry = entryOf(line);
    lines.push(line);
    parts.push(entry, data);
    offset += entry.length + data.length;
  }
  return Buffer.concat([...parts, directoryOf(lines, offset)]);
}

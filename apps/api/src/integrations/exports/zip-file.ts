import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: string;
}

const UTF8_NAMES = 0x08_00;
const DEFLATED = 8;
/** 1 January 1980: the archive of the same content is the same, whenever it was made. */
const DATE = 0x00_21;

/** A ZIP archive (PKWARE APPNOTE 6.3.9) of a few texts of at most some megabytes, in memory. Names in UTF-8, no folders. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const data = deflateRawSync(content);
    const common = header({ crc: crc32(content), packed: data.length, size: content.length, name: name.length });
    const local = Buffer.concat([signed(0x04_03_4b_50), common, name, data]);
    directory.push(Buffer.concat([signed(0x02_01_4b_50), short(20), common, placed(offset), name]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = [signed(0x06_05_4b_50), short(0), short(0), short(entries.length), short(entries.length)];
  return Buffer.concat([...parts, listed, ...end, long(listed.length), long(offset), short(0)]);
}

const short = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const signed = long;

/** What the entry and its line in the directory both say. */
const header = ({ crc, packed, size, name }: { crc: number; packed: number; size: number; name: number }): Buffer =>
  Buffer.concat([
    ...[20, UTF8_NAMES, DEFLATED, 0, DATE].map(short),
    ...[crc, packed, size].map(long),
    ...[name, 0].map(short),
  ]);

/** The rest of the line: no comment, first disk, no attributes, where the entry starts. */
const placed = (offset: number): Buffer => Buffer.concat([...[0, 0, 0].map(short), ...[0, offset].map(long)]);

/* The records of a ZIP archive (PKWARE APPNOTE 6.3.9). Names in UTF-8, no folders, everything deflated, nothing above 4 GiB. */

const UTF8_NAMES = 0x08_00;
const DEFLATED = 8;
/** 1 January 1980: the archive of the same content is the same, whenever it was made. */
const DATE = 0x00_21;

export interface ZipLine {
  name: string;
  crc: number;
  packed: number;
  size: number;
  /** Where its entry begins. */
  offset: number;
}

const short = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

/** Throws above 4 GiB: better no file than a broken one. */
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

type Sizes = Pick<ZipLine, 'crc' | 'packed' | 'size'>;

const sizes = ({ crc, packed, size }: Sizes): Buffer => Buffer.concat([crc, packed, size].map(long));

/** What the entry and its line in the directory both say. */
const common = (line: Sizes & { name: string }, flags: number): Buffer =>
  Buffer.concat([
    ...[20, UTF8_NAMES | flags, DEFLATED, 0, DATE].map(short),
    sizes(line),
    ...[Buffer.byteLength(line.name), 0].map(short),
  ]);

/** In front of the content. */
export const entryOf = (line: Omit<ZipLine, 'offset'>, flags = 0): Buffer =>
  Buffer.concat([long(0x04_03_4b_50), common(line, flags), Buffer.from(line.name)]);

/** The sizes come after the content, because it is still being made when the entry begins. */
export const SIZES_FOLLOW = 0x00_08;
export const sizesAfter = (line: Sizes): Buffer => Buffer.concat([long(0x08_07_4b_50), sizes(line)]);

/** The end of the archive: the directory and where it begins. */
export function directoryOf(lines: readonly ZipLine[], offset: number, flags = 0): Buffer {
  const listed = Buffer.concat(
    lines.map((line) =>
      Buffer.concat([
        long(0x02_01_4b_50),
        short(20),
        common(line, flags),
        // No comment, first disk, no attributes, where the entry begins.
        ...[0, 0, 0].map(short),
        ...[0, line.offset].map(long),
        Buffer.from(line.name),
      ]),
    ),
  );
  const counts = [0, 0, lines.length, lines.length].map(short);
  return Buffer.concat([listed, long(0x06_05_4b_50), ...counts, long(listed.length), long(offset), short(0)]);
}

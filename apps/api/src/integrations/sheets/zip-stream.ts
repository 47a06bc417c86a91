import { pipeline, Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { directoryOf, entryOf, SIZES_FOLLOW, sizesAfter, type ZipLine } from './zip-parts.js';

export interface ZipPart {
  name: string;
  content: AsyncIterable<string>;
}

/** A ZIP archive as a stream: each part is asked for when the one before is written, and none is ever held whole. */
export async function* zipStream(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const lines: ZipLine[] = [];
  let offset = 0;
  for await (const { name, content } of parts) {
    const line: ZipLine = { name, crc: 0, packed: 0, size: 0, offset };
    const entry = entryOf(line, SIZES_FOLLOW);
    yield entry;
    for await (const data of packed(content, line)) {
      line.packed += data.length;
      yield data;
    }
    const after = sizesAfter(line);
    yield after;
    offset += entry.length + line.packed + after.length;
    lines.push(line);
  }
  yield directoryOf(lines, offset, SIZES_FOLLOW);
}

const packed = (content: AsyncIterable<string>, line: ZipLine): AsyncIterable<Buffer> =>
  pipeline(
    Readable.from(measured(content, line)),
    createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 64 * 1024 }),
    () => undefined,
  );

async function* measured(content: AsyncIterable<string>, line: ZipLine): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    line.crc = crc32(bytes, line.crc);
    line.size += bytes.length;
    yield bytes;
  }
}

import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { DataSource } from 'typeorm';
import { first, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { type CsvFormat, EncodingDetector, findDelimiter, readSample } from './csv-format.js';

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
const PIECE = 256 * 1024;

async function storePiece(db: DataSource, importId: string, piece: { position: number; data: Buffer }): Promise<void> {
  await rows(db, `INSERT INTO import_chunks (import_id, position, data) VALUES ($1, $2, $3)`, [
    importId,
    piece.position,
    piece.data,
  ]);
}

/** Gathers what arrives into pieces of 256 KiB. */
async function* pieces(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    held.push(part);
    size += part.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

export interface StoredFile {
  size: number;
  format: CsvFormat & { header: string[]; sample: string[][] };
}

/** Stores an upload piece by piece, never whole in memory, and finds out how it is written. Throws request.too_large, import.unreadable. */
export async function storeFile(db: DataSource, importId: string, body: AsyncIterable<Buffer>): Promise<StoredFile> {
  const detector = new EncodingDetector();
  let size = 0;
  let position = 0;
  let start: Buffer = Buffer.alloc(0);
  for await (const data of pieces(body)) {
    size += data.length;
    if (size > MAX_FILE_BYTES) throw new AppError('request.too_large');
    detector.see(data);
    if (position === 0) start = data.subarray(0, 64 * 1024);
    await storePiece(db, importId, { position, data });
    position += 1;
  }
  const encoding = detector.result();
  const sample = new TextDecoder(encoding).decode(start, { stream: start.length < size });
  const delimiter = findDelimiter(sample);
  const { header, lines } = readSample(sample, delimiter, start.length === size);
  const isText = header.length > 0 && header.length <= 200 && !sample.includes('\u0000');
  if (!isText) throw new AppError('import.unreadable');
  return { size, format: { encoding, delimiter, header, sample: lines } };
}

async function* stored(db: DataSource, importId: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (let position = 0; ; position += 1) {
    const piece = await first<{ data: Buffer }>(
      db,
      `SELECT data FROM import_chunks WHERE import_id = $1 AND position = $2`,
      [importId, position],
    );
    if (!piece) break;
    yield decoder.decode(piece.data, { stream: true });
  }
  yield decoder.decode();
}

export interface FileLine {
  /** Line number in the file; the header is line 1. */
  line: number;
  record: string[];
}

/** The records of a stored file after its header, one at a time; the file is read as fast as it is used. */
export async function* readLines(db: DataSource, importId: string, format: CsvFormat): AsyncGenerator<FileLine> {
  const parser = pipeline(
    Readable.from(stored(db, importId, format.encoding)),
    parse({
      delimiter: format.delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      from: 2,
      info: true,
    }),
    () => undefined, // An error comes out of the loop below.
  );
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    // PostgreSQL stores no NUL; a cell with one is read without it.
    yield { line: info.lines, record: record.map((cell) => cell.replaceAll('\u0000', '')) };
  }
}

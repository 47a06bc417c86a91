import { pipeline, Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';

export interface CsvExport {
  fileName: string;
  header: readonly string[];
  /** Answers the next records, none at the end. Called again only when the receiver has taken the ones before. */
  records: AsyncIterable<readonly (string | number | null)[]>;
}

/**
 * A CSV file as a stream: UTF-8 with a byte order mark (spreadsheets then read it right), RFC 4180 quoting. What a spreadsheet would
 * run as a formula gets a ' in front, phone numbers included (D17); our own import takes it off again.
 */
export function csvFile({ fileName, header, records }: CsvExport): StreamableFile {
  // Not pipe(): it would neither pass an error on (an unheard one ends the process) nor let go of a source that nobody reads.
  const csv = pipeline(
    Readable.from(records),
    stringify({ header: true, columns: [...header], bom: true, record_delimiter: 'windows', escape_formulas: true }),
    () => undefined,
  );
  return new StreamableFile(csv, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${fileName}"`,
  });
}

/** Rows of a keyset-paged query, a thousand at a time. */
export async function* inPages<T>(next: (after: T | undefined) => Promise<T[]>): AsyncGenerator<T> {
  for (let after: T | undefined; ;) {
    const found = await next(after);
    yield* found;
    after = found.at(-1);
    if (!after) return;
  }
}

import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse';
import type { AccessRunDto } from '../../credentials/access-runs/access-run.dto.js';
import { AccessRunsQueries } from '../../credentials/access-runs/access-runs.queries.js';
import { AccessRunsService } from '../../credentials/access-runs/access-runs.service.js';
import { newId } from '../../db/id.js';
import { type Db, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type CsvFormat, EncodingDetector, findDelimiter, readSample } from '../imports/csv-format.js';
import { type Entry, type EntryColumns, entryColumns, readEntry } from './entry-columns.js';
import type { UploadAccessRun } from './access-run-file.dto.js';

/** 200,000 lines of an address each fit; read whole, because a line that cannot be read must not leave half a run behind. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_LINES = 200_000;
const BATCH = 1_000;

interface Line extends Entry {
  line: number;
}

interface Text {
  text: string;
  delimiter: CsvFormat['delimiter'];
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  const detector = new EncodingDetector();
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > MOST_BYTES) throw new AppError('request.too_large');
    detector.see(piece);
    pieces.push(piece);
  }
  return new TextDecoder(detector.result()).decode(Buffer.concat(pieces, size));
}

@Injectable()
export class AccessRunUpload {
  constructor(
    private readonly runs: AccessRunsService,
    private readonly queries: AccessRunsQueries,
    private readonly settings: SettingsService,
  ) {}

  /** A run over the people a CSV file names by e-mail, phone or external id. Throws import.unreadable, access_run.no_column, access_run.too_many. */
  async upload(query: UploadAccessRun, body: AsyncIterable<Buffer>, staff: StaffActor): Promise<AccessRunDto> {
    const { locale } = await this.settings.read();
    const text = await readText(body);
    const delimiter = findDelimiter(text.slice(0, 64 * 1024));
    const { header } = readSample(text.slice(0, 64 * 1024), delimiter, text.length <= 64 * 1024);
    if (header.length === 0 || text.includes('\u0000')) throw new AppError('import.unreadable');
    const columns = entryColumns(header, locale.country);
    if (!columns) throw new AppError('access_run.no_column');
    const id = newId();
    const { fileName, strategy } = query;
    await this.runs.create({ id, source: 'file', strategy, fileName }, staff, async (tx) => {
      let count = 0;
      for await (const batch of batches({ text, delimiter }, columns, locale.country)) {
        await store(tx, { runId: id, from: count, batch });
        count += batch.length;
        if (count > MOST_LINES) throw new AppError('access_run.too_many', { most: MOST_LINES });
      }
    });
    return this.queries.get(id);
  }
}

async function* batches({ text, delimiter }: Text, columns: EntryColumns, country: string): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  const parser = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
    from: columns.isBare ? 1 : 2,
    info: true,
  });
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      batch.push({ line: info.lines, ...readEntry(record, columns, country) });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new AppError('import.unreadable');
    throw error;
  }
  if (batch.length > 0) yield batch;
}

async function store(tx: Db, { runId, from, batch }: { runId: string; from: number; batch: Line[] }): Promise<void> {
  const records = batch.map((one, index) => ({ position: from + index + 1, ...one }));
  await rows(
    tx,
    `INSERT INTO access_run_rows (run_id, position, line, entry, sought, state, verdict)
     SELECT $1, x.position, x.line, x.entry, x.sought, CASE WHEN x.sought IS NULL THEN 'skipped' ELSE 'new' END, CASE WHEN x.sought IS NULL THEN 'unreadable' END
       FROM jsonb_to_recordset($2::jsonb) AS x(position int, line int, entry text, sought jsonb)`,
    [runId, JSON.stringify(records)],
  );
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { extend } from '../../db/leases.js';
import { rows } from '../../db/sql.js';
import { SettingsService } from '../../settings/settings.service.js';
import { DevicesImport } from './devices/devices-import.service.js';
import { type FileLine, readLines } from './import-file.js';
import { type ImportJob, LeaseLost } from './import-job.js';
import type { DoneIds, ImportPass, VerdictRow } from './import-kind.js';
import { PeopleImport } from './people-import.service.js';

const BATCH = 500;

interface Running {
  job: ImportJob;
  pass: ImportPass;
  leaseSeconds: number;
}

async function* batches(lines: AsyncIterable<FileLine>): AsyncGenerator<FileLine[]> {
  let batch: FileLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Goes through a file, to show or to do what it says: one code path, the last step apart (A16). */
@Injectable()
export class ImportRunService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly people: PeopleImport,
    private readonly devices: DevicesImport,
  ) {}

  /** Plans, and unless it is a dry run writes, all lines in transactions of 500. Goes on where an earlier process died. */
  async run(job: ImportJob, leaseSeconds: number): Promise<void> {
    const { locale } = await this.settings.read();
    const isCheck = job.state === 'checking';
    const done = isCheck || job.rowsDone === 0 ? await this.startAfresh(job) : await this.doneBy(job);
    const kind = job.kind === 'devices' ? this.devices : this.people;
    const running = { job, pass: kind.begin(job, { country: locale.country, done }), leaseSeconds };
    const after = isCheck ? 0 : job.rowsDone;
    for await (const batch of batches(readLines(this.db, job.id, job.format))) {
      const open = batch.filter(({ line }) => line > after);
      if (open.length > 0) await this.batch(running, open);
    }
  }

  private async batch({ job, pass, leaseSeconds }: Running, lines: FileLine[]): Promise<void> {
    const kept = await extend(this.db, 'imports', { leases: [job], leaseSeconds });
    if (kept.length === 0) throw new LeaseLost();
    await this.db.transaction(async (tx) => {
      const result = await pass.batch(tx, lines);
      await storeVerdicts(tx, job, result.rows);
      await rows(
        tx,
        `UPDATE imports SET rows_done = $2, counts = (SELECT coalesce(jsonb_object_agg(v, n), '{}') FROM (
                        SELECT key AS v, sum(value::int) AS n FROM (SELECT * FROM jsonb_each_text(counts) UNION ALL SELECT * FROM jsonb_each_text($3)) both_sides GROUP BY key) sums)
                       WHERE id = $1`,
        [job.id, lines.at(-1)?.line ?? 0, JSON.stringify(result.counts)],
      );
    });
  }

  private async startAfresh(job: ImportJob): Promise<DoneIds[]> {
    await rows(this.db, `DELETE FROM import_rows WHERE import_id = $1`, [job.id]);
    if (job.state === 'running') await rows(this.db, `UPDATE imports SET counts = '{}' WHERE id = $1`, [job.id]);
    return [];
  }

  /** A resumed run must still know what the file has named already. */
  private doneBy(job: ImportJob): Promise<DoneIds[]> {
    return rows<DoneIds>(
      this.db,
      `SELECT contact_id AS "contactId", device_id AS "deviceId" FROM import_rows
        WHERE import_id = $1 AND line <= $2 AND (contact_id IS NOT NULL OR device_id IS NOT NULL)`,
      [job.id, job.rowsDone],
    );
  }
}

async function storeVerdicts(tx: EntityManager, job: ImportJob, records: readonly VerdictRow[]): Promise<void> {
  await rows(
    tx,
    `INSERT INTO import_rows (import_id, line, verdict, reasons, title, customer_id, contact_id, deployment_id, device_id, before)
     SELECT $1, line, verdict, reasons, title, "customerId", "contactId", "deploymentId", "deviceId", before
       FROM jsonb_to_recordset($2::jsonb) AS x(line int, verdict text, reasons jsonb, title text, "customerId" uuid, "contactId" uuid,
                                               "deploymentId" uuid, "deviceId" uuid, before jsonb)`,
    [job.id, JSON.stringify(records)],
  );
}

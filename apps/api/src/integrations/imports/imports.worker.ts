import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { deleteInPortions } from '../../db/in-portions.js';
import { claim, finish } from '../../db/leases.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import { type ImportJob, LeaseLost } from './import-job.js';
import { ImportRunService } from './import-run.service.js';
import { ImportUndoService } from './import-undo.service.js';

const POLL_MILLISECONDS = 1_000;
const MOST_DEATHS = 5;
const NEXT = { checking: 'checked', running: 'done', undoing: 'undone' } as const;

/** Works on one import at a time, so that imports leave room for everything else. Any number of processes may run one. */
@Injectable()
export class ImportsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('imports');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly runs: ImportRunService,
    private readonly undos: ImportUndoService,
    @Inject(CONFIG) private readonly config: Config,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'deleting broken uploads', pauseMs: HOUR_MS, work: () => this.sweep() });
  }

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.schedule(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // A long import is not waited for: its lease lapses and it goes on from its last 500 lines elsewhere.
    await Promise.race([this.round, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  }

  /** A file that was still arriving when its process died; the pieces go with the row. No upload takes an hour. */
  sweep(): Promise<number> {
    return deleteInPortions(this.db, 'imports', `format = '{}' AND created_at < now() - interval '1 hour'`);
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.work()
        .catch((error: unknown) => this.log.error({ err: error }, 'an import round failed'))
        .finally(() => this.schedule(POLL_MILLISECONDS));
    }, delay);
  }

  private async work(): Promise<void> {
    const [job] = await claim<Omit<ImportJob, 'id' | 'leaseToken'> & { deaths: number }>(this.db, {
      table: 'imports',
      where: `job.state IN ('checking', 'running', 'undoing') AND (job.lease_until IS NULL OR job.lease_until < now())`,
      limit: 1,
      leaseSeconds: this.config.worker.leaseSeconds,
      set: `deaths = deaths + 1`,
      returning: `job.kind, job.state, job.format, job.mapping, job.rows_done AS "rowsDone", job.created_by_id AS "createdById", job.created_by_name AS "createdByName", job.deaths`,
    });
    if (!job) return;
    if (job.deaths > MOST_DEATHS) await this.end(job, 'failed', 'The import was interrupted too often');
    else await this.one(job);
  }

  private async one(job: ImportJob): Promise<void> {
    try {
      if (job.state === 'undoing') await this.undos.undo(job, this.config.worker.leaseSeconds);
      else await this.runs.run(job, this.config.worker.leaseSeconds);
      await this.end(job, NEXT[job.state], null);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      this.log.error({ err: error, importId: job.id }, 'an import failed');
      await this.end(
        job,
        'failed',
        error instanceof Error && error.name === 'CsvError'
          ? error.message.slice(0, 300)
          : 'The import stopped because of an error on our side',
      );
    }
  }

  private async end(job: ImportJob, state: string, error: string | null): Promise<void> {
    await finish(
      this.db,
      { ...job, table: 'imports' },
      { set: `state = $1, error = $2, deaths = 0, finished_at = now()`, values: [state, error] },
    );
  }
}

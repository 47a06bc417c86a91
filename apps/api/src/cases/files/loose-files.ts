import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { rows } from '../../db/sql.js';

const HOUR_MS = 3_600_000;
const BATCH = 200;

/** Uploads that no message named within a day are deleted (D19), hourly, by the worker. */
@Injectable()
export class LooseFiles implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('cases');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.timer = setInterval(
      () => void this.sweep().catch((error: unknown) => this.log.error({ err: error }, 'deleting loose files failed')),
      HOUR_MS,
    );
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Answers how many were deleted. Several processes may do it at once. */
  async sweep(): Promise<number> {
    for (let total = 0; ;) {
      const deleted = await rows(
        this.db,
        `DELETE FROM case_files WHERE id IN (
           SELECT id FROM case_files WHERE case_id IS NULL AND created_at < now() - interval '1 day' LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING id`,
      );
      total += deleted.length;
      if (deleted.length < BATCH) return total;
    }
  }
}

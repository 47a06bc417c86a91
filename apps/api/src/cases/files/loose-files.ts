import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { deleteInPortions } from '../../db/in-portions.js';
import { rounds } from '../../db/rounds.js';

const HOUR_MS = 3_600_000;

/** Uploads that no message named within a day are deleted (D19), hourly, by the worker. */
@Injectable()
export class LooseFiles implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('cases');
  private end: (() => void) | undefined;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    const failed = (error: unknown): void => this.log.error({ err: error }, 'deleting loose files failed');
    this.end = rounds(() => this.sweep(), { pauseMs: HOUR_MS, failed });
  }

  onModuleDestroy(): void {
    this.end?.();
  }

  /** Answers how many were deleted. Several processes may do it at once. */
  sweep(): Promise<number> {
    return deleteInPortions(this.db, 'case_files', `case_id IS NULL AND created_at < now() - interval '1 day'`);
  }
}

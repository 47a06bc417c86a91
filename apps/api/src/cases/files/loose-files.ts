import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deleteInPortions } from '../../db/in-portions.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';

/** Uploads that no message named within a day are deleted (D19), hourly, by the worker. */
@Injectable()
export class LooseFiles {
  constructor(
    private readonly db: DataSource,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'deleting loose files', pauseMs: HOUR_MS, work: () => this.sweep() });
  }

  /** Answers how many were deleted. Several processes may do it at once. */
  sweep(): Promise<number> {
    return deleteInPortions(this.db, 'case_files', `case_id IS NULL AND created_at < now() - interval '1 day'`);
  }
}

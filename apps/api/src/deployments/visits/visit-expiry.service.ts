import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { deleteInPortions } from '../../db/in-portions.js';
import { rounds } from '../../db/rounds.js';

const START_MS = 3_000;
const HOUR_MS = 3_600_000;

/** Windows whose time is over by itself. */
const WINDOWS = `'visit-address', 'visit-typos', 'visit-label', 'visit-known', 'visit-challenge'`;

/** Every guess without a cookie leaves a row: what cannot matter any more goes every hour. Nothing depends on it. */
@Injectable()
export class VisitExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('visit expiry');
  private end: (() => void) | undefined;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    const failed = (error: unknown): void =>
      this.log.warn({ err: error }, 'ending what has expired failed, trying again');
    this.end = rounds(() => this.sweep(), { firstMs: START_MS, pauseMs: HOUR_MS, failed });
  }

  onModuleDestroy(): void {
    this.end?.();
  }

  async sweep(): Promise<void> {
    await deleteInPortions(this.db, 'attempt_budgets', `kind IN (${WINDOWS}) AND next_at <= now()`);
    // A browser's longest wait is a quarter of an hour: after a day its free tries are worth no more than a new cookie's.
    await deleteInPortions(
      this.db,
      'attempt_budgets',
      `kind IN ('visit-browser', 'visit-decoy') AND updated_at < now() - interval '1 day'`,
    );
    // One try of a PIN comes back each day (D4.5): after so many days all of them have.
    await deleteInPortions(
      this.db,
      'attempt_budgets',
      `kind = 'visit-portal' AND next_at < now() - make_interval(days => used)`,
    );
    // The row of a browser is what its own cases are found by: it stays for a while after it stopped being known.
    await deleteInPortions(this.db, 'visit_browsers', `expires_at < now() - interval '90 days'`);
  }
}

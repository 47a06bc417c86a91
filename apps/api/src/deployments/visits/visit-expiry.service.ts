import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deleteInPortions } from '../../db/in-portions.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';

/** Windows whose time is over by itself. */
const WINDOWS = `'visit-address', 'visit-typos', 'visit-label', 'visit-known'`;

/** Every guess without a cookie leaves a row: what cannot matter any more goes every hour. Nothing depends on it. */
@Injectable()
export class VisitExpiry {
  constructor(
    private readonly db: DataSource,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'forgetting old tries of visits', pauseMs: HOUR_MS, work: () => this.sweep() });
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

import { Injectable } from '@nestjs/common';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { type Db, first, rows } from '../../db/sql.js';

/** D4.3: so many wrong tries of unknown browsers against one PIN, then none until one a day comes back. */
export const MOST_WRONG_TRIES = 100;
const DAY_SECONDS = 86_400;

/** The tries that still count of a row `b`: one is forgotten with each full day since `next_at` (D4.5). In SQL. */
export const COUNTED = `greatest(0, b.used - floor(extract(epoch FROM now() - b.next_at) / ${DAY_SECONDS})::int)`;
/** When the next day of that row begins to count. */
export const COUNTED_FROM = `CASE WHEN ${COUNTED} = 0 THEN now() ELSE b.next_at + make_interval(days => floor(extract(epoch FROM now() - b.next_at) / ${DAY_SECONDS})::int) END`;

/** What is spent against one PIN version of one deployment, and on its labels. Each new PIN begins anew. */
@Injectable()
export class PortalTries {
  constructor(private readonly budgets: BudgetsService) {}

  portalKey(deploymentId: string, pinVersion: number): string {
    return this.budgets.key({ kind: 'visit-portal', subject: `${deploymentId}:${pinVersion}` });
  }

  labelKeys(labelId: string, pinVersion: number): { hour: string; day: string } {
    const subject = `${labelId}:${pinVersion}`;
    return {
      hour: this.budgets.key({ kind: 'visit-label-hour', subject }),
      day: this.budgets.key({ kind: 'visit-label-day', subject }),
    };
  }

  async state(
    db: Db,
    deploymentId: string,
    pinVersion: number,
  ): Promise<{ wrongTries: number; pausedAt: Date | null }> {
    const row = await first<{ counted: number; at: Date }>(
      db,
      `SELECT ${COUNTED} AS counted, b.updated_at AS at FROM attempt_budgets b WHERE b.key = $1`,
      [this.portalKey(deploymentId, pinVersion)],
    );
    const wrongTries = row?.counted ?? 0;
    return { wrongTries, pausedAt: row && wrongTries >= MOST_WRONG_TRIES ? row.at : null };
  }

  /** Forgets what was tried against this PIN, on every label that now leads to the deployment. */
  async forget(tx: Db, deploymentId: string, pinVersion: number): Promise<void> {
    const labels = await rows<{ id: string }>(
      tx,
      `SELECT l.id FROM labels l JOIN devices d ON d.id = l.device_id WHERE d.deployment_id = $1`,
      [deploymentId],
    );
    const ofLabels = labels.flatMap(({ id }) => Object.values(this.labelKeys(id, pinVersion)));
    await this.budgets.clear(tx, [this.portalKey(deploymentId, pinVersion), ...ofLabels]);
  }
}

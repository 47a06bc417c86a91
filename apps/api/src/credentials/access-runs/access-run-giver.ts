import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { AccessGiver } from '../giving/access-giver.js';
import type { GiveAccess } from '../giving/giving.dto.js';
import type { AccessRunVerdict } from './access-run.dto.js';
import { refusalOf, verdictOf } from './run-verdict.js';

export interface GivingRun {
  id: string;
  strategy: GiveAccess['strategy'];
  staff: StaffActor;
}

interface Next {
  position: number;
  contactId: string | null;
}

interface Outcome {
  state: 'given' | 'skipped' | 'failed';
  verdict: AccessRunVerdict;
  notificationId: string | null;
}

/** Two at a time: the database answers one while the other thinks. */
const LANES = 2;

/** The run is held against being stopped while one is given: what was stopped gives nothing more, to the last one. */
const NEXT = `
  WITH r AS MATERIALIZED (SELECT id FROM access_runs WHERE id = $1 AND state = 'running' FOR SHARE)
  SELECT x.position, x.contact_id AS "contactId" FROM access_run_rows x
   WHERE x.run_id = (SELECT id FROM r) AND x.state = 'waiting' ORDER BY x.verdict, x.position LIMIT 1 FOR UPDATE SKIP LOCKED`;

const SETTLE = `
  UPDATE access_run_rows SET state = $3, verdict = $4, notification_id = $5, at = CASE WHEN $3 = 'given' THEN now() END
   WHERE run_id = $1 AND position = $2 AND state = 'waiting'`;

/** What the database says when it is in trouble, not when a row is: resources, an operator at work, a lost connection, collisions. */
const PASSES = /^(08|40|53|55|57|58)/;

const isTrouble = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && !(error instanceof AppError) && (PASSES.test(code) || code.startsWith('E'));
};

/**
 * Gives access to the next contacts of a run, each in a transaction of its own that also settles its row: whatever dies, and however
 * many processes work on one run, nobody is given access twice and nobody is forgotten.
 */
@Injectable()
export class AccessRunGiver {
  private readonly log = new Logger('access-runs');

  constructor(
    private readonly db: DataSource,
    private readonly giver: AccessGiver,
  ) {}

  /** Works on at most `most`. False when none was left to take. */
  async giveSome(run: GivingRun, most: number): Promise<boolean> {
    let left = most;
    const lane = async (): Promise<boolean> => {
      while (left > 0) {
        left -= 1;
        if (!(await this.giveNext(run))) return false;
      }
      return true;
    };
    const ended = await Promise.allSettled(Array.from({ length: Math.min(LANES, most) }, lane));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return ended.every((one) => one.status === 'fulfilled' && one.value);
  }

  private async giveNext(run: GivingRun): Promise<boolean> {
    let taken: Next | undefined;
    try {
      return await transaction(this.db, async (tx) => {
        taken = await first<Next>(tx, NEXT, [run.id]);
        if (!taken) return false;
        await settle(tx, { runId: run.id, ...taken, ...(await this.give(tx, run, taken)) });
        return true;
      });
    } catch (error) {
      if (!taken || isTrouble(error)) throw error;
      await settle(this.db, { runId: run.id, ...taken, ...this.outcomeOf(error, run) });
      return true;
    }
  }

  /** The plan is made anew: the contact may have come in, been closed, or lost its address since the dry run. */
  private async give(tx: Db, { id, strategy, staff }: GivingRun, { contactId }: Next): Promise<Outcome> {
    if (!contactId) return { state: 'skipped', verdict: 'gone', notificationId: null };
    const plan = await this.giver.give(tx, contactId, { strategy, batchId: id, staff });
    const { isDone, notificationId } = plan;
    return { state: isDone ? 'given' : 'skipped', verdict: verdictOf(plan), notificationId };
  }

  private outcomeOf(error: unknown, run: GivingRun): Outcome {
    const refusal = error instanceof AppError ? refusalOf(error) : undefined;
    if (refusal) return { state: 'skipped', verdict: refusal, notificationId: null };
    this.log.error({ err: error, runId: run.id }, 'access could not be given to one contact of a run');
    return { state: 'failed', verdict: 'error', notificationId: null };
  }
}

async function settle(db: Db, row: Outcome & { runId: string; position: number }): Promise<void> {
  await rows(db, SETTLE, [row.runId, row.position, row.state, row.verdict, row.notificationId]);
}

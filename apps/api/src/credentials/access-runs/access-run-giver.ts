import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { AccessGiver } from '../giving/access-giver.js';
import type { GiveAccess } from '../giving/giving.dto.js';
import { PinRotations } from '../pins/rotation/pin-rotations.js';
import type { AccessRunKind, AccessRunVerdict } from './access-run.dto.js';
import { refusalOf, verdictOf } from './run-verdict.js';

export interface GivingRun {
  id: string;
  kind: AccessRunKind;
  strategy: GiveAccess['strategy'];
  oldEndsAt: Date | null;
  staff: StaffActor;
}

interface Next {
  position: number;
  contactId: string | null;
  /** The PIN that this run gave before: a reminder. */
  credentialId: string | null;
  notificationId: string | null;
}

interface Outcome {
  state: 'given' | 'skipped' | 'failed';
  verdict: AccessRunVerdict;
  notificationId: string | null;
  credentialId?: string | null;
}

/** So long the PIN of before works beside the new one at least: a run may last longer than its grace. */
const LEAST_GRACE_MS = 24 * 3_600_000;

/** Two at a time: the database answers one while the other thinks. */
const LANES = 2;

/** The run is held against being stopped while one is given: what was stopped gives nothing more, to the last one. */
const NEXT = `
  WITH r AS MATERIALIZED (SELECT id FROM access_runs WHERE id = $1 AND state = 'running' FOR SHARE)
  SELECT x.position, x.contact_id AS "contactId", x.credential_id AS "credentialId", x.notification_id AS "notificationId" FROM access_run_rows x
   WHERE x.run_id = (SELECT id FROM r) AND x.state = 'waiting' ORDER BY x.verdict, x.position LIMIT 1 FOR UPDATE SKIP LOCKED`;

const SETTLE = `
  UPDATE access_run_rows SET state = $3, verdict = $4, notification_id = $5, credential_id = $6, at = CASE WHEN $3 = 'given' THEN now() END
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
    private readonly pins: PinRotations,
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
        await settle(tx, { runId: run.id, ...taken, ...(await this.outcome(tx, run, taken)) });
        return true;
      });
    } catch (error) {
      if (!taken || isTrouble(error)) throw error;
      await settle(this.db, { runId: run.id, ...taken, ...(kept(taken) ?? this.outcomeOf(error, run)) });
      return true;
    }
  }

  private outcome(tx: Db, run: GivingRun, next: Next): Promise<Outcome> {
    return run.kind === 'pins' ? this.rotate(tx, run, next) : this.give(tx, run, next);
  }

  /** Who got a PIN before and cannot be reminded keeps it, and keeps the place. */
  private async rotate(tx: Db, { id, oldEndsAt, staff }: GivingRun, next: Next): Promise<Outcome> {
    const { contactId, credentialId } = next;
    if (!contactId) return kept(next) ?? GONE;
    const endsAt = new Date(Math.max(oldEndsAt?.getTime() ?? 0, credentialId ? 0 : Date.now() + LEAST_GRACE_MS));
    const isAgain = credentialId !== null;
    if (isAgain && !(await isUnused(tx, credentialId))) return kept(next) ?? GONE;
    const made = await this.pins.rotate(tx, contactId, { staff, rotation: { runId: id, endsAt }, isAgain });
    if (typeof made !== 'string') return { state: 'given', verdict: 'email', ...made };
    return kept(next) ?? { state: 'skipped', verdict: made, notificationId: null };
  }

  /** The plan is made anew: the contact may have come in, been closed, or lost its address since the dry run. */
  private async give(tx: Db, { id, strategy, staff }: GivingRun, { contactId }: Next): Promise<Outcome> {
    if (!contactId) return GONE;
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

const GONE: Outcome = { state: 'skipped', verdict: 'gone', notificationId: null };

/** What a contact has from an earlier turn of the run. */
const kept = ({ credentialId, notificationId }: Next): Outcome | undefined =>
  credentialId ? { state: 'given', verdict: 'email', notificationId, credentialId } : undefined;

const isUnused = async (tx: Db, credentialId: string): Promise<boolean> =>
  (await first(tx, `SELECT 1 FROM credentials WHERE id = $1 AND first_used_at IS NULL`, [credentialId])) !== undefined;

async function settle(db: Db, row: Outcome & { runId: string; position: number }): Promise<void> {
  await rows(db, SETTLE, [
    row.runId,
    row.position,
    row.state,
    row.verdict,
    row.notificationId,
    row.credentialId ?? null,
  ]);
}

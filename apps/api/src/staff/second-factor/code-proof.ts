import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUDGET_RULES } from '../../budgets/budget-rules.js';
import { type Attempt, BudgetsService, type Spent } from '../../budgets/budgets.service.js';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { type SignedIn, StaffRecords } from '../staff-records.js';
import { STEP_SECONDS, stepOf } from './totp.js';

/** Now, in steps, by the clock of the database. */
const STEP_NOW = `floor(extract(epoch FROM now()) / ${STEP_SECONDS})::int`;

/** No 0, 1, i, l, o: they are read out and written down. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const RECOVERY_CODES = 10;

export const boundTo = (staffId: string): string => `staff-second-factor:${staffId}`;

/** As people type it: "123 456", "ABCDE-FGHJK". */
const plain = (typed: string): string => typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

const attemptAt = (staffId: string): Attempt => ({
  kind: 'staff-code',
  subject: staffId,
  rule: BUDGET_RULES.code,
});

/** Whose code, and from where: what a failure leaves behind. */
export type CodeOwner = SignedIn & { ip: string };

/**
 * Tries at the second step of a staff sign-in: one budget for sign-in, for links and for what somebody signed in does, spent
 * before anything is compared (AUT-1, AUT-6, AUT-12). A known browser has none of its own: who stands here has the password.
 */
@Injectable()
export class CodeProof {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly keys: Keys,
    private readonly records: StaffRecords,
  ) {}

  /** Uses the code up. Throws second_factor.code_wrong, alike for wrong, used and waiting. */
  async prove(owner: CodeOwner, typed: string): Promise<void> {
    const attempt = attemptAt(owner.id);
    const spent = await this.budgets.spend(this.db, attempt);
    if (spent.allowed && (await this.use(owner, plain(typed)))) {
      await this.budgets.clear(this.db, [this.budgets.key(attempt)]);
      return;
    }
    await this.failed(owner, spent);
    throw wrongCode(spent.waitSeconds);
  }

  /** The step of a code that fits this secret, used before or not. */
  async step(secret: Uint8Array, typed: string): Promise<number | undefined> {
    const now = await first<{ step: number }>(this.db, `SELECT ${STEP_NOW} AS step`);
    return now && stepOf(secret, plain(typed), now.step);
  }

  /** Ten new recovery codes; the older ones stop working. Only here are they ever whole. */
  async newRecoveryCodes(tx: Db, staffId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    );
    await rows(tx, `DELETE FROM staff_recovery_codes WHERE staff_id = $1`, [staffId]);
    await rows(
      tx,
      `INSERT INTO staff_recovery_codes (id, staff_id, code_hash) SELECT x.id, $1, x.hash FROM unnest($2::uuid[], $3::text[]) AS x(id, hash)`,
      [staffId, codes.map(() => newId()), codes.map((code) => this.hash(staffId, code))],
    );
    return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
  }

  /** Nothing is asked any more; tries that were spent are forgotten with it. */
  async remove(tx: Db, staffId: string): Promise<boolean> {
    const gone = await first(tx, `DELETE FROM staff_second_factors WHERE staff_id = $1 RETURNING confirmed_at`, [
      staffId,
    ]);
    await rows(tx, `DELETE FROM staff_recovery_codes WHERE staff_id = $1`, [staffId]);
    await this.budgets.clear(tx, [this.budgets.key(attemptAt(staffId))]);
    return gone !== undefined;
  }

  private async use(owner: CodeOwner, code: string): Promise<boolean> {
    return /^\d{6}$/.test(code) ? this.useStep(owner.id, code) : this.useRecovery(owner, code);
  }

  /** A step is used by one statement: of many who send the same code at once, one gets in. */
  private async useStep(staffId: string, code: string): Promise<boolean> {
    const factor = await first<{ secretSealed: Buffer; step: number }>(
      this.db,
      `SELECT secret_sealed AS "secretSealed", ${STEP_NOW} AS step FROM staff_second_factors WHERE staff_id = $1 AND confirmed_at IS NOT NULL`,
      [staffId],
    );
    const secret = factor && Buffer.from(this.keys.open(factor.secretSealed, boundTo(staffId)), 'base64');
    const step = secret && stepOf(secret, code, factor.step);
    if (step === undefined) return false;
    const used = await first(
      this.db,
      `UPDATE staff_second_factors SET last_step = $2 WHERE staff_id = $1 AND confirmed_at IS NOT NULL AND coalesce(last_step < $2, true) RETURNING staff_id`,
      [staffId, step],
    );
    return used !== undefined;
  }

  private useRecovery(owner: CodeOwner, code: string): Promise<boolean> {
    return transaction(this.db, async (tx) => {
      const used = await first(
        tx,
        `UPDATE staff_recovery_codes SET used_at = now() WHERE staff_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING id`,
        [owner.id, this.hash(owner.id, code)],
      );
      if (used) await this.records.recoveryCodeUsed(tx, owner);
      return used !== undefined;
    });
  }

  /** The fifth wrong one in a row: somebody else may have the password. */
  private async failed(owner: CodeOwner, spent: Spent): Promise<void> {
    if (!spent.allowed) return;
    await transaction(this.db, (tx) => this.records.codeFailed(tx, owner, spent.used === BUDGET_RULES.code.free));
  }

  private hash(staffId: string, code: string): string {
    return this.keys.mac('link', 'staff-recovery', staffId, code);
  }
}

export const wrongCode = (waitSeconds = 0): AppError =>
  new AppError('second_factor.code_wrong', {
    waitSeconds,
    errors: [{ pointer: '/code', code: 'second_factor.code_wrong', detail: 'This code does not work' }],
  });

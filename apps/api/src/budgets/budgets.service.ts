import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keys } from '../config/keys.js';
import { type Db, first, rows, WITHOUT_WAITING } from '../db/sql.js';
import {
  type BudgetRule,
  FIRST_WAIT_SECONDS,
  type GrowingRule,
  LONGEST_WAIT_SECONDS,
  type WindowRule,
} from './budget-rules.js';

export interface Attempt {
  /** What is guessed at, such as `password`. All paths that test one secret name the same kind and subject. */
  kind: string;
  /** The canonical identifier and nothing else of the request (AUT-2). */
  subject: string;
  /** When the identifier is known: lets staff see and lift the lock. */
  identityId?: string | undefined;
  rule: BudgetRule;
}

export interface Spent {
  allowed: boolean;
  /** Seconds until the next try is let through: after this one when allowed, else from now. At the cap 900. */
  waitSeconds: number;
  /** Tries used, this one included when it was allowed. */
  used: number;
}

export interface BudgetState {
  used: number;
  nextAt: Date;
  /** No further try before staff lift the lock or the secret is renewed. */
  capped: boolean;
}

interface Row {
  used: number;
  wait: number;
}

/** Seconds to wait after `n` tries, in SQL. The free tries leave the time in the past: parallel tries may have started earlier. */
const growingNextAt = (n: string) =>
  `CASE WHEN ${n} < $4 THEN now() - interval '1 hour'
        ELSE now() + make_interval(secs => least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * power(2, least(${n} - $4, 10)))) END`;

const SPEND_GROWING = `
  INSERT INTO attempt_budgets AS b (key, kind, identity_id, used, next_at) VALUES ($1, $2, $3, 1, ${growingNextAt('1')})
  ON CONFLICT (key) DO UPDATE
    SET used = b.used + 1, next_at = ${growingNextAt('(b.used + 1)')}, updated_at = now(), identity_id = coalesce(excluded.identity_id, b.identity_id)
    WHERE b.next_at <= now() AND b.used < $5
  RETURNING used, greatest(0, ceil(extract(epoch FROM next_at - now())))::int AS wait, ${WITHOUT_WAITING}`;

const SPEND_WINDOW = `
  INSERT INTO attempt_budgets AS b (key, kind, identity_id, used, next_at) VALUES ($1, $2, $3, 1, now() + make_interval(secs => $4))
  ON CONFLICT (key) DO UPDATE
    SET used = CASE WHEN b.next_at <= now() THEN 1 ELSE b.used + 1 END,
        next_at = CASE WHEN b.next_at <= now() THEN now() + make_interval(secs => $4) ELSE b.next_at END,
        updated_at = now(), identity_id = coalesce(excluded.identity_id, b.identity_id)
    WHERE b.next_at <= now() OR b.used < $5
  RETURNING used, ceil(extract(epoch FROM next_at - now()))::int AS wait, ${WITHOUT_WAITING}`;

const isWindow = (rule: BudgetRule): rule is WindowRule => 'windowSeconds' in rule;

/**
 * Tries at secrets, spent before the secret is looked at (AUT-1). Clock: the database's; shared by all processes.
 * What is spent is seen by everybody at once; a crash of PostgreSQL itself may give the last half second of tries back.
 */
@Injectable()
export class BudgetsService {
  constructor(private readonly keys: Keys) {}

  /** Exists for unknown identifiers too, and tells nobody who reads the table what it stands for. */
  key(attempt: Pick<Attempt, 'kind' | 'subject'>): string {
    return this.keys.mac('budget', attempt.kind, attempt.subject);
  }

  /** Spends one try in a transaction of its own (hence a DataSource, not the caller's transaction): one statement, whoever else tries at the same time. */
  async spend(db: DataSource, attempt: Attempt): Promise<Spent> {
    const { rule } = attempt;
    if (isWindow(rule)) {
      const { allowed, used, resetSeconds } = await this.spendWithin(db, { ...attempt, rule });
      return { allowed, used, waitSeconds: used >= rule.max ? resetSeconds : 0 };
    }
    const key = this.key(attempt);
    const spent = await first<Row>(db, SPEND_GROWING, [
      key,
      attempt.kind,
      attempt.identityId ?? null,
      rule.free,
      rule.cap,
    ]);
    const { used, wait } = spent ?? (await this.refused(db, key));
    return { allowed: spent !== undefined, used, waitSeconds: used >= rule.cap ? LONGEST_WAIT_SECONDS : wait };
  }

  /** The same for a window, which also tells when it starts anew. */
  async spendWithin(
    db: DataSource,
    attempt: Attempt & { rule: WindowRule },
  ): Promise<{ allowed: boolean; used: number; resetSeconds: number }> {
    const key = this.key(attempt);
    const spent = await first<Row>(db, SPEND_WINDOW, [
      key,
      attempt.kind,
      attempt.identityId ?? null,
      attempt.rule.windowSeconds,
      attempt.rule.max,
    ]);
    const { used, wait } = spent ?? (await this.refused(db, key));
    return { allowed: spent !== undefined, used, resetSeconds: Math.max(1, wait) };
  }

  private async refused(db: Db, key: string): Promise<Row> {
    const row = await first<Row>(
      db,
      `SELECT used, greatest(1, ceil(extract(epoch FROM next_at - now())))::int AS wait FROM attempt_budgets WHERE key = $1`,
      [key],
    );
    return row ?? { used: 0, wait: 1 };
  }

  /** Forgets the tries: the secret was proven. */
  async clear(db: Db, keys: readonly string[]): Promise<void> {
    await rows(db, `DELETE FROM attempt_budgets WHERE key = ANY ($1)`, [keys]);
  }

  /** Gives one try back that turned out not to be a guess (nothing was compared). A window goes on; a wait ends. */
  async refund(db: Db, attempt: Attempt): Promise<void> {
    const nextAt = isWindow(attempt.rule) ? 'next_at' : 'least(next_at, now())';
    const answer = db instanceof DataSource ? WITHOUT_WAITING : 'key';
    await rows(
      db,
      `UPDATE attempt_budgets SET used = greatest(0, used - 1), next_at = ${nextAt} WHERE key = $1 RETURNING ${answer}`,
      [this.key(attempt)],
    );
  }

  /** Undefined when nothing was tried. */
  async state(db: Db, key: string, rule: GrowingRule): Promise<BudgetState | undefined> {
    const row = await first<{ used: number; nextAt: Date }>(
      db,
      `SELECT used, next_at AS "nextAt" FROM attempt_budgets WHERE key = $1`,
      [key],
    );
    return row && { ...row, capped: row.used >= rule.cap };
  }

  /** Staff lift the lock of an identity. Answers how many budgets were forgotten. */
  async lift(db: Db, identityId: string): Promise<number> {
    return (await rows(db, `DELETE FROM attempt_budgets WHERE identity_id = $1 RETURNING key`, [identityId])).length;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { type Db, first, rows, WITHOUT_WAITING } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import { BudgetsService } from './budgets.service.js';
import type { SolvedChallenge } from './challenge.dto.js';
import { Challenges, type Door } from './challenges.js';
import { networkOf } from './networks.js';

const HOUR = `interval '1 hour'`;
const IDENTIFIER_SECONDS = 900;
/** 96 bits of a fingerprint tell a few hundred identifiers apart. */
const SIGNS_OF_IDENTIFIER = 16;

const SECOND = 'extract(epoch FROM now())::int';
const strangers = (row: string): string =>
  `(SELECT count(*)::int FROM jsonb_each_text(${row}.identifiers) e WHERE e.value::int > ${SECOND})`;

/** One row for a network, so that of many at once exactly as many get through as may: nobody reads before another has written. */
const ENTER = `
  INSERT INTO network_tries AS n (key, failures, resets_at, identifiers)
  VALUES ($1, 1, now() + ${HOUR}, jsonb_build_object($2::text, ${SECOND} + ${IDENTIFIER_SECONDS}))
  ON CONFLICT (key) DO UPDATE
    SET failures = CASE WHEN n.resets_at <= now() THEN 1 ELSE n.failures + 1 END,
        resets_at = CASE WHEN n.resets_at <= now() THEN now() + ${HOUR} ELSE n.resets_at END,
        identifiers = excluded.identifiers || (
          SELECT coalesce(jsonb_object_agg(k.key, k.value), '{}') FROM (
            SELECT e.key, e.value::int AS value FROM jsonb_each_text(n.identifiers) e
             WHERE e.key <> $2 AND e.value::int > ${SECOND} ORDER BY e.value::int DESC LIMIT $4::int) k)
    WHERE (n.resets_at <= now() OR n.failures < $3) AND ($5 OR ${strangers('n')} < $4::int)
  RETURNING ${WITHOUT_WAITING}`;

const STATE = `
  SELECT n.failures >= $2 AND n.resets_at > now() AS "isSpent", ${strangers('n')} AS strangers,
         greatest(1, ceil(extract(epoch FROM n.resets_at - now())))::int AS "resetSeconds" FROM network_tries n WHERE n.key = $1`;

/** Somebody at a door whom the browser is not known for. */
export interface Knock {
  door: Door;
  ip: string;
  /** In one spelling, whether or not somebody is known by it. */
  identifier: string;
  /** The work that was asked for, done. */
  solved?: SolvedChallenge | undefined;
}

/**
 * Failed sign-ins of one network, whoever they were meant for (D6): somebody who tries one common PIN at everybody meets no
 * other limit. Enough different people, and each further try has its price; enough failures, and there is none for an hour.
 * Never the only control. Kept as keyed fingerprints for as long as they count.
 */
@Injectable()
export class AddressBudget {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly challenges: Challenges,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Spends one before anything is looked at; `refund` gives it back when it was no failure. Throws sign_in.too_many, and
   * sign_in.challenge_required with the `challenge`, which is asked for only where it is needed and used up only then.
   */
  async spend(knock: Knock): Promise<void> {
    if (await this.enter(knock, false)) return;
    const { isSpent, resetSeconds } = await this.state(knock.ip);
    if (!isSpent) await this.prove(knock);
    if (isSpent || !(await this.enter(knock, true))) throw tooMany(resetSeconds);
  }

  /** The same question of a door where nothing is guessed: nothing is spent. */
  async assertOpen(knock: Omit<Knock, 'identifier'>): Promise<void> {
    const { strangers: many } = await this.state(knock.ip);
    if (many >= this.config.signInIdentifiersPerAddress) await this.prove(knock);
  }

  async refund(db: Db, { ip, identifier }: Pick<Knock, 'ip' | 'identifier'>): Promise<void> {
    const answer = db instanceof DataSource ? WITHOUT_WAITING : 'key';
    await rows(
      db,
      `UPDATE network_tries SET failures = greatest(0, failures - 1), identifiers = identifiers - $2::text WHERE key = $1 RETURNING ${answer}`,
      [this.key(ip), this.mark(identifier)],
    );
  }

  private async enter({ ip, identifier }: Knock, isProven: boolean): Promise<boolean> {
    const { signInFailuresPerAddress, signInIdentifiersPerAddress } = this.config;
    const limits = [signInFailuresPerAddress, signInIdentifiersPerAddress, isProven];
    return (await first(this.db, ENTER, [this.key(ip), this.mark(identifier), ...limits])) !== undefined;
  }

  private async prove({ door, ip, solved }: Omit<Knock, 'identifier'>): Promise<void> {
    const network = networkOf(ip);
    if (solved && (await this.challenges.isSolved(solved, door, network))) return;
    throw new AppError('sign_in.challenge_required', { challenge: await this.challenges.make(door, network) });
  }

  private async state(ip: string): Promise<{ isSpent: boolean; strangers: number; resetSeconds: number }> {
    const row = await first<{ isSpent: boolean; strangers: number; resetSeconds: number }>(this.db, STATE, [
      this.key(ip),
      this.config.signInFailuresPerAddress,
    ]);
    return row ?? { isSpent: false, strangers: 0, resetSeconds: 1 };
  }

  private key(ip: string): string {
    return this.budgets.key({ kind: 'address', subject: networkOf(ip) });
  }

  private mark(identifier: string): string {
    return this.budgets.key({ kind: 'address-identifier', subject: identifier }).slice(0, SIGNS_OF_IDENTIFIER);
  }
}

const tooMany = (seconds: number): AppError =>
  new AppError('sign_in.too_many', { waitSeconds: seconds, retryAfter: seconds });

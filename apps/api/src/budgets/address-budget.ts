import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import type { Db } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import type { WindowRule } from './budget-rules.js';
import { type Attempt, BudgetsService } from './budgets.service.js';
import { networkOf } from './networks.js';

const HOUR_SECONDS = 3_600;

/**
 * Failed sign-ins of one address, whoever they were meant for (D6): somebody who tries one common PIN at everybody meets no
 * other limit. Never the only control. Kept as a keyed fingerprint until its hour is over.
 */
@Injectable()
export class AddressBudget {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  attempt(ip: string): Attempt & { rule: WindowRule } {
    const rule = { max: this.config.signInFailuresPerAddress, windowSeconds: HOUR_SECONDS };
    return { kind: 'address', subject: networkOf(ip), rule };
  }

  /** Spends one before anything is looked at; `refund` gives it back when it was no failure. Throws sign_in.too_many. */
  async spend(ip: string): Promise<void> {
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, this.attempt(ip));
    if (!allowed) throw new AppError('sign_in.too_many', { waitSeconds: resetSeconds, retryAfter: resetSeconds });
  }

  refund(db: Db, ip: string): Promise<void> {
    return this.budgets.refund(db, this.attempt(ip));
  }
}

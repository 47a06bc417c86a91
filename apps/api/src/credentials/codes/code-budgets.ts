import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WindowRule } from '../../budgets/budget-rules.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';

/** Codes that one login, and one network, may ask for in an hour (D9). */
const PER_LOGIN: WindowRule = { max: 5, windowSeconds: 3_600 };
const PER_NETWORK: WindowRule = { max: 10, windowSeconds: 3_600 };
/** Codes that one address may be sent in a day, whoever asks. */
const PER_ADDRESS: WindowRule = { max: 5, windowSeconds: 86_400 };

interface Attempt {
  kind: string;
  subject: string;
  identityId?: string;
  rule: WindowRule;
}

/** Codes are few: spent before one is sent. */
@Injectable()
export class CodeBudgets {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {}

  /** Throws phone.too_many_codes. */
  async phone({ identityId, ip }: PersonActor): Promise<void> {
    await this.spend('phone.too_many_codes', [
      { kind: 'phone-code-address', subject: networkOf(ip), rule: PER_NETWORK },
      { kind: 'phone-code', subject: identityId, identityId, rule: PER_LOGIN },
    ]);
  }

  /** Throws email.too_many_codes. */
  async email(emailKey: string, { identityId, ip }: PersonActor): Promise<void> {
    await this.spend('email.too_many_codes', [
      { kind: 'email-code-network', subject: networkOf(ip), rule: PER_NETWORK },
      { kind: 'email-code', subject: identityId, identityId, rule: PER_LOGIN },
      { kind: 'email-code-to', subject: emailKey, rule: PER_ADDRESS },
    ]);
  }

  private async spend(code: 'phone.too_many_codes' | 'email.too_many_codes', attempts: readonly Attempt[]) {
    for (const attempt of attempts) {
      const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
      if (!allowed) throw new AppError(code, { waitSeconds: resetSeconds, retryAfter: resetSeconds });
    }
  }
}

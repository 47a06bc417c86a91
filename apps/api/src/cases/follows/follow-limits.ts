import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WindowRule } from '../../budgets/budget-rules.js';
import { type Attempt, BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { fingerprint } from '../../config/keys.js';
import { first } from '../../db/sql.js';
import type { FollowActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { OpenFollow } from './follow.dto.js';
import { mailboxOf } from './mail-stops.js';

/** Secrets are 256 bit and cannot be guessed; this keeps a crowd of wrong links from costing much. */
const WRONG_LINKS = { max: 100, windowSeconds: 900 };
/** Of one link: each opening keeps a session for 30 days. */
const OPENINGS = { max: 30, windowSeconds: 3600 };

/** D10: what an unproven address may be sent, over all cases and deployments. */
const PER_ADDRESS = [
  { kind: 'updates-address-hour', rule: { max: 1, windowSeconds: 3600 } },
  { kind: 'updates-address-day', rule: { max: 3, windowSeconds: 86_400 } },
] as const;
const PER_DEPLOYMENT = { kind: 'updates-deployment-hour', rule: { max: 30, windowSeconds: 3600 } } as const;

/** How often follow links are tried and opened, and what they may have sent; spent before anything is looked at. */
@Injectable()
export class FollowLimits {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {}

  /** Runs what a link is for; one that works costs its network nothing. `opening` counts for the link itself. Throws request.too_many. */
  async tryLink<T>({ ip, opening }: { ip: string; opening?: OpenFollow }, use: () => Promise<T>): Promise<T> {
    const wrong = { kind: 'follow-link', subject: networkOf(ip), rule: WRONG_LINKS };
    await this.spend(wrong);
    // Nothing is compared for a link that was opened too often, so its network is not charged either.
    if (opening) await this.spend(openingOf(opening), () => this.budgets.refund(this.db, wrong));
    const used = await use();
    await this.budgets.refund(this.db, wrong);
    return used;
  }

  /** False where enough was sent to this address, or about cases of this deployment. */
  async spendMail(email: string, { caseId }: FollowActor): Promise<boolean> {
    const place = await first<{ id: string }>(
      this.db,
      `SELECT coalesce(deployment_id, customer_id) AS id FROM cases WHERE id = $1`,
      [caseId],
    );
    const all = [
      ...PER_ADDRESS.map((one) => ({ ...one, subject: mailboxOf(email) })),
      { ...PER_DEPLOYMENT, subject: place?.id ?? '' },
    ];
    for (const attempt of all) if (!(await this.budgets.spendWithin(this.db, attempt)).allowed) return false;
    return true;
  }

  private async spend(attempt: Attempt & { rule: WindowRule }, refused?: () => Promise<void>): Promise<void> {
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
    if (allowed) return;
    await refused?.();
    throw new AppError('request.too_many', { retryAfter: resetSeconds });
  }
}

/** Only who knows the secret spends what the holder of the link has. */
const openingOf = ({ follow, secret }: OpenFollow) => ({
  kind: 'follow-openings',
  subject: `${follow} ${fingerprint(secret)}`,
  rule: OPENINGS,
});

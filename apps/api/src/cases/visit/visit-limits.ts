import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import type { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { Challenges } from '../../budgets/challenges.js';
import type { VisitActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { VISIT_LIMITS } from './visit-rules.js';

/** How much one browser and one deployment may report (POR-8), spent before anything is written. */
@Injectable()
export class VisitLimits {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly challenges: Challenges,
  ) {}

  /** Throws visit.too_many_cases; visit.challenge_required with the `challenge` to be solved. */
  async spendReport(visit: VisitActor, solved: SolvedChallenge | undefined): Promise<void> {
    const browser = await this.budgets.spendWithin(this.db, {
      kind: 'visit-cases-browser',
      subject: visit.browserId,
      rule: VISIT_LIMITS.browserCases,
    });
    if (!browser.allowed) throw new AppError('visit.too_many_cases', { retryAfter: browser.resetSeconds });
    const deployment = await this.budgets.spendWithin(this.db, {
      kind: 'visit-cases-deployment',
      subject: visit.deploymentId,
      rule: VISIT_LIMITS.deploymentCases,
    });
    if (deployment.allowed || (solved && (await this.challenges.isSolved(solved, 'visit')))) return;
    await this.giveBack(visit);
    throw new AppError('visit.challenge_required', { challenge: await this.challenges.make('visit') });
  }

  /** Nothing was reported: the browser's try counts for nothing. */
  private giveBack(visit: VisitActor): Promise<void> {
    const attempt = { kind: 'visit-cases-browser', subject: visit.browserId, rule: VISIT_LIMITS.browserCases };
    return this.budgets.refund(this.db, attempt);
  }

  /** Throws visit.too_many_cases. */
  async spendMessage(followId: string): Promise<void> {
    const attempt = { kind: 'follow-messages', subject: followId, rule: VISIT_LIMITS.followMessages };
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
    if (!allowed) throw new AppError('visit.too_many_cases', { retryAfter: resetSeconds });
  }

  /** Keeps one photo of the deployment's day, if it is one. Throws file.too_many. */
  async spendPhoto<T>(deploymentId: string, keep: () => Promise<T>): Promise<T> {
    const attempt = { kind: 'visit-photos', subject: deploymentId, rule: VISIT_LIMITS.deploymentPhotos };
    if (!(await this.budgets.spendWithin(this.db, attempt)).allowed) throw new AppError('file.too_many');
    try {
      return await keep();
    } catch (error) {
      await this.budgets.refund(this.db, attempt);
      throw error;
    }
  }

  /** False above 10 a minute: the rest goes into a digest (S1.x3). */
  async mayAlert(deploymentId: string): Promise<boolean> {
    const attempt = { kind: 'visit-alerts', subject: deploymentId, rule: VISIT_LIMITS.deploymentAlerts };
    return (await this.budgets.spendWithin(this.db, attempt)).allowed;
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { Challenge, SolvedChallenge } from '../../budgets/challenge.dto.js';
import { Challenges } from '../../budgets/challenges.js';
import { AppError } from '../../http/app-error.js';
import { VisitAlerts } from './visit-alerts.js';
import type { Browser } from './visit-browser.js';
import { VisitBudgets } from './visit-budgets.js';
import type { Target } from './visit-lookup.js';
import type { OwnKeys } from './visit-rules.js';

export interface Refusal {
  /** Undefined when no PIN was looked at. */
  target: Target | undefined;
  own: OwnKeys;
  browser: Browser;
  waitSeconds: number;
  /** Wrong tries of strangers that count against this PIN; 0 for a known browser. */
  counted: number;
}

/** Everything that does not work ends here, with one answer (D4.7). */
@Injectable()
export class VisitRefusals {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly budgets: VisitBudgets,
    private readonly challenges: Challenges,
    private readonly alerts: VisitAlerts,
  ) {}

  /** Exactly one record for each PIN that was compared and wrong. */
  async refuse({ target, own, browser, waitSeconds, counted }: Refusal): Promise<AppError> {
    if (target) {
      const { customerId, deploymentId, deviceId, pinVersion } = target;
      await this.audit.record(this.db, { kind: 'anyone', id: 'anyone', ip: browser.ip }, 'visit.pin_refused', {
        customerId,
        deploymentId,
        deviceId,
        pinVersion,
      });
      await this.alerts.afterWrongTry(target, counted);
    } else await this.budgets.asIfRecorded(own);
    return new AppError('visit.refused', { waitSeconds });
  }

  async isProven(challenge: SolvedChallenge | undefined): Promise<boolean> {
    return challenge !== undefined && (await this.challenges.isSolved(challenge, 'visit'));
  }

  async challenge(): Promise<AppError> {
    return new AppError('visit.challenge_required', { challenge: await this.newChallenge() });
  }

  newChallenge(): Promise<Challenge> {
    return this.challenges.make('visit');
  }
}

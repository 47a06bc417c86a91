import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Attempt, BudgetsService, type Spent } from '../../budgets/budgets.service.js';
import { transaction } from '../../db/sql.js';
import { LockAlertMail } from './lock-alert-mail.js';
import type { PausedSecret } from './lock-alert-texts.js';

/** Somebody who guesses at everybody must not fill the mailboxes of staff: the dashboard counts the rest. */
const HOURLY = { max: 20, windowSeconds: 3_600 };

/** Tells staff that the last try at somebody's PIN or password was used up (D6). */
@Injectable()
export class LockAlerts {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly budgets: BudgetsService,
    private readonly mail: LockAlertMail,
  ) {}

  /** After a try that failed. Staff are told once a day for each person; the record is always written. */
  async after({ attempt, spent }: { attempt: Attempt; spent: Spent }, ip: string): Promise<void> {
    const { identityId, kind, rule } = attempt;
    if (!identityId || !('cap' in rule) || !spent.allowed || spent.used < rule.cap) return;
    const secret: PausedSecret = kind === 'pin' ? 'pin' : 'password';
    const paused = await this.mail.whose(this.db, identityId);
    const isTold = !paused || (await this.mail.wasTold(this.db, identityId)) || !(await this.mayTell());
    await transaction(this.db, async (tx) => {
      await this.audit.record(tx, { kind: 'anyone', id: 'anyone', ip }, 'sign_in.paused', {
        identityId,
        contactId: paused?.contactId ?? null,
        customerId: paused?.customerId ?? null,
        method: secret,
        tries: spent.used,
      });
      if (!isTold) await this.mail.send(tx, { ...paused, identityId, secret, tries: spent.used });
    });
  }

  private async mayTell(): Promise<boolean> {
    return (await this.budgets.spend(this.db, { kind: 'lock-alert', subject: 'everybody', rule: HOURLY })).allowed;
  }
}

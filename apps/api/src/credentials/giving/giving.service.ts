import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { CREDENTIALS_HOURLY } from '../sends/sends.service.js';
import { AccessGiver } from './access-giver.js';
import type { AccessPlanDto, GiveAccess } from './giving.dto.js';

@Injectable()
export class GivingService {
  constructor(
    private readonly db: DataSource,
    private readonly giver: AccessGiver,
    private readonly budgets: BudgetsService,
  ) {}

  /** Shows the plan, or does what it says. Pressed twice, the second time there is nothing left to do. */
  async give(
    contactId: string,
    { strategy, again, plan }: GiveAccess,
    { batchId, staff }: { batchId: string; staff: StaffActor },
  ): Promise<AccessPlanDto> {
    const giving = { strategy, again, batchId, staff };
    const planned = await this.giver.plan(this.db, contactId, giving);
    if (plan || planned.way === null) return planned;
    const hour = await this.budgets.spend(this.db, CREDENTIALS_HOURLY(staff.staffId));
    if (!hour.allowed) throw new AppError('credential.hourly_limit', { retryAfter: hour.waitSeconds });
    return transaction(this.db, (tx) => this.giver.give(tx, contactId, giving));
  }
}

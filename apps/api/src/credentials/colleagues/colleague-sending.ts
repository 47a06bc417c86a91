import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { newId } from '../../db/id.js';
import type { Db } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { AccessGiver } from '../giving/access-giver.js';
import type { AccessPlanDto, AccessReason } from '../giving/giving.dto.js';
import { onBehalfOf } from '../giving/on-behalf.js';

/** Invitations that one login, and one company, may send. */
const PER_LOGIN = { kind: 'colleague-invitation', rule: { max: 20, windowSeconds: 3_600 } } as const;
const PER_CUSTOMER = { kind: 'colleague-invitation-company', rule: { max: 60, windowSeconds: 86_400 } } as const;

/** What the sender may know; the rest would tell about logins elsewhere. */
const SAID: ReadonlySet<AccessReason> = new Set(['recently_sent', 'daily_limit', 'bounced_before']);

/** Lets a contact send an invitation to somebody of the own company, the way staff do: by e-mail, to the address on file. */
@Injectable()
export class ColleagueSending {
  constructor(
    private readonly db: DataSource,
    private readonly giver: AccessGiver,
    private readonly budgets: BudgetsService,
  ) {}

  /** Before anything is looked at. */
  async spend({ identityId, customerId }: ContactActor): Promise<void> {
    for (const attempt of [
      { ...PER_LOGIN, subject: identityId },
      { ...PER_CUSTOMER, subject: customerId },
    ]) {
      const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
      if (!allowed) throw new AppError('colleague.too_many', { waitSeconds: resetSeconds, retryAfter: resetSeconds });
    }
  }

  /** Who gets in already gets nothing new (INV-1). */
  async send(tx: Db, contactId: string, person: ContactActor): Promise<void> {
    const staff = onBehalfOf({ id: person.contactId, name: person.name });
    const giving = { strategy: 'email', batchId: newId(), staff, acting: { by: person } } as const;
    const plan = await this.giver.give(tx, contactId, giving);
    if (!plan.isDone && plan.outcome !== 'nothing') throw refusal(plan);
  }
}

function refusal({ reason, ways }: AccessPlanDto): AppError {
  const obstacle = ways.find(({ way }) => way === 'email')?.obstacle ?? reason;
  if (obstacle === 'same_person') return new AppError('colleague.already_there');
  return new AppError('colleague.not_sent', { reason: SAID.has(obstacle) ? obstacle : 'other' });
}

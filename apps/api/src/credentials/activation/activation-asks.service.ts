import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { fingerprint } from '../../config/keys.js';
import { first, transaction } from '../../db/sql.js';
import { DONE, type Done } from '../../http/schemas.js';
import { AccessRequestsService, tooManyAsked } from '../access-requests/access-requests.service.js';
import { DEAD_LINK, type DeadLink } from './activation.sql.js';

/** Counted before the token is looked at: who is told to wait learns nothing about it (INV-4). */
const PER_NETWORK = { max: 10, windowSeconds: 1_800 };

/** Whose invitation has ended asks for another one: a card for staff, because they decide who gets in. */
@Injectable()
export class ActivationAsks {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly requests: AccessRequestsService,
  ) {}

  /** Always the same answer, whatever the token is (INV-4). Asking twice counts on the card that is open. */
  async ask(token: string, ip: string): Promise<Done> {
    const attempt = { kind: 'invitation-ask', subject: networkOf(ip), rule: PER_NETWORK };
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
    if (!allowed) throw tooManyAsked(resetSeconds);
    const link = await first<DeadLink>(this.db, DEAD_LINK, [fingerprint(token)]);
    if (link && !link.isUsed) {
      const { contactId, identityId } = link;
      await transaction(this.db, (tx) => this.requests.open(tx, { kind: 'new_invitation', contactId, identityId, ip }));
    }
    return DONE;
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { DONE, type Done } from '../../http/schemas.js';
import { AccessRequestsService } from './access-requests.service.js';
import type { AskForHelp } from './portal-access-requests.dto.js';

/** One network, whatever it writes. */
const PER_NETWORK = { max: 5, windowSeconds: 1_800 } as const;

/** "I can't get in": only writes down what was typed; who is meant is found out afterwards, out of sight (INV-4, D7). */
@Injectable()
export class HelpRequests {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly requests: AccessRequestsService,
  ) {}

  /** Beyond its limit a network is answered the same, and nothing is written. */
  async ask(typed: AskForHelp, ip: string): Promise<Done> {
    const attempt = { kind: 'help-address', subject: networkOf(ip), rule: PER_NETWORK };
    const { allowed } = await this.budgets.spendWithin(this.db, attempt);
    if (allowed) await this.requests.open(this.db, { kind: 'cannot_get_in', typed, isLooked: false });
    return DONE;
  }
}

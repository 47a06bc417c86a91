import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { DONE, type Done } from '../../http/schemas.js';
import { AccessRequestsService, tooManyAsked } from './access-requests.service.js';
import type { AskForHelp } from './portal-access-requests.dto.js';

/** One network, whatever it writes: an office is one. */
const PER_NETWORK = { max: 10, windowSeconds: 1_800 } as const;

/** "I can't get in": only writes down what was typed; who is meant is found out afterwards, out of sight (INV-4, D7). */
@Injectable()
export class HelpRequests {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly requests: AccessRequestsService,
  ) {}

  /** Whoever asks from a network beyond its limit is told so: nobody waits for help that was never asked for. It says nothing about anybody. */
  async ask({ kind = 'cannot_get_in', ...typed }: AskForHelp, ip: string): Promise<Done> {
    const attempt = { kind: 'help-address', subject: networkOf(ip), rule: PER_NETWORK };
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
    if (!allowed) throw tooManyAsked(resetSeconds);
    await this.requests.open(this.db, { kind, typed, isLooked: false });
    return DONE;
  }
}

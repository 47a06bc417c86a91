import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddressBudget } from '../../budgets/address-budget.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import type { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { networkOf } from '../../budgets/networks.js';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { DONE, type Done } from '../../http/schemas.js';

/** One network, whoever it asks for (REC-9). */
const PER_NETWORK = { max: 5, windowSeconds: 1_800 } as const;

/** What a request says, sealed until it is decided. */
export interface Typed {
  email: string;
  phone?: string | undefined;
  ip: string;
}

export const boundTo = (id: string): string => `password_resets.${id}`;

/**
 * Requests for a new password. The request only writes down what was typed: everybody is answered the same, in the same time, because
 * nothing is looked up before the answer (INV-4, AUT-4, D7). The worker decides a second later.
 */
@Injectable()
export class ResetRequestsService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly budgets: BudgetsService,
    private readonly address: AddressBudget,
  ) {}

  /** Beyond its limit a network is answered the same, and nothing is written. Throws sign_in.challenge_required, whoever is asked for (D6). */
  async ask(typed: Typed, solved?: SolvedChallenge): Promise<Done> {
    await this.address.assertOpen({ door: 'reset', ip: typed.ip, solved });
    const attempt = { kind: 'reset-address', subject: networkOf(typed.ip), rule: PER_NETWORK };
    const { allowed } = await this.budgets.spendWithin(this.db, attempt);
    if (!allowed) return DONE;
    const id = newId();
    await rows(this.db, `INSERT INTO password_resets (id, typed) VALUES ($1, $2)`, [
      id,
      this.keys.seal(JSON.stringify(typed), boundTo(id)),
    ]);
    return DONE;
  }
}

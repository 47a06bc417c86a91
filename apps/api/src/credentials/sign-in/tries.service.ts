import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUDGET_RULES } from '../../budgets/budget-rules.js';
import { type Attempt, BudgetsService, type Spent } from '../../budgets/budgets.service.js';
import { fingerprint } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import type { Candidate, Candidates } from './candidates.js';

/** One try at one person's secret, spent. Without a candidate nobody is known by what was typed. */
export interface Try {
  candidate: Candidate | undefined;
  attempt: Attempt;
  spent: Spent;
}

/** Spends the tries of a sign-in before anything is compared (AUT-1), and gives back what was none. */
@Injectable()
export class TriesService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {}

  async spend(who: Candidates, deviceToken: string | undefined): Promise<Try[]> {
    const device = who.people.length > 0 && deviceToken ? await this.device(deviceToken) : undefined;
    if (who.people.length === 0)
      return [await this.one({ kind: who.kind, subject: who.canonical, rule: who.rule }, undefined)];
    const tries: Try[] = [];
    for (const candidate of who.people) {
      const { identityId } = candidate;
      const isKnown = device?.identityId === identityId;
      const usual: Attempt = { kind: who.kind, subject: identityId, identityId, rule: candidate.rule };
      tries.push(
        await this.one(
          isKnown ? { kind: 'knownDevice', subject: device.id, rule: BUDGET_RULES.knownDevice } : usual,
          candidate,
        ),
      );
    }
    return tries;
  }

  /** The secret was proven: its own tries are forgotten, those of others on the same phone were no guesses. */
  async settle(db: Db, won: Try, tries: readonly Try[]): Promise<void> {
    await this.budgets.clear(db, [this.budgets.key(won.attempt)]);
    for (const one of tries) if (one !== won && one.spent.allowed) await this.budgets.refund(db, one.attempt);
  }

  /** Nothing was compared after all. */
  async refund(tries: readonly Try[]): Promise<void> {
    for (const one of tries) if (one.spent.allowed) await this.budgets.refund(this.db, one.attempt);
  }

  private async one(attempt: Attempt, candidate: Candidate | undefined): Promise<Try> {
    return { candidate, attempt, spent: await this.budgets.spend(this.db, attempt) };
  }

  private device(token: string): Promise<{ id: string; identityId: string } | undefined> {
    return first(
      this.db,
      `SELECT id, identity_id AS "identityId" FROM known_devices WHERE token_hash = $1 AND expires_at > now()`,
      [fingerprint(token)],
    );
  }
}

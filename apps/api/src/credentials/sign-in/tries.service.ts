import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddressBudget, type Knock } from '../../budgets/address-budget.js';
import { BUDGET_RULES } from '../../budgets/budget-rules.js';
import { type Attempt, BudgetsService, type Spent } from '../../budgets/budgets.service.js';
import { fingerprint } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import type { Candidate, Candidates } from './candidates.js';
import type { Browser } from './portal-browser.js';

/** One try at one person's secret, spent. Without a candidate nobody is known by what was typed. */
export interface Try {
  candidate: Candidate | undefined;
  attempt: Attempt;
  spent: Spent;
}

interface Device {
  id: string;
  identityId: string;
}

/** Who stands at the door, with the work that was asked for. */
type Visitor = Pick<Browser, 'deviceToken' | 'ip'> & Pick<Knock, 'solved'>;

/** All that one sign-in spent. */
export interface Tries {
  each: Try[];
  /** What the client's address spent; known browsers are let past its budget. */
  knock: Knock | undefined;
}

/** Spends the tries of a sign-in before anything is compared (AUT-1), and gives back what was none. */
@Injectable()
export class TriesService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly address: AddressBudget,
  ) {}

  /**
   * Throws sign_in.too_many when the address has none left, sign_in.challenge_required when it has to do some work first; a browser
   * that somebody meant here signed in with before is let through (AUT-5).
   */
  async spend(who: Candidates, { deviceToken, ip, solved }: Visitor): Promise<Tries> {
    const device = who.people.length > 0 && deviceToken ? await this.device(deviceToken) : undefined;
    const isKnownHere = who.people.some(({ identityId }) => identityId === device?.identityId);
    const knock: Knock = { door: 'sign-in', ip, identifier: who.canonical, solved };
    if (!isKnownHere) await this.address.spend(knock);
    return { each: await this.each(who, device), knock: isKnownHere ? undefined : knock };
  }

  private async each(who: Candidates, device: Device | undefined): Promise<Try[]> {
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
  async settle(db: Db, won: Try, tries: Tries): Promise<void> {
    await this.budgets.clear(db, [this.budgets.key(won.attempt)]);
    await this.giveBack(
      db,
      tries.each.filter((one) => one !== won),
    );
  }

  /** It was no failure. Outside the transaction of the sign-in: everybody behind one address would wait in line for its row. */
  async excuse({ knock }: Tries): Promise<void> {
    if (knock) await this.address.refund(this.db, knock);
  }

  /** Nothing was compared after all. */
  async refund(tries: Tries): Promise<void> {
    await this.giveBack(this.db, tries.each);
    await this.excuse(tries);
  }

  private async giveBack(db: Db, each: readonly Try[]): Promise<void> {
    for (const one of each) if (one.spent.allowed) await this.budgets.refund(db, one.attempt);
  }

  private async one(attempt: Attempt, candidate: Candidate | undefined): Promise<Try> {
    return { candidate, attempt, spent: await this.budgets.spend(this.db, attempt) };
  }

  private device(token: string): Promise<Device | undefined> {
    return first(
      this.db,
      `SELECT id, identity_id AS "identityId" FROM known_devices WHERE token_hash = $1 AND expires_at > now()`,
      [fingerprint(token)],
    );
  }
}

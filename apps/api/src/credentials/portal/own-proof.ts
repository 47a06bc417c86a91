import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type BudgetRule, BUDGET_RULES } from '../../budgets/budget-rules.js';
import { type Attempt, BudgetsService } from '../../budgets/budgets.service.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { LockAlerts } from '../notices/lock-alerts.js';
import { PinStore } from '../pins/pin-store.js';

interface Secret {
  kind: 'password' | 'pin';
  rule: BudgetRule;
  matches: () => boolean | Promise<boolean>;
}

const WRONG = { password: ['/currentPassword', 'password.wrong'], pin: ['/currentPin', 'pin.wrong'] } as const;

/** A secret that somebody who is signed in types once more: out of the same budget as a sign-in, spent before it is looked at (AUT-1, AUT-6). */
@Injectable()
export class OwnProof {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly passwords: PasswordsService,
    private readonly pins: PinStore,
    private readonly alerts: LockAlerts,
  ) {}

  /** Throws password.wrong. */
  async password(typed: string, hash: string, person: PersonActor): Promise<void> {
    const matches = async () => (await this.passwords.verify(typed, hash)).matches;
    await this.prove({ kind: 'password', rule: BUDGET_RULES.password, matches }, person);
  }

  /** False when the login has no PIN; throws pin.wrong for one that does not fit, or none. */
  async pin(typed: string | undefined, person: PersonActor): Promise<boolean> {
    const own = await this.pins.active(this.db, person.identityId);
    if (!own) return false;
    if (typed === undefined) throw this.wrong('pin', 0);
    await this.prove({ kind: 'pin', rule: own.rule, matches: () => this.pins.matches(own.pin, typed) }, person);
    return true;
  }

  private async prove({ kind, rule, matches }: Secret, { identityId, ip }: PersonActor): Promise<void> {
    const attempt: Attempt = { kind, subject: identityId, identityId, rule };
    const spent = await this.budgets.spend(this.db, attempt);
    if (spent.allowed && (await matches())) return this.budgets.clear(this.db, [this.budgets.key(attempt)]);
    await this.alerts.after({ attempt, spent }, ip);
    throw this.wrong(kind, spent.waitSeconds);
  }

  private wrong(kind: Secret['kind'], waitSeconds: number): AppError {
    const [pointer, code] = WRONG[kind];
    return new AppError(code, { waitSeconds, errors: [{ pointer, code, detail: `Not the current ${kind}` }] });
  }
}

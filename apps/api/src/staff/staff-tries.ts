import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddressBudget, type Knock } from '../budgets/address-budget.js';
import { BUDGET_RULES } from '../budgets/budget-rules.js';
import { type Attempt, BudgetsService, type Spent } from '../budgets/budgets.service.js';
import type { Db } from '../db/sql.js';
import { emailKey } from '../text/email.js';
import { type DeviceOwner, StaffDevices } from './staff-devices.js';

/** One try at a staff password, spent. */
export interface StaffTry {
  /** The budget's key: all that the audit says about who was meant (D26). */
  key: string;
  attempt: Attempt;
  spent: Spent;
  /** What the client's address spent, when its budget was asked. */
  knock: Knock | undefined;
}

/** An e-mail address in the one spelling it is counted and looked up in (AUT-2). */
export const canonicalEmail = (email: string): string =>
  emailKey(email) ?? email.trim().normalize('NFKC').toLowerCase();

/** One counter for every way to test a staff password: sign-in, re-authentication, change (AUT-6). A person keeps it with a new e-mail address. */
const attemptAt = (subject: string): Attempt => ({ kind: 'staff-password', subject, rule: BUDGET_RULES.password });

/** Spends tries before a staff password is looked at (AUT-1). Where somebody signed in before, the browser's own budget counts instead (AUT-5). */
@Injectable()
export class StaffTries {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly address: AddressBudget,
    private readonly devices: StaffDevices,
  ) {}

  /** Throws sign_in.too_many when the address has no try left, sign_in.challenge_required when it has to do some work first; known browsers are let past it. */
  async signIn(
    who: { email: string; member: DeviceOwner | undefined },
    browser: { ip: string; deviceToken?: string | undefined } & Pick<Knock, 'solved'>,
  ): Promise<StaffTry> {
    const device = this.devices.attempt(who.member, browser.deviceToken);
    const knock: Knock = { door: 'staff', ip: browser.ip, identifier: who.email, solved: browser.solved };
    if (!device) await this.address.spend(knock);
    return this.spend(device ?? attemptAt(who.member?.id ?? who.email), device ? undefined : knock);
  }

  /** A try of somebody who is signed in. */
  proof(member: DeviceOwner, deviceToken: string | undefined): Promise<StaffTry> {
    return this.spend(this.devices.attempt(member, deviceToken) ?? attemptAt(member.id), undefined);
  }

  /** The password was proven. */
  async settle(db: Db, one: Pick<StaffTry, 'key' | 'knock'>): Promise<void> {
    await this.budgets.clear(db, [one.key]);
    if (one.knock) await this.address.refund(db, one.knock);
  }

  /** Nothing was compared after all. */
  async refund(one: StaffTry): Promise<void> {
    if (one.spent.allowed) await this.budgets.refund(this.db, one.attempt);
    if (one.knock) await this.address.refund(this.db, one.knock);
  }

  /** Somebody proved to be this person in another way, by a link. */
  clear(db: Db, staffId: string): Promise<void> {
    return this.budgets.clear(db, [this.budgets.key(attemptAt(staffId))]);
  }

  private async spend(attempt: Attempt, knock: Knock | undefined): Promise<StaffTry> {
    return { key: this.budgets.key(attempt), attempt, spent: await this.budgets.spend(this.db, attempt), knock };
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUDGET_RULES } from '../../budgets/budget-rules.js';
import { type Attempt, BudgetsService } from '../../budgets/budgets.service.js';
import { type Db, first } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { PasswordStore } from '../passwords/password-store.js';
import type { ChangePortalPassword } from './portal.dto.js';

/** Proving the own password once more. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: DataSource,
    private readonly store: PasswordStore,
    private readonly passwords: PasswordsService,
    private readonly budgets: BudgetsService,
    private readonly sessions: SessionsService,
  ) {}

  /** The current password, out of the same budget as a sign-in (AUT-6); a password that must be changed has just been proven, and may not come again. */
  async prove(body: ChangePortalPassword, person: PersonActor): Promise<void> {
    const { identityId } = person;
    const identity = await first<{ email: string | null }>(this.db, `SELECT email FROM identities WHERE id = $1`, [
      identityId,
    ]);
    if (!identity?.email) throw new AppError('contact.no_email');
    const current = await this.store.active(this.db, identityId);
    if (!current) return;
    if (person.mustChange) {
      const same = await this.passwords.verify(body.newPassword, current.hash);
      if (same.matches)
        throw fieldError('/newPassword', 'password.weak', 'This is the password that has to be changed');
      return;
    }
    if (body.currentPassword === undefined) throw fieldError('/currentPassword', 'password.wrong');
    await this.compare(body.currentPassword, identityId, current.hash);
  }

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  async rotate(tx: Db, sessionId: string): Promise<{ id: string; expiresAt: Date }> {
    const session = await this.sessions.rotate(tx, sessionId, { proven: true, mustChange: false });
    if (!session) throw new AppError('session.required');
    return session;
  }

  private async compare(password: string, identityId: string, hash: string): Promise<void> {
    const attempt: Attempt = { kind: 'password', subject: identityId, identityId, rule: BUDGET_RULES.password };
    const spent = await this.budgets.spend(this.db, attempt);
    const isRight = spent.allowed && (await this.passwords.verify(password, hash)).matches;
    if (isRight) return this.budgets.clear(this.db, [this.budgets.key(attempt)]);
    const errors = [{ pointer: '/currentPassword', code: 'password.wrong', detail: 'Not the current password' }];
    throw new AppError('password.wrong', { waitSeconds: spent.waitSeconds, errors });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUDGET_RULES } from '../budgets/budget-rules.js';
import type { Attempt, Spent } from '../budgets/budgets.service.js';
import { first, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import { emailKey } from '../text/email.js';
import { StaffDevices } from './staff-devices.js';
import type { SignInStaff } from './staff.dto.js';
import { type SignedIn, StaffRecords } from './staff-records.js';

export interface Browser {
  ip: string;
  userAgent?: string | undefined;
  /** Proof that somebody signed in here before (staff-devices.ts). */
  deviceToken?: string | undefined;
}

interface Member extends SignedIn {
  passwordHash: string | null;
  /** To the microsecond, as text. */
  passwordSetAt: string | null;
}

/** One counter for every way to test a staff password: sign-in, re-authentication, change (AUT-6). */
export const staffAttempt = (email: string): Attempt => ({
  kind: 'staff-password',
  subject: emailKey(email) ?? email.trim().normalize('NFKC').toLowerCase(),
  rule: BUDGET_RULES.password,
});

const MEMBER = `SELECT id, email, name, role, language, password_hash AS "passwordHash", password_set_at::text AS "passwordSetAt" FROM staff_members WHERE status = 'active'`;

/** Sign-in of staff and what keeps a session going. */
@Injectable()
export class StaffSessionService {
  constructor(
    private readonly db: DataSource,
    private readonly devices: StaffDevices,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly records: StaffRecords,
  ) {}

  /** Unknown, wrong, inactive, invited and waiting get the same answer for the same work (AUT-4). */
  async signIn({ email, password }: SignInStaff, browser: Browser): Promise<OpenedSession> {
    const { deviceToken, ...opening } = browser;
    const usual = staffAttempt(email);
    const member = await first<Member>(this.db, `${MEMBER} AND email = $1`, [usual.subject]);
    const attempt = this.devices.attempt(usual, member, deviceToken);
    const spent = await this.devices.budgets.spend(this.db, attempt);
    const verdict = await this.passwords.verify(password, spent.allowed ? member?.passwordHash : undefined);
    if (!member || !verdict.matches) {
      if (spent.allowed) await this.records.failure(this.db, this.devices.budgets.key(attempt), browser.ip);
      throw new AppError('sign_in.failed', { waitSeconds: spent.waitSeconds });
    }
    const newHash = verdict.needsRehash ? await this.passwords.hash(password) : null;
    return transaction(this.db, async (tx) => {
      // Comparing takes its time: a password that was changed meanwhile opens nothing, and its hash does not come back.
      const still = await first(
        tx,
        `UPDATE staff_members SET last_sign_in_at = now(), password_hash = coalesce($2, password_hash)
          WHERE id = $1 AND status = 'active' AND password_set_at IS NOT DISTINCT FROM $3::timestamptz RETURNING id`,
        [member.id, newHash, member.passwordSetAt],
      );
      if (!still) throw new AppError('sign_in.failed', { waitSeconds: spent.waitSeconds });
      await this.devices.budgets.clear(tx, [this.devices.budgets.key(attempt)]);
      await this.records.success(tx, { member, ip: browser.ip, hadFailures: spent.used > BUDGET_RULES.password.free });
      return this.sessions.open(tx, { kind: 'staff', staffId: member.id, method: 'password', ...opening });
    });
  }

  /** Proves the password again, under the budget of sign-in, and gives the session a new id (SES-1, AUT-6). */
  async reauthenticate(password: string, staff: StaffActor): Promise<OpenedSession> {
    const { attempt } = await this.prove(password, staff, '/password');
    return transaction(this.db, async (tx) => {
      await this.devices.budgets.clear(tx, [this.devices.budgets.key(attempt)]);
      const session = staff.sessionId ? await this.sessions.rotate(tx, staff.sessionId, { proven: true }) : undefined;
      if (!session) throw new AppError('session.required');
      await this.records.reauthenticated(tx, staff);
      return session;
    });
  }

  /** Spends a try and compares. Throws password.wrong at this field of the body: the session itself is fine. */
  async prove(password: string, staff: StaffActor, pointer: string): Promise<{ member: Member; attempt: Attempt }> {
    const member = await first<Member>(this.db, `${MEMBER} AND id = $1`, [staff.staffId]);
    if (!member) throw new AppError('session.required');
    const attempt = staffAttempt(member.email);
    const spent: Spent = await this.devices.budgets.spend(this.db, attempt);
    const verdict = await this.passwords.verify(password, spent.allowed ? member.passwordHash : undefined);
    if (verdict.matches) return { member, attempt };
    if (spent.allowed) await this.records.failure(this.db, this.devices.budgets.key(attempt), staff.ip);
    throw new AppError('password.wrong', {
      waitSeconds: spent.waitSeconds,
      errors: [{ pointer, code: 'password.wrong', detail: 'This is not the current password' }],
    });
  }
}

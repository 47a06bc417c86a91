import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { BUDGET_RULES } from '../budgets/budget-rules.js';
import { type Attempt, BudgetsService, type Spent } from '../budgets/budgets.service.js';
import { CONFIG, type Config } from '../config/config.js';
import { type Db, first, rows, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { permissionsOf, type StaffRole } from '../http/permissions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { emailKey } from '../text/email.js';
import type { SignInStaff, StaffSessionDto } from './staff.dto.js';
import { StaffMessages } from './staff.messages.js';

export interface Browser {
  ip: string;
  userAgent?: string | undefined;
}

interface Member {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  language: string | null;
  passwordHash: string | null;
}

/** One counter for every way to test a staff password: sign-in, re-authentication, change (AUT-6). */
export const staffAttempt = (email: string): Attempt => ({
  kind: 'staff-password',
  subject: emailKey(email) ?? email.trim().normalize('NFKC').toLowerCase(),
  rule: BUDGET_RULES.password,
});

const MEMBER = `SELECT id, email, name, role, language, password_hash AS "passwordHash" FROM staff_members WHERE status = 'active'`;

/** Sign-in of staff and what keeps a session going. */
@Injectable()
export class StaffSessionService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly records: StaffRecords,
  ) {}

  /** Unknown, wrong, inactive, invited and waiting get the same answer for the same work (AUT-4). */
  async signIn({ email, password }: SignInStaff, browser: Browser): Promise<OpenedSession> {
    const attempt = staffAttempt(email);
    const spent = await this.budgets.spend(this.db, attempt);
    const member = await first<Member>(this.db, `${MEMBER} AND email = $1`, [attempt.subject]);
    const verdict = await this.passwords.verify(password, spent.allowed ? member?.passwordHash : undefined);
    if (!member || !verdict.matches) {
      if (spent.allowed) await this.records.failure(this.db, this.budgets.key(attempt), browser.ip);
      throw new AppError('sign_in.failed', { waitSeconds: spent.waitSeconds });
    }
    const newHash = verdict.needsRehash ? await this.passwords.hash(password) : null;
    return transaction(this.db, async (tx) => {
      await rows(tx, `UPDATE staff_members SET last_sign_in_at = now(), password_hash = coalesce($2, password_hash) WHERE id = $1`, [member.id, newHash]);
      await this.budgets.clear(tx, [this.budgets.key(attempt)]);
      await this.records.success(tx, { member, ip: browser.ip, hadFailures: spent.used > BUDGET_RULES.password.free });
      return this.sessions.open(tx, { kind: 'staff', staffId: member.id, method: 'password', ...browser });
    });
  }

  /** Proves the password again, under the budget of sign-in, and gives the session a new id (SES-1, AUT-6). */
  async reauthenticate(password: string, staff: StaffActor): Promise<OpenedSession> {
    const { attempt } = await this.prove(password, staff, '/password');
    return transaction(this.db, async (tx) => {
      await this.budgets.clear(tx, [this.budgets.key(attempt)]);
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
    const spent: Spent = await this.budgets.spend(this.db, attempt);
    const verdict = await this.passwords.verify(password, spent.allowed ? member.passwordHash : undefined);
    if (verdict.matches) return { member, attempt };
    if (spent.allowed) await this.records.failure(this.db, this.budgets.key(attempt), staff.ip);
    throw new AppError('password.wrong', { waitSeconds: spent.waitSeconds, errors: [{ pointer, code: 'password.wrong', detail: 'This is not the current password' }] });
  }
}

/** What sign-ins leave behind: audit events, and a notice when somebody had guessed before. */
@Injectable()
export class StaffRecords {
  constructor(
    private readonly audit: AuditService,
    private readonly messages: StaffMessages,
  ) {}

  /** The identifier only as its keyed fingerprint: it may be anybody's address (D26). */
  failure(db: Db, subjectKey: string, ip: string): Promise<void> {
    return this.audit.record(db, { kind: 'anyone', id: 'anyone', ip }, 'staff.sign_in_failed', { subjectKey });
  }

  async success(tx: Db, { member, ip, hadFailures }: { member: Member; ip: string; hadFailures: boolean }): Promise<void> {
    await this.audit.record(tx, actorOf(member, ip), 'staff.signed_in', { subjectId: member.id, hadFailures });
    if (hadFailures) await this.messages.sendNotice(tx, member, 'signInAfterFailures');
  }

  reauthenticated(tx: Db, staff: StaffActor): Promise<void> {
    return this.audit.record(tx, staff, 'staff.reauthenticated', { subjectId: staff.staffId });
  }
}

/** The actor of an act that opens the session itself. */
export const actorOf = (member: { id: string; name: string; role: StaffRole; language: string | null }, ip: string): StaffActor => ({
  kind: 'staff', id: member.id, staffId: member.id, name: member.name, role: member.role, language: member.language,
  permissions: permissionsOf(member.role), sessionId: null, authenticatedAt: null, ip,
});

/** What the admin app starts with. */
@Injectable()
export class StaffSessionView {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(sessionRowId: string | null): Promise<StaffSessionDto> {
    const row = await first<StaffSessionDto['staff'] & { expiresAt: Date; authenticatedAt: Date }>(
      this.db,
      `SELECT m.id, m.name, m.email, m.role, m.language, s.expires_at AS "expiresAt", s.authenticated_at AS "authenticatedAt"
         FROM sessions s JOIN staff_members m ON m.id = s.staff_id WHERE s.id = $1`,
      [sessionRowId],
    );
    if (!row) throw new AppError('session.required');
    const { expiresAt, authenticatedAt, ...staff } = row;
    const { company, locale, hasLogo } = await this.settings.view();
    const shown = { name: company.name, color: company.color, hasLogo, language: locale.language, country: locale.country };
    return { staff, permissions: [...permissionsOf(staff.role)], expiresAt, authenticatedAt, company: shown, demo: this.config.mode === 'demo' };
  }
}

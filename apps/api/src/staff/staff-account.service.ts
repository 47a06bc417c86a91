import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { first, rows, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { DONE, type Done } from '../http/schemas.js';
import { assertStrong } from '../passwords/password-rules.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import type { OpenedSession } from '../sessions/sessions.service.js';
import { StaffEntry } from './second-factor/staff-entry.js';
import { StaffPasswordRule } from './staff-password-rule.js';
import type { ChangeOwnStaffPassword, ChangeOwnStaffProfile } from './staff.dto.js';
import { StaffMessages } from './staff.messages.js';
import { StaffSessionService } from './staff-session.service.js';
import { StaffTries } from './staff-tries.js';

/** What a change of a staff password touches, in one place. */
@Injectable()
export class StaffAccountTools {
  constructor(
    readonly passwords: PasswordsService,
    readonly tries: StaffTries,
    readonly entry: StaffEntry,
    readonly messages: StaffMessages,
    readonly audit: AuditService,
  ) {}
}

/** What a staff member changes about the own account. */
@Injectable()
export class StaffAccountService {
  constructor(
    private readonly db: DataSource,
    private readonly signIn: StaffSessionService,
    private readonly rule: StaffPasswordRule,
    private readonly tools: StaffAccountTools,
  ) {}

  /** Needs the current password; ends the other sessions, gives this one a new id, and tells the owner (AUT-9). */
  async changePassword(
    change: ChangeOwnStaffPassword,
    staff: StaffActor,
    deviceToken: string | undefined,
  ): Promise<OpenedSession> {
    const { email } = await this.member(staff);
    assertStrong(change.newPassword, await this.rule.for(email), '/newPassword');
    const proof = { password: change.currentPassword, pointer: '/currentPassword', deviceToken };
    const { member, one } = await this.signIn.prove(proof, staff);
    const hash = await this.tools.passwords.hash(change.newPassword);
    return transaction(this.db, async (tx) => {
      await rows(tx, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [
        member.id,
        hash,
      ]);
      await rows(tx, `DELETE FROM staff_links WHERE staff_id = $1 AND used_at IS NULL`, [member.id]);
      await this.tools.tries.settle(tx, one);
      await this.tools.entry.sessions.endAll(tx, { staffId: member.id }, staff.sessionId);
      const session = staff.sessionId
        ? await this.tools.entry.sessions.rotate(tx, staff.sessionId, { proven: true })
        : undefined;
      if (!session) throw new AppError('session.required');
      await this.tools.messages.sendNotice(tx, member, 'passwordChanged');
      await this.tools.audit.record(tx, staff, 'staff.password_changed', { subjectId: member.id });
      return session;
    });
  }

  async changeProfile(change: ChangeOwnStaffProfile, staff: StaffActor): Promise<void> {
    await transaction(this.db, async (tx) => {
      await rows(
        tx,
        `UPDATE staff_members SET name = coalesce($2, name), language = CASE WHEN $3 THEN $4 ELSE language END, version = version + 1 WHERE id = $1`,
        [staff.staffId, change.name ?? null, change.language !== undefined, change.language ?? null],
      );
      await this.tools.audit.record(tx, staff, 'staff.profile_changed', {
        subjectId: staff.staffId,
        fields: Object.keys(change),
      });
    });
  }

  async listSessions(staff: StaffActor) {
    const sessions = await this.tools.entry.sessions.list(staff.staffId);
    return { items: sessions.map((session) => ({ ...session, isCurrent: session.id === staff.sessionId })) };
  }

  /** Ends one of the own sessions; another person's is not found. */
  async endSession(id: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const ended = await first(tx, `DELETE FROM sessions WHERE id = $1 AND staff_id = $2 RETURNING id`, [
        id,
        staff.staffId,
      ]);
      if (!ended) throw new AppError('row.not_found');
      await this.tools.audit.record(tx, staff, 'staff.session_ended', { subjectId: staff.staffId });
      return DONE;
    });
  }

  /** Ends this session, or every one of this person. */
  async signOut(staff: StaffActor, which: 'this' | 'all'): Promise<Done> {
    return transaction(this.db, async (tx) => {
      if (which === 'all') await this.tools.entry.sessions.endAll(tx, { staffId: staff.staffId });
      else if (staff.sessionId) await this.tools.entry.sessions.end(staff.sessionId, tx);
      await rows(tx, `DELETE FROM sessions WHERE staff_id = $1 AND kind = 'view'`, [staff.staffId]);
      await this.tools.audit.record(tx, staff, 'staff.signed_out', { subjectId: staff.staffId, which });
      return DONE;
    });
  }

  private async member(staff: StaffActor): Promise<{ email: string }> {
    const row = await first<{ email: string }>(this.db, `SELECT email FROM staff_members WHERE id = $1`, [
      staff.staffId,
    ]);
    if (!row) throw new AppError('session.required');
    return row;
  }
}

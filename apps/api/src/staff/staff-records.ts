import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Db } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { permissionsOf, type StaffRole } from '../http/permissions.js';
import { StaffMessages } from './staff.messages.js';

export interface SignedIn {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  language: string | null;
}

/** The actor of an act that opens the session itself. */
export const actorOf = (member: Omit<SignedIn, 'email'>, ip: string): StaffActor => ({
  kind: 'staff',
  id: member.id,
  staffId: member.id,
  name: member.name,
  role: member.role,
  language: member.language,
  permissions: permissionsOf(member.role),
  sessionId: null,
  authenticatedAt: null,
  mustEnrol: false,
  ip,
});

const SECOND_FACTOR_NOTICES = {
  enabled: 'secondFactorOn',
  disabled: 'secondFactorOff',
  reset: 'secondFactorReset',
  codes_renewed: 'recoveryCodesRenewed',
} as const;

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

  async success(
    tx: Db,
    { member, ip, hadFailures }: { member: SignedIn; ip: string; hadFailures: boolean },
  ): Promise<void> {
    await this.audit.record(tx, actorOf(member, ip), 'staff.signed_in', { subjectId: member.id, hadFailures });
    if (hadFailures) await this.messages.sendNotice(tx, member, 'signInAfterFailures');
  }

  async codeFailed(tx: Db, owner: SignedIn & { ip: string }, isSuspicious: boolean): Promise<void> {
    await this.audit.record(tx, { kind: 'anyone', id: 'anyone', ip: owner.ip }, 'staff.code_failed', {
      subjectId: owner.id,
    });
    if (isSuspicious) await this.messages.sendNotice(tx, owner, 'codeGuessed');
  }

  async recoveryCodeUsed(tx: Db, owner: SignedIn & { ip: string }): Promise<void> {
    await this.audit.record(tx, actorOf(owner, owner.ip), 'staff.recovery_code_used', { subjectId: owner.id });
    await this.messages.sendNotice(tx, owner, 'recoveryCodeUsed');
  }

  /** What became of a member's second step, and a message about it: it may not have been the member. */
  async secondFactor(
    tx: Db,
    { owner, by, what }: { owner: SignedIn; by: StaffActor; what: keyof typeof SECOND_FACTOR_NOTICES },
  ): Promise<void> {
    await this.audit.record(tx, by, `staff.second_factor_${what}`, { subjectId: owner.id });
    await this.messages.sendNotice(tx, owner, SECOND_FACTOR_NOTICES[what]);
  }

  reauthenticated(tx: Db, staff: StaffActor): Promise<void> {
    return this.audit.record(tx, staff, 'staff.reauthenticated', { subjectId: staff.staffId });
  }
}

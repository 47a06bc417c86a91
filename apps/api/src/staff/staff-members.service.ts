import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { first, rows, transaction } from '../db/sql.js';
import type { Editing } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { StaffRole } from '../http/permissions.js';
import { DONE, type Done } from '../http/schemas.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { emailKey } from '../text/email.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { StaffLinksService } from './staff-links.service.js';
import { StaffMembersQueries } from './staff-members.queries.js';
import { mayActOn } from './staff-roles.js';
import type { ChangeStaffMember, InviteStaffMember, StaffMemberDto } from './staff.dto.js';
import { StaffMessages } from './staff.messages.js';

interface Member {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  status: 'invited' | 'active' | 'inactive';
  language: string | null;
}

/** What a change of a member touches besides the row. */
@Injectable()
export class StaffMemberTools {
  constructor(
    readonly sessions: SessionsService,
    readonly messages: StaffMessages,
    readonly audit: AuditService,
    readonly secondFactor: SecondFactorService,
  ) {}
}

/** Who may work here, and as what. */
@Injectable()
export class StaffMembersService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: StaffMembersQueries,
    private readonly links: StaffLinksService,
    private readonly tools: StaffMemberTools,
  ) {}

  async invite(invitation: InviteStaffMember, id: string, staff: StaffActor): Promise<StaffMemberDto> {
    if (!mayActOn(staff.role, invitation.role)) throw new AppError('staff.role_not_grantable');
    return transaction(this.db, async (tx) => {
      const member = await first<Member>(
        tx,
        `INSERT INTO staff_members (id, email, name, role, language) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING
         RETURNING id, email, name, role, status, language`,
        [id, emailKey(invitation.email), invitation.name, invitation.role, invitation.language ?? null],
      );
      if (!member)
        throw new AppError('staff.email_taken', {
          errors: [{ pointer: '/email', code: 'staff.email_taken', detail: 'A staff member with this e-mail exists' }],
        });
      await this.sendLink(tx, member, staff);
      await this.tools.audit.record(tx, staff, 'staff.invited', {
        subjectId: id,
        role: member.role,
        email: member.email,
      });
      return this.queries.one(id, staff, tx);
    });
  }

  async change(
    id: string,
    change: ChangeStaffMember,
    { version, actor: staff }: Editing<StaffActor>,
  ): Promise<StaffMemberDto> {
    return transaction(this.db, async (tx) => {
      const owners = await this.lockOwners(tx);
      const member = await this.grantable(tx, id, staff);
      if (change.role && !mayActOn(staff.role, change.role)) throw new AppError('staff.role_not_grantable');
      if (change.role && change.role !== 'owner') assertNotLast(owners, id);
      const changed = await first(
        tx,
        `UPDATE staff_members SET name = coalesce($3, name), role = coalesce($4, role), language = CASE WHEN $5 THEN $6 ELSE language END, version = version + 1
          WHERE id = $1 AND version = $2 RETURNING id`,
        [id, version, change.name ?? null, change.role ?? null, change.language !== undefined, change.language ?? null],
      );
      if (!changed) throw new AppError('row.changed');
      const role = change.role && change.role !== member.role ? { from: member.role, to: change.role } : undefined;
      await this.tools.audit.record(tx, staff, role ? 'staff.role_changed' : 'staff.changed', {
        subjectId: id,
        fields: Object.keys(change),
        ...role,
      });
      return this.queries.one(id, staff, tx);
    });
  }

  /** Ends the member's sessions and keys at once; keys do not come back with the member (KEY-6). */
  async deactivate(id: string, staff: StaffActor): Promise<StaffMemberDto> {
    return transaction(this.db, async (tx) => {
      const owners = await this.lockOwners(tx);
      const member = await this.grantable(tx, id, staff);
      assertNotLast(owners, id);
      await rows(
        tx,
        `UPDATE staff_members SET status = 'inactive', version = version + 1 WHERE id = $1 AND status <> 'inactive'`,
        [id],
      );
      await this.tools.sessions.endAll(tx, { staffId: id });
      await this.links.revoke(tx, id);
      const keys = await rows(
        tx,
        `UPDATE api_keys SET revoked_at = now() WHERE owner_id = $1 AND revoked_at IS NULL RETURNING id`,
        [id],
      );
      if (member.status !== 'inactive')
        await this.tools.audit.record(tx, staff, 'staff.deactivated', { subjectId: id, keysRevoked: keys.length });
      return this.queries.one(id, staff, tx);
    });
  }

  /** Back to active with the old password, or to invited for somebody who never set one. */
  async reactivate(id: string, staff: StaffActor): Promise<StaffMemberDto> {
    return transaction(this.db, async (tx) => {
      const member = await this.grantable(tx, id, staff);
      const status = `CASE WHEN password_hash IS NULL THEN 'invited' ELSE 'active' END`;
      await rows(
        tx,
        `UPDATE staff_members SET status = ${status}, version = version + 1 WHERE id = $1 AND status = 'inactive'`,
        [id],
      );
      if (member.status === 'inactive')
        await this.tools.audit.record(tx, staff, 'staff.reactivated', { subjectId: id });
      return this.queries.one(id, staff, tx);
    });
  }

  /** A new link to set a password; the older one dies, the current password stays until the link is used. */
  async resend(id: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const member = await this.grantable(tx, id, staff);
      if (member.status === 'inactive')
        throw new AppError('row.conflict', { detail: 'This staff member is not active' });
      await this.sendLink(tx, member, staff);
      await this.tools.audit.record(tx, staff, 'staff.link_sent', { subjectId: id });
      return DONE;
    });
  }

  /** For a member whose authenticator app is gone. Nobody takes the own one this way: that needs a code. */
  async resetSecondFactor(id: string, staff: StaffActor): Promise<StaffMemberDto> {
    if (id === staff.staffId)
      throw new AppError('access.denied', { detail: 'The own second step is switched off by a code' });
    return transaction(this.db, async (tx) => {
      const member = await this.grantable(tx, id, staff);
      await this.tools.secondFactor.reset(tx, member, staff);
      return this.queries.one(id, staff, tx);
    });
  }

  private async sendLink(tx: EntityManager, member: Member, by: StaffActor): Promise<void> {
    const link = await this.links.make(tx, member.id);
    await this.tools.messages.sendLink(tx, {
      to: member,
      text: member.status === 'active' ? 'newPassword' : 'invitation',
      ...link,
      by,
    });
  }

  /** The member, if the actor's role reaches that far. Locked until the transaction ends. */
  private async grantable(tx: EntityManager, id: string, staff: StaffActor): Promise<Member> {
    const member = await first<Member>(
      tx,
      `SELECT id, email, name, role, status, language FROM staff_members WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!member) throw new AppError('row.not_found');
    if (!mayActOn(staff.role, member.role)) throw new AppError('staff.role_not_grantable');
    return member;
  }

  /** Active owners, locked in one order: of two who leave at once, the second sees that the first has gone (AZN-10, R28). */
  private async lockOwners(tx: EntityManager): Promise<string[]> {
    const owners = await rows<{ id: string }>(
      tx,
      `SELECT id FROM staff_members WHERE role = 'owner' AND status = 'active' ORDER BY id FOR UPDATE`,
    );
    return owners.map((owner) => owner.id);
  }
}

function assertNotLast(owners: string[], id: string): void {
  if (owners.length === 1 && owners[0] === id) throw new AppError('staff.last_owner');
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { InvitationsService } from '../activation/invitations.service.js';
import { AccessState } from '../identities/access-state.js';

interface Subject {
  contactId: string;
  customerId: string;
  identityId: string;
}

/** What staff do to somebody's way in without touching a secret. */
@Injectable()
export class AccessService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly invitations: InvitationsService,
    private readonly access: AccessState,
    private readonly audit: AuditService,
  ) {}

  liftLock(contactId: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const subject = await this.subject(tx, contactId);
      const lifted = await this.budgets.lift(tx, subject.identityId);
      await this.audit.record(tx, staff, 'lock.lifted', { ...subject, budgets: lifted });
      return DONE;
    });
  }

  revokeInvitations(contactId: string, staff: StaffActor): Promise<{ revoked: number }> {
    return transaction(this.db, async (tx) => {
      const subject = await this.subject(tx, contactId);
      const revoked = await this.invitations.revoke(tx, contactId);
      await this.access.refreshPerson(tx, subject.identityId);
      if (revoked > 0) await this.audit.record(tx, staff, 'invitation.revoked', { ...subject, revoked });
      return { revoked };
    });
  }

  endSessions(contactId: string, staff: StaffActor): Promise<{ ended: number }> {
    return transaction(this.db, async (tx) => {
      const subject = await this.subject(tx, contactId);
      const ended = await rows(tx, `DELETE FROM sessions WHERE identity_id = $1 AND kind = 'contact' RETURNING id`, [
        subject.identityId,
      ]);
      await rows(tx, `DELETE FROM known_devices WHERE identity_id = $1`, [subject.identityId]);
      await this.audit.record(tx, staff, 'session.ended_by_staff', { ...subject, sessions: ended.length });
      return { ended: ended.length };
    });
  }

  /** Throws row.not_found, or credential.none when the contact has no login. */
  private async subject(tx: Db, contactId: string): Promise<Subject> {
    const contact = await first<Omit<Subject, 'identityId'> & { identityId: string | null }>(
      tx,
      `SELECT id AS "contactId", customer_id AS "customerId", identity_id AS "identityId" FROM contacts WHERE id = $1`,
      [contactId],
    );
    if (!contact) throw new AppError('row.not_found');
    if (!contact.identityId) throw new AppError('credential.none');
    return { ...contact, identityId: contact.identityId };
  }
}

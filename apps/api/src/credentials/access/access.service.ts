import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { DONE, type Done } from '../../http/schemas.js';
import { InvitationsService } from '../activation/invitations.service.js';
import { AccessState } from '../identities/access-state.js';
import { loginOfContact } from './login-of-contact.js';

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

  liftLock(contactId: string, reason: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const login = await loginOfContact(tx, contactId);
      const lifted = await this.budgets.lift(tx, login.identityId);
      await this.audit.record(tx, staff, 'lock.lifted', { ...login, budgets: lifted, reason });
      return DONE;
    });
  }

  enableLogin(contactId: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const login = await loginOfContact(tx, contactId);
      const enabled = await rows(
        tx,
        `UPDATE identities SET status = 'active' WHERE id = $1 AND status <> 'active' RETURNING id`,
        [login.identityId],
      );
      if (enabled.length === 0) return DONE;
      await this.access.refreshPerson(tx, login.identityId);
      await this.audit.record(tx, staff, 'identity.enabled', { ...login });
      return DONE;
    });
  }

  revokeInvitations(contactId: string, staff: StaffActor): Promise<{ revoked: number }> {
    return transaction(this.db, async (tx) => {
      const login = await loginOfContact(tx, contactId);
      const revoked = await this.invitations.revoke(tx, contactId);
      await this.access.refreshPerson(tx, login.identityId);
      if (revoked > 0) await this.audit.record(tx, staff, 'invitation.revoked', { ...login, revoked });
      return { revoked };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { first, transaction } from '../db/sql.js';
import type { Creating } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { CaseMessageDto, WriteCaseMessage } from './case.dto.js';
import { CaseLog, type LockedCase } from './case-log.service.js';
import { CaseNotices } from './notices/case-notices.service.js';
import { afterStaffReply, canMove, type CaseStatus } from './case-status.js';
import { CasesQueries } from './inbox/cases.queries.js';
import { ownerOf } from './files/owner.js';

/** What staff write into a case: answers, and notes that stay inside. */
@Injectable()
export class CaseReplies {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly queries: CasesQueries,
    private readonly audit: AuditService,
  ) {}

  /** Throws row.not_found, case.not_open for an answer on a closed case, case.status_not_allowed; access.denied for a status without case:write. */
  async write(
    id: string,
    message: WriteCaseMessage,
    { actor: staff, id: messageId }: Creating<StaffActor>,
  ): Promise<CaseMessageDto> {
    if (message.status && !staff.permissions.has('case:write'))
      throw new AppError('access.denied', { missing: 'case:write' });
    await transaction(this.db, async (tx) => {
      const found = await first<LockedCase>(
        tx,
        `SELECT id, status, customer_id AS "customerId", contact_id AS "contactId" FROM cases WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!found) throw new AppError('row.not_found');
      const status = statusAfter(found.status, message);
      const author = { kind: 'staff', id: staff.staffId, name: staff.name } as const;
      const isNew = await this.log.add(tx, {
        id: messageId,
        caseId: id,
        visibility: message.visibility,
        author,
        body: message.body,
      });
      if (!isNew) return;
      await this.log.attach(tx, { id: messageId, caseId: id }, { ids: message.fileIds, owner: ownerOf(staff) });
      await this.follow(tx, { found, status, messageId, isPublic: message.visibility === 'public' }, staff);
    });
    return this.queries.message(id, messageId);
  }

  /** An internal note that leaves the status alone moves nothing that a contact could notice (not even the time of the last activity). */
  private async follow(
    tx: EntityManager,
    written: { found: LockedCase; status: CaseStatus; messageId: string; isPublic: boolean },
    staff: StaffActor,
  ): Promise<void> {
    const { found, status, messageId, isPublic } = written;
    const by = { staffId: staff.staffId, name: staff.name };
    const moves = status !== found.status;
    if (isPublic || moves)
      await this.log.touch(tx, found.id, { status, ...(isPublic ? { wrote: 'staff' as const } : {}) });
    if (isPublic)
      await this.notices.tellCustomer(tx, await this.notices.audience(tx, found.id), {
        kind: 'case-replied',
        messageId,
        by,
      });
    const facts = { customerId: found.customerId, contactId: found.contactId, subjectId: found.id };
    await this.audit.record(tx, staff, isPublic ? 'case.replied' : 'case.noted', {
      ...facts,
      ...(moves ? { status: { from: found.status, to: status } } : {}),
    });
    await this.log.publish(tx, found, !isPublic && !moves);
  }
}

function statusAfter(from: CaseStatus, message: WriteCaseMessage): CaseStatus {
  const isPublic = message.visibility === 'public';
  const to = message.status ?? (isPublic && from !== 'closed' ? afterStaffReply(from) : from);
  if (!canMove(from, to)) throw new AppError('case.status_not_allowed', { from, to });
  if (isPublic && from === 'closed' && to === 'closed') throw new AppError('case.not_open');
  return to;
}

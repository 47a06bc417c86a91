import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { first, transaction } from '../db/sql.js';
import type { Creating } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { AppError, fieldError } from '../http/app-error.js';
import { DONE, type Done } from '../http/schemas.js';
import type { CaseOpened, OpenCase } from './case.dto.js';
import { assigneeName } from './case-assignee.js';
import { CaseLog } from './case-log.service.js';
import { CaseNotices } from './notices/case-notices.service.js';
import { CaseOpening } from './case-opening.service.js';
import { ownerOf } from './files/owner.js';

/** Cases as staff open and read them. */
@Injectable()
export class CasesService {
  constructor(
    private readonly db: DataSource,
    private readonly opening: CaseOpening,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly audit: AuditService,
  ) {}

  /** Opens a case for a customer; the reporter and the assignee are told. Throws 422 for a contact of another customer. */
  open(draft: OpenCase, { actor: staff, id }: Creating<StaffActor>): Promise<CaseOpened> {
    const { customerId, contactId = null, device = null, assigneeId = null, fileIds, ...rest } = draft;
    return transaction(this.db, async (tx) => {
      if (assigneeId) await assigneeName(tx, assigneeId);
      const { opened, before } = await this.opening.write(tx, {
        ...rest,
        id,
        customerId,
        contactId,
        device,
        assigneeId,
        source: staff.kind === 'key' ? 'api' : 'staff',
        author: { kind: 'staff', id: staff.staffId, name: staff.name },
        files: { ids: fileIds, owner: ownerOf(staff) },
      });
      if (before) return before;
      if (!opened)
        throw fieldError(
          contactId ? '/contactId' : '/customerId',
          'request.invalid_body',
          'Not active, or not of this customer',
        );
      const by = { staffId: staff.staffId, name: staff.name };
      await this.notices.tellReporter(tx, opened.audience, { kind: 'case-opened', messageId: opened.messageId, by });
      await this.notices.tellAssignee(tx, opened.audience, { kind: 'case-assigned', by });
      await this.audit.record(tx, staff, 'case.opened', {
        customerId,
        contactId,
        subjectId: id,
        number: opened.number,
      });
      await this.log.publishOpened(tx, { id, customerId, contactId });
      return { id, number: opened.number };
    });
  }

  async markRead(id: string, staff: StaffActor): Promise<Done> {
    const read = await first(
      this.db,
      `INSERT INTO case_reads (staff_id, case_id, read_at) SELECT $1, id, now() FROM cases WHERE id = $2
       ON CONFLICT (staff_id, case_id) DO UPDATE SET read_at = excluded.read_at RETURNING case_id`,
      [staff.staffId, id],
    );
    if (!read) throw new AppError('row.not_found');
    return DONE;
  }
}

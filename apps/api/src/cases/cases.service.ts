import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { first, together, transaction } from '../db/sql.js';
import type { Creating } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { AppError, fieldError } from '../http/app-error.js';
import { DONE, type Done } from '../http/schemas.js';
import { filesOf } from './answers/fitting-answers.js';
import { type ReportedWith, reportedWith, storeReportedWith } from './answers/reported-with.js';
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

  /** Opens a case for a customer; the reporter and the assignee are told. Throws 422 for a contact of another customer, and where neither words nor a template say what it is about. */
  open(draft: OpenCase, { actor: staff, id }: Creating<StaffActor>): Promise<CaseOpened> {
    const { customerId, contactId = null, device = null, fileIds, subject, priority } = draft;
    return transaction(this.db, async (tx) => {
      const facts = await reportedWith(tx, draft);
      const { assigneeId = facts.assigneeId } = draft;
      if (assigneeId) await assigneeName(tx, assigneeId);
      const { opened, before } = await this.opening.write(tx, {
        id,
        subject,
        body: firstMessage(draft, facts),
        priority,
        customerId,
        contactId,
        device,
        assigneeId,
        source: staff.kind === 'key' ? 'api' : 'staff',
        author: { kind: 'staff', id: staff.staffId, name: staff.name },
        files: { ids: filesOf(fileIds, facts.answers), owner: ownerOf(staff) },
      });
      if (before) return before;
      if (!opened)
        throw fieldError(
          contactId ? '/contactId' : '/customerId',
          'request.invalid_body',
          'Not active, or not of this customer',
        );
      await storeReportedWith(tx, id, facts);
      const by = { staffId: staff.staffId, name: staff.name };
      const { number, audience, messageId } = opened;
      await together(
        this.notices.tellReporter(tx, audience, { kind: 'case-opened', messageId, by }),
        this.notices.tellAssignee(tx, audience, { kind: 'case-assigned', by }),
        this.audit.record(tx, staff, 'case.opened', { customerId, contactId, subjectId: id, number }),
        this.log.publishOpened(tx, { id, customerId, contactId }),
      );
      return { id, number };
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

/** What was typed; the answers of a template speak for themselves. */
function firstMessage({ subject, body }: OpenCase, { templateId }: ReportedWith): string {
  if (body === undefined && !templateId)
    throw fieldError('/body', 'request.invalid_body', 'Required without a template');
  return body ?? subject;
}

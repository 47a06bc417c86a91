import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { first, transaction } from '../db/sql.js';
import type { Editing } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { CaseDto, CaseEvent, CasePriority, ChangeCase } from './case.dto.js';
import { assigneeName } from './case-assignee.js';
import { CaseLog, type LockedCase } from './case-log.service.js';
import { CaseNotices } from './notices/case-notices.service.js';
import { canMove, isOver, type CaseStatus } from './case-status.js';
import { CasesQueries } from './inbox/cases.queries.js';

interface Before extends LockedCase {
  subject: string;
  device: string | null;
  priority: CasePriority;
  assigneeId: string | null;
  version: number;
}

const EVENTS: Record<CaseStatus, CaseEvent> = {
  open: 'opened',
  waiting: 'waiting',
  solved: 'solved',
  closed: 'closed',
};

/** What staff change about a case besides writing. */
@Injectable()
export class CaseChanges {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly queries: CasesQueries,
    private readonly audit: AuditService,
  ) {}

  /** Throws row.not_found, row.changed, case.status_not_allowed, 422 for an assignee who is not an active staff member. */
  async change(id: string, change: ChangeCase, { actor: staff, version }: Editing<StaffActor>): Promise<CaseDto> {
    await transaction(this.db, async (tx) => {
      const before = await this.lock(tx, id);
      if (!before) throw new AppError('row.not_found');
      if (before.version !== version) throw new AppError('row.changed');
      const after = { ...before, ...withoutAbsent(change) };
      if (!canMove(before.status, after.status))
        throw new AppError('case.status_not_allowed', { from: before.status, to: after.status });
      const changed = (['subject', 'device', 'status', 'priority', 'assigneeId'] as const).filter(
        (field) => before[field] !== after[field],
      );
      if (changed.length === 0) return;
      const assignee =
        changed.includes('assigneeId') && after.assigneeId ? await assigneeName(tx, after.assigneeId) : undefined;
      await this.store(tx, after);
      if (changed.includes('assigneeId')) await this.assign(tx, { id, assignee }, staff);
      if (changed.includes('status')) await this.move(tx, after, staff);
      const facts = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]));
      await this.audit.record(tx, staff, 'case.changed', {
        customerId: before.customerId,
        contactId: before.contactId,
        subjectId: id,
        ...facts,
      });
      await this.log.publish(tx, before);
    });
    return this.queries.detail(id, staff);
  }

  private lock(tx: EntityManager, id: string): Promise<Before | undefined> {
    return first<Before>(
      tx,
      `SELECT id, status, customer_id AS "customerId", contact_id AS "contactId", subject, device, priority, assignee_id AS "assigneeId", version
         FROM cases WHERE id = $1 FOR UPDATE`,
      [id],
    );
  }

  /** Activity grows with messages and status only: who gets a case does not make it new to everybody. */
  private async store(tx: EntityManager, after: Before): Promise<void> {
    await first(
      tx,
      `UPDATE cases SET subject = $2, device = $3, priority = $4, assignee_id = $5, version = version + 1,
              activity_at = CASE WHEN status = $6 THEN activity_at ELSE clock_timestamp() END,
              closed_at = CASE WHEN status = $6 THEN closed_at WHEN $7 THEN coalesce(closed_at, now()) END, status = $6
        WHERE id = $1 RETURNING id`,
      [after.id, after.subject, after.device, after.priority, after.assigneeId, after.status, isOver(after.status)],
    );
  }

  private async assign(
    tx: EntityManager,
    { id, assignee }: { id: string; assignee: string | undefined },
    staff: StaffActor,
  ): Promise<void> {
    if (!assignee) return this.log.note(tx, id, { event: 'unassigned', by: staff.name });
    await this.log.note(tx, id, { event: 'assigned', about: assignee, by: staff.name });
    const audience = await this.notices.audience(tx, id);
    await this.notices.tellAssignee(tx, audience, {
      kind: 'case-assigned',
      by: { staffId: staff.staffId, name: staff.name },
    });
  }

  /** Only "solved" asks something of the reporter; the other moves speak for themselves in the portal. */
  private async move(tx: EntityManager, { id, status }: Before, staff: StaffActor): Promise<void> {
    await this.log.note(tx, id, { event: EVENTS[status], by: staff.name });
    const by = { staffId: staff.staffId, name: staff.name };
    if (status !== 'solved') return this.notices.tellMoved(tx, id, { status, by });
    const audience = await this.notices.audience(tx, id);
    await this.notices.tellCustomer(tx, audience, { kind: 'case-solved', by });
  }
}

const withoutAbsent = (change: ChangeCase): Partial<Before> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

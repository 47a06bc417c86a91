import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CaseDto } from '../case.dto.js';
import { CaseLog, type LockedCase } from '../case-log.service.js';
import { CasesQueries } from '../inbox/cases.queries.js';

interface Merging extends LockedCase {
  number: number;
}

/** Two cases about one problem become one; everybody who followed either follows what is left. */
@Injectable()
export class CaseMerging {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly queries: CasesQueries,
    private readonly audit: AuditService,
  ) {}

  /** Throws row.not_found, case.merge_itself, case.merge_other_customer, case.not_open for a closed target. */
  async merge(id: string, into: string, staff: StaffActor): Promise<CaseDto> {
    if (id === into) throw new AppError('case.merge_itself');
    await transaction(this.db, async (tx) => {
      const [from, target] = await this.lock(tx, id, into);
      if (from.customerId !== target.customerId) throw new AppError('case.merge_other_customer');
      if (target.status === 'closed') throw new AppError('case.not_open');
      await this.move(tx, { from, target }, staff);
      await this.log.note(tx, from.id, { event: 'merged', about: `#${target.number}`, by: staff.name });
      await this.log.note(tx, target.id, { event: 'merged', about: `#${from.number}`, by: staff.name });
      await this.log.touch(tx, from.id, { status: 'closed' });
      await this.log.touch(tx, target.id, {});
      const { customerId } = from;
      await this.audit.record(tx, staff, 'case.merged', { customerId, subjectId: from.id, into: target.number });
      await this.audit.record(tx, staff, 'case.merged_into', { customerId, subjectId: target.id, from: from.number });
      await this.log.publish(tx, from);
      await this.log.publish(tx, target);
    });
    return this.queries.detail(into, staff);
  }

  /** In the order of their ids, so that two merges at once cannot wait for each other. */
  private async lock(tx: EntityManager, id: string, into: string): Promise<[Merging, Merging]> {
    const found = await rows<Merging>(
      tx,
      `SELECT id, number, status, customer_id AS "customerId", contact_id AS "contactId" FROM cases WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
      [[id, into]],
    );
    const [from, target] = [id, into].map((wanted) => found.find((one) => one.id === wanted));
    if (!from || !target) throw new AppError('row.not_found');
    return [from, target];
  }

  /**
   * Messages keep their time and writer, and remember where they were written; so do links, since when they lead here. Who reported
   * the duplicate goes on as a follower, and sees what followers see.
   */
  private async move(
    tx: EntityManager,
    { from, target }: { from: Merging; target: Merging },
    staff: StaffActor,
  ): Promise<void> {
    const both = [from.id, target.id];
    const moving = [...both, from.number];
    await rows(
      tx,
      `UPDATE case_messages SET case_id = $2, merged_from = coalesce(merged_from, $3) WHERE case_id = $1 RETURNING id`,
      moving,
    );
    await rows(tx, `UPDATE case_files SET case_id = $2 WHERE case_id = $1 RETURNING id`, both);
    await rows(
      tx,
      `UPDATE case_follows SET case_id = $2, is_reporter = false, merged_from = coalesce(merged_from, $3), merged_at = clock_timestamp()
        WHERE case_id = $1 RETURNING id`,
      moving,
    );
    await rows(
      tx,
      `INSERT INTO case_followers (case_id, contact_id, customer_id, added_by_name)
       SELECT $2, who.id, $3, $4 FROM (SELECT contact_id AS id FROM case_followers WHERE case_id = $1 UNION SELECT contact_id FROM cases WHERE id = $1) who
        WHERE who.id IS NOT NULL AND who.id IS DISTINCT FROM (SELECT contact_id FROM cases WHERE id = $2)
       ON CONFLICT DO NOTHING RETURNING contact_id`,
      [...both, from.customerId, staff.name],
    );
    await rows(
      tx,
      `UPDATE cases t SET customer_message_at = greatest(t.customer_message_at, f.customer_message_at), staff_message_at = greatest(t.staff_message_at, f.staff_message_at)
         FROM cases f WHERE f.id = $1 AND t.id = $2 RETURNING t.id`,
      both,
    );
  }
}

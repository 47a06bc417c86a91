import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { rows, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { CaseChangeList, ChangeCases } from './case-bulk.dto.js';
import { CaseLog, type LockedCase } from './case-log.service.js';
import { CaseNotices } from './notices/case-notices.service.js';

type Result = CaseChangeList['items'][number]['result'];

interface Found extends LockedCase {
  number: number;
  source: string;
  deploymentId: string | null;
  deviceId: string | null;
}

/** Many cases at once: what staff need when somebody plays with a label (POR-8). */
@Injectable()
export class CaseBulk {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly audit: AuditService,
  ) {}

  /** All that can be changed are changed together; the answer says of each what became of it. Throws access.denied for a purge without case:purge. */
  async change({ ids, action }: ChangeCases, staff: StaffActor): Promise<CaseChangeList> {
    if (action === 'purge' && !staff.permissions.has('case:purge'))
      throw new AppError('access.denied', { missing: 'case:purge' });
    const asked = [...new Set(ids)];
    return transaction(this.db, async (tx) => {
      const found = await this.lock(tx, asked);
      const results = new Map<string, Result>();
      for (const one of found)
        results.set(one.id, await (action === 'close' ? this.close(tx, one, staff) : this.purge(tx, one, staff)));
      return { items: asked.map((id) => ({ id, result: results.get(id) ?? 'not_found' })) };
    });
  }

  /** In the order of their ids, so that two at once cannot wait for each other. */
  private lock(tx: EntityManager, ids: string[]): Promise<Found[]> {
    return rows<Found>(
      tx,
      `SELECT id, number, status, source, customer_id AS "customerId", contact_id AS "contactId", deployment_id AS "deploymentId", device_id AS "deviceId"
         FROM cases WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
      [ids],
    );
  }

  private async close(tx: EntityManager, found: Found, staff: StaffActor): Promise<Result> {
    const { id, status, customerId, contactId } = found;
    if (status === 'closed') return 'unchanged';
    await this.log.note(tx, id, { event: 'closed', by: staff.name });
    await this.log.touch(tx, id, { status: 'closed' });
    await this.notices.tellMoved(tx, id, { status: 'closed', by: { staffId: staff.staffId, name: staff.name } });
    const facts = { customerId, contactId, subjectId: id, status: { from: status, to: 'closed' } };
    await this.audit.record(tx, staff, 'case.changed', facts);
    await this.log.publish(tx, found);
    return 'closed';
  }

  /** Messages, files, answers and follow links go with the case. On record stay its number and who did it, nothing of what was written. */
  private async purge(tx: EntityManager, found: Found, staff: StaffActor): Promise<Result> {
    const { id, number, source, customerId, deploymentId, deviceId } = found;
    if (source !== 'label') return 'not_by_label';
    await this.log.publish(tx, found);
    await rows(
      tx,
      `DELETE FROM sessions WHERE follow_id IN (SELECT id FROM case_follows WHERE case_id = $1) RETURNING id`,
      [id],
    );
    await rows(
      tx,
      `DELETE FROM case_files WHERE case_id IS NULL AND owner IN (SELECT 'follow:' || id FROM case_follows WHERE case_id = $1) RETURNING id`,
      [id],
    );
    await rows(tx, `DELETE FROM cases WHERE id = $1 RETURNING id`, [id]);
    const facts = { customerId, deploymentId, deviceId, subjectId: id, number };
    await this.audit.record(tx, staff, 'case.purged', facts);
    return 'purged';
  }
}

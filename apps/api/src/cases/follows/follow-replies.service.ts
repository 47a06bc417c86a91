import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { first, transaction } from '../../db/sql.js';
import type { Creating } from '../../http/acting.js';
import type { FollowActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { CaseLog, type LockedCase } from '../case-log.service.js';
import { isOver, REOPEN_DAYS } from '../case-status.js';
import { ownerOf } from '../files/owner.js';
import { ReportAlerts } from '../visit/report-alerts.js';
import type { FollowMessage, ReopenFollow, WriteFollowMessage } from './follow.dto.js';
import { FollowQueries } from './follow.queries.js';

interface Found extends LockedCase {
  isRecent: boolean;
}

/** What the holder of a follow link does with the case (C8): the same as a contact, without a login. */
@Injectable()
export class FollowReplies {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly alerts: ReportAlerts,
    private readonly queries: FollowQueries,
    private readonly audit: AuditService,
  ) {}

  /** The reporter's answer makes a waiting or solved case open. Throws case.not_open for a closed one, or one solved more than 60 days ago, visit.too_many_cases. */
  async reply(
    message: WriteFollowMessage,
    { actor: follow, id: messageId }: Creating<FollowActor>,
  ): Promise<FollowMessage> {
    await this.alerts.limits.spendMessage(follow.id);
    await transaction(this.db, async (tx) => {
      const found = await lock(tx, follow);
      if (found.status === 'closed' || (isOver(found.status) && !found.isRecent)) throw new AppError('case.not_open');
      if (await this.write(tx, { found, messageId, ...message }, follow))
        await this.record(tx, found, { by: follow, action: 'case.replied' });
    });
    return this.queries.message(messageId, follow);
  }

  /** A case that is closed already stays so. Throws access.denied for anybody but the reporter. */
  async close(follow: FollowActor): Promise<Done> {
    assertReporter(follow);
    await transaction(this.db, async (tx) => {
      const found = await lock(tx, follow);
      if (found.status === 'closed') return;
      await this.log.note(tx, found.id, { event: 'closed', by: follow.name ?? '' });
      await this.log.touch(tx, found.id, { status: 'closed' });
      await this.record(tx, found, { by: follow, action: 'case.closed' });
    });
    return DONE;
  }

  /** Throws case.status_not_allowed for a case that is not over, or has been for more than 60 days; access.denied for anybody but the reporter. */
  async reopen({ body }: ReopenFollow, follow: FollowActor): Promise<Done> {
    assertReporter(follow);
    await this.alerts.limits.spendMessage(follow.id);
    await transaction(this.db, async (tx) => {
      const found = await lock(tx, follow);
      if (!isOver(found.status) || !found.isRecent)
        throw new AppError('case.status_not_allowed', { from: found.status, to: 'open' });
      await this.log.note(tx, found.id, { event: 'opened', by: follow.name ?? '' });
      if (body) await this.write(tx, { found, messageId: newId(), body, fileIds: [] }, follow);
      else {
        await this.log.touch(tx, found.id, { status: 'open', wrote: 'customer' });
        await this.alerts.tellAssignee(tx, found.id, { kind: 'case-reopened', name: follow.name ?? '' });
      }
      await this.record(tx, found, { by: follow, action: 'case.reopened' });
    });
    return DONE;
  }

  /** False when the message is there already. */
  private async write(
    tx: EntityManager,
    message: { found: Found; messageId: string; body: string; fileIds: string[] },
    follow: FollowActor,
  ): Promise<boolean> {
    const { found, messageId, body, fileIds } = message;
    const author = { kind: 'visitor', id: follow.id, name: follow.name ?? '' } as const;
    const isNew = await this.log.add(tx, { id: messageId, caseId: found.id, visibility: 'public', author, body });
    if (!isNew) return false;
    await this.log.attach(tx, { id: messageId, caseId: found.id }, { ids: fileIds, owner: ownerOf(follow) });
    const status = follow.isReporter ? 'open' : found.status;
    await this.log.touch(tx, found.id, { status, wrote: 'customer' });
    await this.alerts.tellAssignee(tx, found.id, { kind: 'case-customer-replied', messageId, name: author.name });
    return true;
  }

  private async record(
    tx: EntityManager,
    found: Found,
    { by, action }: { by: FollowActor; action: string },
  ): Promise<void> {
    await this.audit.record(tx, by, action, { customerId: found.customerId, subjectId: found.id });
    await this.log.publish(tx, found);
  }
}

function assertReporter(follow: FollowActor): void {
  if (!follow.isReporter) throw new AppError('access.denied');
}

async function lock(tx: EntityManager, { caseId, customerId }: FollowActor): Promise<Found> {
  const found = await first<Found>(
    tx,
    `SELECT k.id, k.status, k.customer_id AS "customerId", k.contact_id AS "contactId",
            coalesce(k.closed_at, now()) > now() - make_interval(days => ${REOPEN_DAYS}) AS "isRecent"
       FROM cases k WHERE k.id = $1 AND k.customer_id = $2 FOR UPDATE`,
    [caseId, customerId],
  );
  if (!found) throw new AppError('row.not_found');
  return found;
}

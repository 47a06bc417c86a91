import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { first, transaction } from '../../db/sql.js';
import type { Creating } from '../../http/acting.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { CaseLog, type LockedCase } from '../case-log.service.js';
import { CaseNotices } from '../notices/case-notices.service.js';
import { isOver, REOPEN_DAYS } from '../case-status.js';
import { ownerOf } from '../files/owner.js';
import type { PortalCase, PortalCaseMessage, ReopenPortalCase, WritePortalCaseMessage } from './portal-case.dto.js';
import { PortalCasesQueries } from './portal-cases.queries.js';
import { READABLE, visibleTo } from './visible-cases.js';

interface Found extends LockedCase {
  isRecent: boolean;
}

/** What contacts do with a case that is there: answer, close, open again. */
@Injectable()
export class PortalReplies {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly queries: PortalCasesQueries,
    private readonly audit: AuditService,
  ) {}

  /** An answer makes a waiting or solved case open. Throws case.not_open for a closed one, or one solved more than 60 days ago. */
  async reply(
    id: string,
    message: WritePortalCaseMessage,
    { actor: contact, id: messageId }: Creating<ContactActor>,
  ): Promise<PortalCaseMessage> {
    await transaction(this.db, async (tx) => {
      const found = await this.lock(tx, id, contact);
      if (found.status === 'closed' || (isOver(found.status) && !found.isRecent)) throw new AppError('case.not_open');
      if (await this.write(tx, { found, messageId, ...message }, contact))
        await this.record(tx, found, { by: contact, action: 'case.replied' });
    });
    return this.queries.message(id, messageId, contact);
  }

  /** A case that is closed already stays so: a second press is no error. */
  async close(id: string, contact: ContactActor): Promise<PortalCase> {
    await transaction(this.db, async (tx) => {
      const found = await this.lock(tx, id, contact);
      if (found.status === 'closed') return;
      await this.log.note(tx, id, { event: 'closed', by: contact.name });
      await this.log.touch(tx, id, { status: 'closed' });
      await this.record(tx, found, { by: contact, action: 'case.closed' });
    });
    return this.queries.detail(id, contact);
  }

  /** Throws case.status_not_allowed for a case that is not over, or has been for more than 60 days. */
  async reopen(id: string, reason: ReopenPortalCase, contact: ContactActor): Promise<PortalCase> {
    await transaction(this.db, async (tx) => {
      const found = await this.lock(tx, id, contact);
      if (!isOver(found.status) || !found.isRecent)
        throw new AppError('case.status_not_allowed', { from: found.status, to: 'open' });
      await this.log.note(tx, id, { event: 'opened', by: contact.name });
      if (reason.body) await this.write(tx, { found, messageId: newId(), body: reason.body, fileIds: [] }, contact);
      else {
        await this.log.touch(tx, id, { status: 'open', wrote: 'customer' });
        await this.notices.tellAssignee(tx, await this.notices.audience(tx, id), {
          kind: 'case-reopened',
          by: { name: contact.name },
        });
      }
      await this.record(tx, found, { by: contact, action: 'case.reopened' });
    });
    return this.queries.detail(id, contact);
  }

  private async lock(tx: EntityManager, id: string, contact: ContactActor): Promise<Found> {
    const found = await first<Found>(
      tx,
      `SELECT k.id, k.status, k.customer_id AS "customerId", k.contact_id AS "contactId",
              coalesce(k.closed_at, now()) > now() - make_interval(days => ${REOPEN_DAYS}) AS "isRecent"
         FROM cases k WHERE k.id = $3 AND ${READABLE} FOR UPDATE`,
      [...visibleTo(contact), id],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  /** False when the message is there already. */
  private async write(
    tx: EntityManager,
    message: { found: Found; messageId: string; body: string; fileIds: string[] },
    contact: ContactActor,
  ): Promise<boolean> {
    const { found, messageId, body, fileIds } = message;
    const author = { kind: 'contact', id: contact.contactId, name: contact.name } as const;
    const isNew = await this.log.add(tx, { id: messageId, caseId: found.id, visibility: 'public', author, body });
    if (!isNew) return false;
    await this.log.attach(tx, { id: messageId, caseId: found.id }, { ids: fileIds, owner: ownerOf(contact) });
    await this.log.touch(tx, found.id, { status: 'open', wrote: 'customer' });
    await this.notices.tellAssignee(tx, await this.notices.audience(tx, found.id), {
      kind: 'case-customer-replied',
      messageId,
      by: { name: contact.name },
    });
    return true;
  }

  private async record(
    tx: EntityManager,
    found: Found,
    { by, action }: { by: ContactActor; action: string },
  ): Promise<void> {
    const { customerId, contactId } = found;
    await this.audit.record(tx, by, action, { customerId, contactId, identityId: by.identityId, subjectId: found.id });
    await this.log.publish(tx, found);
  }
}

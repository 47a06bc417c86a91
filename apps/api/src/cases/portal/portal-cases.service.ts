import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { together, transaction } from '../../db/sql.js';
import type { Creating } from '../../http/acting.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CaseOpened } from '../case.dto.js';
import { CaseLog } from '../case-log.service.js';
import { CaseNotices } from '../notices/case-notices.service.js';
import { CaseOpening } from '../case-opening.service.js';
import { ownerOf } from '../files/owner.js';
import type { OpenPortalCase } from './portal-case.dto.js';

/** A contact reports a problem. */
@Injectable()
export class PortalCasesService {
  constructor(
    private readonly db: DataSource,
    private readonly opening: CaseOpening,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly audit: AuditService,
  ) {}

  /** Customer, reporter, status and source come from the session, never from the body; the reporter gets a confirmation. */
  open(draft: OpenPortalCase, { actor: contact, id }: Creating<ContactActor>): Promise<CaseOpened> {
    const { customerId, contactId } = contact;
    return transaction(this.db, async (tx) => {
      const { opened, before } = await this.opening.write(tx, {
        id,
        customerId,
        contactId,
        subject: draft.subject,
        device: draft.device ?? null,
        body: draft.description,
        priority: 'normal',
        source: 'portal',
        assigneeId: null,
        author: { kind: 'contact', id: contactId, name: contact.name },
        files: { ids: draft.fileIds, owner: ownerOf(contact) },
      });
      if (before) return before;
      if (!opened) throw new AppError('session.required');
      const { number, audience, messageId } = opened;
      const about = { customerId, contactId, identityId: contact.identityId, subjectId: id, number };
      await together(
        this.notices.tellReporter(tx, audience, { kind: 'case-opened', messageId, by: { name: contact.name } }),
        this.audit.record(tx, contact, 'case.opened', about),
        this.log.publishOpened(tx, { id, customerId, contactId }),
      );
      return { id, number };
    });
  }
}

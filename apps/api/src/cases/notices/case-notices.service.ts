import { Injectable } from '@nestjs/common';
import { type Db, first } from '../../db/sql.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { type CaseKind, languageOf, textOf } from './cases.messages.js';

/** Whom the messages about a case may go to. Addresses on file only (INV-5); null where there is nobody to tell. */
export interface Audience {
  caseId: string;
  customerId: string;
  contactId: string | null;
  contactEmail: string | null;
  contactLanguage: string | null;
  assigneeId: string | null;
  assigneeEmail: string | null;
  assigneeLanguage: string | null;
  companyLanguage: string | null;
}

/** What a message is about: the message that it quotes, and who acts. */
export interface Notice {
  kind: CaseKind;
  messageId?: string;
  by: { staffId?: string; name: string };
}

@Injectable()
export class CaseNotices {
  constructor(private readonly notifications: NotificationsService) {}

  async audience(tx: Db, caseId: string): Promise<Audience> {
    const found = await first<Audience>(
      tx,
      `SELECT k.id AS "caseId", k.customer_id AS "customerId", k.contact_id AS "contactId", c.email AS "contactEmail",
              coalesce(c.language, u.language) AS "contactLanguage", k.assignee_id AS "assigneeId", m.email AS "assigneeEmail",
              m.language AS "assigneeLanguage", (SELECT data -> 'locale' ->> 'language' FROM settings WHERE id = 1) AS "companyLanguage"
         FROM cases k JOIN customers u ON u.id = k.customer_id
         LEFT JOIN contacts c ON c.id = k.contact_id AND c.status = 'active'
         LEFT JOIN staff_members m ON m.id = k.assignee_id AND m.status = 'active'
        WHERE k.id = $1`,
      [caseId],
    );
    if (!found) throw new Error('The case vanished inside its transaction');
    return found;
  }

  /** To the contact who reported, in the contact's language; nothing where no address is on file. */
  async tellReporter(tx: Db, audience: Audience, notice: Notice): Promise<void> {
    if (!audience.contactId || !audience.contactEmail) return;
    const language = languageOf(audience.contactLanguage, audience.companyLanguage);
    await this.notifications.enqueue(tx, {
      kind: notice.kind,
      to: audience.contactEmail,
      language,
      ...textOf(notice.kind, language),
      data: { to: 'contact', messageId: notice.messageId ?? null, by: notice.by.name },
      customerId: audience.customerId,
      contactId: audience.contactId,
      caseId: audience.caseId,
      createdBy: notice.by.staffId ? { id: notice.by.staffId, name: notice.by.name } : null,
    });
  }

  /** To the assignee, in the staff member's language; never to the one who acts. */
  async tellAssignee(tx: Db, audience: Audience, notice: Notice): Promise<void> {
    if (!audience.assigneeEmail || audience.assigneeId === notice.by.staffId) return;
    const language = languageOf(audience.assigneeLanguage, audience.companyLanguage);
    await this.notifications.enqueue(tx, {
      kind: notice.kind,
      to: audience.assigneeEmail,
      language,
      ...textOf(notice.kind, language),
      data: { to: 'staff', messageId: notice.messageId ?? null, by: notice.by.name },
      customerId: audience.customerId,
      caseId: audience.caseId,
      createdBy: notice.by.staffId ? { id: notice.by.staffId, name: notice.by.name } : null,
    });
  }
}

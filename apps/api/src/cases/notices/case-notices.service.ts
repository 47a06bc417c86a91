import { Injectable } from '@nestjs/common';
import { EFFECTIVE_RIGHTS } from '../../sessions/effective-rights.js';
import { type Db, first, rows } from '../../db/sql.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import type { CaseStatus } from '../case-status.js';
import { CAN_FOLLOW } from '../followers/follower-sql.js';
import { FollowMail } from '../follows/follow-mail.js';
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
  constructor(
    private readonly notifications: NotificationsService,
    private readonly followMail: FollowMail,
  ) {}

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

  /** To the reporter and to everybody who follows the case, with a login or without. */
  async tellCustomer(tx: Db, audience: Audience, notice: Notice): Promise<void> {
    await this.tellReporter(tx, audience, notice);
    for (const follower of await followersOf(tx, audience)) await this.tellReporter(tx, follower, notice);
    const { messageId, by, kind } = notice;
    if (kind === 'case-replied')
      await this.followMail.tell(tx, audience.caseId, { kind: 'follow-replied', messageId, by });
    if (kind === 'case-solved') await this.tellMoved(tx, audience.caseId, { status: 'solved', by });
  }

  /** To those who follow without a login: nothing else tells them where the case stands. */
  tellMoved(tx: Db, caseId: string, moved: { status: CaseStatus; by: Notice['by'] }): Promise<void> {
    return this.followMail.tell(tx, caseId, { kind: 'follow-moved', ...moved });
  }

  /** Once for each person and case, however often somebody is taken off and added again. */
  async tellNewFollower(
    tx: Db,
    { caseId, contactId }: { caseId: string; contactId: string },
    by: string,
  ): Promise<void> {
    const told = await first(
      tx,
      `SELECT 1 FROM notifications WHERE case_id = $1 AND contact_id = $2 AND kind = 'case-followed'`,
      [caseId, contactId],
    );
    if (told) return;
    const followers = await followersOf(tx, await this.audience(tx, caseId));
    const follower = followers.find((one) => one.contactId === contactId);
    if (follower) await this.tellReporter(tx, follower, { kind: 'case-followed', by: { name: by } });
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

/** The followers who are to be told now: they may still sign in and see cases (INV-6). Each as an audience of their own. */
async function followersOf(tx: Db, audience: Audience): Promise<Audience[]> {
  const found = await rows<Pick<Audience, 'contactId' | 'contactEmail' | 'contactLanguage'>>(
    tx,
    `SELECT c.id AS "contactId", c.email AS "contactEmail", coalesce(c.language, u.language) AS "contactLanguage"
       FROM case_followers f JOIN contacts c ON c.id = f.contact_id AND ${CAN_FOLLOW}
       JOIN customers u ON u.id = c.customer_id AND u.status = 'active' JOIN rights_profiles p ON p.id = u.rights_profile_id
      WHERE f.case_id = $1 AND c.id IS DISTINCT FROM $2::uuid AND ${EFFECTIVE_RIGHTS} && ARRAY['case:read_own', 'case:read_company']
      ORDER BY f.created_at, c.id`,
    [audience.caseId, audience.contactId],
  );
  return found.map((follower) => ({ ...audience, ...follower }));
}

import { Injectable } from '@nestjs/common';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import type { VisitActor } from '../../http/actors.js';
import { type Draft, NotificationsService } from '../../notifications/notifications.service.js';
import { emailKey } from '../../text/email.js';
import { CaseNotices, type Notice } from '../notices/case-notices.service.js';
import { languageOf } from '../notices/cases.messages.js';
import { VisitLimits } from './visit-limits.js';
import { visitText } from './visit-messages.js';
import type { VisitPlace } from './visit-place.js';

interface Told {
  email: string;
  language: string | null;
}

interface Opened {
  caseId: string;
  place: VisitPlace;
  visit: VisitActor;
}

/** Tells the assignee and the deployment's addresses of a report (S1.x3); above 10 a minute one digest tells of the rest. */
@Injectable()
export class ReportAlerts {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly notices: CaseNotices,
    readonly limits: VisitLimits,
  ) {}

  /** A visitor wrote into a case that was there, or opened it again. */
  async tellAssignee(
    tx: Db,
    caseId: string,
    notice: Pick<Notice, 'kind' | 'messageId'> & { name: string },
  ): Promise<void> {
    const { name, ...about } = notice;
    // A person who left no name is one all the same.
    await this.notices.tellAssignee(tx, await this.notices.audience(tx, caseId), {
      ...about,
      by: { name: name || '–' },
    });
  }

  async tell(tx: Db, opened: Opened, mayAlert: boolean): Promise<void> {
    if (!mayAlert) return this.digest(tx, opened);
    for (const to of await this.audience(tx, opened)) await this.enqueue(tx, 'visit-case-opened', { opened, to });
  }

  /** The assignee, then the addresses; nobody twice. */
  private async audience(tx: Db, { caseId, place }: Opened): Promise<Told[]> {
    const assignee = await first<Told>(
      tx,
      `SELECT m.email, m.language FROM cases k JOIN staff_members m ON m.id = k.assignee_id AND m.status = 'active' WHERE k.id = $1`,
      [caseId],
    );
    const addresses = place.notifyEmails.map((email) => ({ email, language: null }));
    const all = assignee ? [assignee, ...addresses] : addresses;
    const key = ({ email }: Told) => emailKey(email) ?? email;
    return all.filter((one, index) => all.findIndex((other) => key(other) === key(one)) === index);
  }

  private async enqueue(
    tx: Db,
    kind: 'visit-case-opened' | 'visit-case-digest',
    { opened, to, data = {} }: { opened: Opened; to: Told; data?: Record<string, unknown> },
  ): Promise<{ id: string }> {
    const company = await first<{ language: string | null }>(
      tx,
      `SELECT data -> 'locale' ->> 'language' AS language FROM settings WHERE id = 1`,
    );
    const language = languageOf(to.language, company?.language);
    const draft: Draft = {
      kind,
      to: to.email,
      language,
      ...visitText(kind, language),
      data,
      customerId: opened.visit.customerId,
      caseId: kind === 'visit-case-opened' ? opened.caseId : null,
    };
    return this.notifications.enqueue(tx, draft, newId());
  }

  /** One a minute and address; it waits for the minute to end, and names all that came within it. */
  private async digest(tx: Db, opened: Opened): Promise<void> {
    const { deploymentId } = opened.visit;
    await rows(tx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`visit-digest ${deploymentId}`]);
    for (const to of await this.audience(tx, opened)) {
      const waiting = await first(
        tx,
        `SELECT 1 FROM notifications WHERE kind = 'visit-case-digest' AND state = 'queued' AND attempts = 0 AND to_address = $1
            AND data ->> 'deploymentId' = $2 AND next_at > now()`,
        [to.email, deploymentId],
      );
      if (waiting) continue;
      const { id } = await this.enqueue(tx, 'visit-case-digest', { opened, to, data: { deploymentId } });
      await rows(tx, `UPDATE notifications SET next_at = now() + interval '1 minute' WHERE id = $1 RETURNING id`, [id]);
    }
  }
}

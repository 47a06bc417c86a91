import { Injectable } from '@nestjs/common';
import { type Db, rows } from '../../db/sql.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import type { CaseStatus } from '../case-status.js';
import { languageOf } from '../notices/cases.messages.js';
import { FOLLOW_LIVES } from './follow-links.js';
import { type FollowKind, followText } from './follow-messages.js';
import { MailStops } from './mail-stops.js';

/** More would be a mailing list. */
const MOST_TOLD = 50;

export interface FollowAddress {
  followId: string;
  caseId: string;
  customerId: string;
  email: string;
  language: string | null;
}

interface About {
  messageId?: string | undefined;
  status?: CaseStatus;
  by?: { staffId?: string; name: string };
}

/** E-mail to people who follow a case without a login. */
@Injectable()
export class FollowMail {
  constructor(
    private readonly notifications: NotificationsService,
    readonly stops: MailStops,
  ) {}

  /** To every confirmed address, once, in its language. */
  async tell(tx: Db, caseId: string, update: { kind: 'follow-replied' | 'follow-moved' } & About): Promise<void> {
    const { kind, ...about } = update;
    const told = await rows<FollowAddress>(
      tx,
      `SELECT DISTINCT ON (lower(f.email)) f.id AS "followId", k.id AS "caseId", k.customer_id AS "customerId", f.email,
              coalesce(f.language, u.language, (SELECT data -> 'locale' ->> 'language' FROM settings WHERE id = 1)) AS language
         FROM case_follows f JOIN cases k ON k.id = f.case_id JOIN customers u ON u.id = k.customer_id AND u.status = 'active'
        WHERE f.case_id = $1 AND f.email IS NOT NULL AND f.email_confirmed_at IS NOT NULL AND ${FOLLOW_LIVES}
        ORDER BY lower(f.email), f.is_reporter DESC, f.created_at DESC LIMIT ${MOST_TOLD}`,
      [caseId],
    );
    const stopped = await this.stops.among(
      tx,
      told.map(({ email }) => email),
    );
    for (const to of told) if (!stopped.has(to.email)) await this.send(tx, kind, { to, about });
  }

  async send(tx: Db, kind: FollowKind, { to, about = {} }: { to: FollowAddress; about?: About }): Promise<void> {
    const language = languageOf(to.language);
    const { followId, email } = to;
    await this.notifications.enqueue(tx, {
      kind,
      to: email,
      language,
      ...followText(kind, language),
      data: { followId, email, messageId: about.messageId ?? null, status: about.status ?? null },
      customerId: to.customerId,
      caseId: to.caseId,
      createdBy: about.by?.staffId ? { id: about.by.staffId, name: about.by.name } : null,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sameText } from '../../config/keys.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { FollowActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { SettingsService } from '../../settings/settings.service.js';
import { emailKey } from '../../text/email.js';
import type { AskForUpdates, ConfirmUpdates } from './follow.dto.js';
import { FOLLOW_LIVES, FollowLinks } from './follow-links.js';
import { FollowLimits } from './follow-limits.js';
import { FollowMail } from './follow-mail.js';

/** "Send me updates by e-mail": only after the owner of the address said yes. */
@Injectable()
export class FollowUpdates {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly limits: FollowLimits,
    private readonly links: FollowLinks,
    private readonly mail: FollowMail,
  ) {}

  /** Beyond the limits, and to who wants no messages, nothing is sent, and the answer is the same. Throws access.denied where the company does not offer it (POR-10). */
  async ask({ email, language }: AskForUpdates, follow: FollowActor): Promise<Done> {
    const { visits } = await this.settings.read(this.db);
    if (!visits.confirmMail) throw new AppError('access.denied');
    const key = emailKey(email);
    if (!key) throw fieldError('/email', 'request.invalid_body', 'Not an e-mail address of one mailbox');
    const isAllowed = (await this.limits.spendMail(key, follow)) && !(await this.mail.stops.has(this.db, key));
    await transaction(this.db, async (tx) => {
      const row = await first<{ isConfirmed: boolean; language: string | null }>(
        tx,
        `UPDATE case_follows f SET email = $2, language = coalesce($3, f.language),
                email_confirmed_at = CASE WHEN lower(f.email) = lower($2) THEN f.email_confirmed_at END
          WHERE f.id = $1 AND ${FOLLOW_LIVES} RETURNING f.email_confirmed_at IS NOT NULL AS "isConfirmed", f.language`,
        [follow.id, email, language ?? null],
      );
      if (!row || row.isConfirmed || !isAllowed) return;
      const { id: followId, caseId, customerId } = follow;
      await this.mail.send(tx, 'follow-confirm', {
        to: { followId, caseId, customerId, email, language: row.language },
      });
    });
    return DONE;
  }

  /** A yes after a "never again" counts: only who reads the mailbox can give it. Throws link.invalid for every link that does not fit, also when another address was named since; request.too_many. */
  confirm(link: ConfirmUpdates, ip: string): Promise<Done> {
    return this.limits.tryLink({ ip }, () => this.confirmed(link));
  }

  private async confirmed({ follow, token }: ConfirmUpdates): Promise<Done> {
    const row = await first<{ email: string | null }>(
      this.db,
      `SELECT f.email FROM case_follows f WHERE f.id = $1 AND ${FOLLOW_LIVES}`,
      [follow],
    );
    if (!row?.email || !sameText(token, this.links.confirmToken(follow, row.email))) throw new AppError('link.invalid');
    const { email } = row;
    await transaction(this.db, async (tx) => {
      await rows(
        tx,
        `UPDATE case_follows SET email_confirmed_at = coalesce(email_confirmed_at, now()) WHERE id = $1 AND email = $2 RETURNING id`,
        [follow, email],
      );
      await this.mail.stops.lift(tx, email);
    });
    return DONE;
  }

  /** No more updates, whatever the address. */
  async stop(follow: FollowActor): Promise<Done> {
    await rows(this.db, `UPDATE case_follows SET email_confirmed_at = NULL WHERE id = $1 RETURNING id`, [follow.id]);
    return DONE;
  }
}

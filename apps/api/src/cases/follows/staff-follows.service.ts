import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { emailKey } from '../../text/email.js';
import type { CaseFollowList } from './follow.dto.js';
import { FOLLOW_LIVES, FollowLinks } from './follow-links.js';
import { FollowMail } from './follow-mail.js';

const MOST_SHOWN = 100;
/** To one address. */
const REPORTER_LINKS = { max: 3, windowSeconds: 86_400 };

interface Reporter {
  customerId: string;
  email: string | null;
  name: string | null;
  phone: string | null;
  language: string | null;
}

/** Follow links as staff see, send and revoke them. */
@Injectable()
export class StaffFollows {
  constructor(
    private readonly db: DataSource,
    private readonly links: FollowLinks,
    private readonly mail: FollowMail,
    private readonly budgets: BudgetsService,
    private readonly audit: AuditService,
  ) {}

  async list(caseId: string): Promise<CaseFollowList> {
    const items = await rows<CaseFollowList['items'][number]>(
      this.db,
      `SELECT f.id, f.is_reporter AS "isReporter", f.name, f.email, f.phone, f.email_confirmed_at IS NOT NULL AS "isConfirmed",
              f.visit_browser_id IS NULL AS "isSentByStaff",
              CASE WHEN f.revoked_at IS NOT NULL THEN 'revoked' WHEN f.expires_at <= now() THEN 'expired' ELSE 'active' END AS state,
              f.created_at AS "createdAt", f.last_used_at AS "lastUsedAt", f.expires_at AS "expiresAt"
         FROM case_follows f WHERE f.case_id = $1 ORDER BY f.is_reporter DESC, f.created_at, f.id LIMIT ${MOST_SHOWN}`,
      [caseId],
    );
    if (items.length === 0 && !(await first(this.db, `SELECT 1 FROM cases WHERE id = $1`, [caseId])))
      throw new AppError('row.not_found');
    return { items };
  }

  /** Twice changes nothing. */
  async revoke(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const found = await first<{ caseId: string; customerId: string; isNew: boolean }>(
        tx,
        `SELECT k.id AS "caseId", k.customer_id AS "customerId", f.revoked_at IS NULL AS "isNew"
           FROM case_follows f JOIN cases k ON k.id = f.case_id WHERE f.id = $1 FOR UPDATE OF f`,
        [id],
      );
      if (!found) throw new AppError('row.not_found');
      if (!found.isNew) return;
      await rows(tx, `UPDATE case_follows SET revoked_at = now() WHERE id = $1 RETURNING id`, [id]);
      await rows(tx, `DELETE FROM sessions WHERE follow_id = $1 RETURNING id`, [id]);
      const { caseId, customerId } = found;
      await this.audit.record(tx, staff, 'case.follow_revoked', { customerId, subjectId: caseId, followId: id });
    });
    return DONE;
  }

  /** A link of its own, that no browser was ever shown: opening it proves the address. Throws case.no_reporter_email, request.too_many. */
  async sendReporterLink(caseId: string, staff: StaffActor): Promise<Done> {
    const reporter = await first<Reporter>(
      this.db,
      `SELECT k.customer_id AS "customerId", k.reporter_email AS email, k.reporter_name AS name, k.reporter_phone AS phone,
              coalesce((SELECT f.language FROM case_follows f WHERE f.case_id = k.id AND f.is_reporter ORDER BY f.created_at LIMIT 1), u.language) AS language
         FROM cases k JOIN customers u ON u.id = k.customer_id WHERE k.id = $1`,
      [caseId],
    );
    if (!reporter) throw new AppError('row.not_found');
    const { email, customerId } = reporter;
    if (!email) throw new AppError('case.no_reporter_email');
    const sent = { kind: 'reporter-link', subject: emailKey(email) ?? email, rule: REPORTER_LINKS };
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, sent);
    if (!allowed) throw new AppError('request.too_many', { retryAfter: resetSeconds });
    await transaction(this.db, async (tx) => {
      const followId = await this.linkFor(tx, caseId, { ...reporter, email });
      const to = { followId, caseId, customerId, email, language: reporter.language };
      const by = { staffId: staff.staffId, name: staff.name };
      await this.mail.send(tx, 'follow-link', { to, about: { by } });
      await this.audit.record(tx, staff, 'case.reporter_link_sent', { customerId, subjectId: caseId });
    });
    return DONE;
  }

  private async linkFor(tx: Db, caseId: string, reporter: Reporter & { email: string }): Promise<string> {
    const before = await first<{ id: string }>(
      tx,
      `SELECT f.id FROM case_follows f WHERE f.case_id = $1 AND f.visit_browser_id IS NULL AND f.email = $2 AND f.is_reporter AND ${FOLLOW_LIVES} LIMIT 1`,
      [caseId, reporter.email],
    );
    if (before) return before.id;
    const { name, email, phone, language } = reporter;
    return this.links.make(tx, { caseId, isReporter: true, name, email, phone, language, visitBrowserId: null });
  }
}

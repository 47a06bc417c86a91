import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, transaction } from '../../db/sql.js';
import type { Creating } from '../../http/acting.js';
import type { VisitActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { CaseLog, type LockedCase } from '../case-log.service.js';
import { ownerOf } from '../files/owner.js';
import { FollowLinks } from '../follows/follow-links.js';
import { ReportAlerts } from './report-alerts.js';
import type { FollowVisitCase, VisitCaseOpened } from './visit-case.dto.js';
import { placeOf, type VisitPlace } from './visit-place.js';
import { reporterOf } from './visit-rules.js';

interface Found extends LockedCase {
  number: number;
}

/** "Already reported": a visitor follows the open case of this device instead of reporting it again (S1.x4). */
@Injectable()
export class VisitFollowing {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly links: FollowLinks,
    private readonly alerts: ReportAlerts,
    private readonly audit: AuditService,
  ) {}

  /** Nothing about the reporter is needed. Throws row.not_found for a case that the visit does not show, visit.photos_off, visit.too_many_cases, visit.challenge_required. */
  async follow(
    id: string,
    draft: FollowVisitCase,
    { actor: visit, id: messageId }: Creating<VisitActor>,
  ): Promise<VisitCaseOpened> {
    const place = await placeOf(this.db, visit);
    await this.shown(this.db.manager, { id, place, visit });
    if (draft.fileIds.length > 0 && !place.takesPhotos) throw new AppError('visit.photos_off');
    const before = await this.links.ofBrowser(this.db, id, visit.browserId);
    if (!before || draft.message || draft.fileIds.length > 0)
      await this.alerts.limits.spendReport(visit, draft.challenge);
    return transaction(this.db, async (tx) => {
      const found = await this.shown(tx, { id, place, visit }, true);
      const followId =
        (await this.links.ofBrowser(tx, id, visit.browserId)) ?? (await this.add(tx, { id, place, draft }, visit));
      await this.say(tx, { found, followId, messageId, draft }, visit);
      await this.log.publish(tx, found);
      return { id, number: found.number, followLink: this.links.linkOf(followId) };
    });
  }

  /** Only what getVisitReporting shows: an open case of this device, where the deployment shows them (POR-6, INV-7). */
  private async shown(
    db: EntityManager,
    { id, place, visit }: { id: string; place: VisitPlace; visit: VisitActor },
    lock = false,
  ): Promise<Found> {
    const found = await first<Found>(
      db,
      `SELECT k.id, k.number, k.status, k.customer_id AS "customerId", k.contact_id AS "contactId" FROM cases k
        WHERE k.id = $1 AND k.device_id = $2 AND k.deployment_id = $3 AND k.status IN ('open', 'waiting') ${lock ? 'FOR UPDATE' : ''}`,
      [id, visit.deviceId, visit.deploymentId],
    );
    if (!found || !place.showsOpenCases) throw new AppError('row.not_found');
    return found;
  }

  private async add(
    tx: EntityManager,
    { id, place, draft }: { id: string; place: VisitPlace; draft: FollowVisitCase },
    visit: VisitActor,
  ): Promise<string> {
    const askName = place.askName === 'hidden' ? 'hidden' : 'optional';
    const reporter = reporterOf({ ...place, askName, allowsNoReply: true }, draft.reporter, true);
    const followId = await this.links.make(tx, {
      ...reporter,
      caseId: id,
      isReporter: false,
      language: draft.language,
      visitBrowserId: visit.browserId,
    });
    const { customerId, deploymentId, deviceId } = visit;
    await this.audit.record(tx, visit, 'case.followed', { customerId, deploymentId, deviceId, subjectId: id });
    return followId;
  }

  /** What the follower adds: a message of their own, told from the reporter's by its link. */
  private async say(
    tx: EntityManager,
    said: { found: Found; followId: string; messageId: string; draft: FollowVisitCase },
    visit: VisitActor,
  ): Promise<void> {
    const { found, followId, messageId, draft } = said;
    if (!draft.message && draft.fileIds.length === 0) return;
    const author = { kind: 'visitor', id: followId, name: draft.reporter.name ?? '' } as const;
    const message = { id: messageId, caseId: found.id };
    if (!(await this.log.add(tx, { ...message, visibility: 'public', author, body: draft.message ?? '' }))) return;
    await this.log.attach(tx, message, { ids: draft.fileIds, owner: ownerOf(visit) });
    await this.log.touch(tx, found.id, { wrote: 'customer' });
    const name = draft.reporter.name ?? '';
    await this.alerts.tellAssignee(tx, found.id, { kind: 'case-customer-replied', messageId, name });
  }
}

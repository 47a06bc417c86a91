import { Injectable } from '@nestjs/common';
import { newId } from '../../db/id.js';
import { type Db, first } from '../../db/sql.js';
import type { VisitActor } from '../../http/actors.js';
import type { CaseOpened, CasePriority } from '../case.dto.js';
import { CaseLog } from '../case-log.service.js';
import { ownerOf } from '../files/owner.js';
import { FollowLinks } from '../follows/follow-links.js';
import type { Answers } from '../templates/template-content.js';

export interface VisitReport {
  id: string;
  subject: string;
  body: string;
  priority: CasePriority;
  assigneeId: string | null;
  template: { templateId: string; versionId: string } | null;
  answers: Answers | null;
  reporter: { name: string | null; email: string | null; phone: string | null };
  language: string;
  fileIds: string[];
}

/** Writes the case of a visit. Customer, deployment, device, source and status come from the session (POR-7). */
@Injectable()
export class VisitOpening {
  constructor(
    private readonly log: CaseLog,
    private readonly links: FollowLinks,
  ) {}

  /** Undefined: the case is there already, or the device left the customer at this moment. */
  async write(
    tx: Db,
    report: VisitReport,
    visit: VisitActor,
  ): Promise<(CaseOpened & { followId: string }) | undefined> {
    const opened = await first<{ number: number }>(tx, OPEN, [
      report.id,
      visit.deviceId,
      visit.deploymentId,
      visit.customerId,
      report.reporter.name,
      report.reporter.email,
      report.reporter.phone,
      report.subject,
      report.priority,
      report.assigneeId,
      report.template?.templateId ?? null,
      report.template?.versionId ?? null,
      report.answers && JSON.stringify(report.answers),
    ]);
    if (!opened) return undefined;
    const { reporter, language } = report;
    const followId = await this.links.make(tx, {
      ...reporter,
      language,
      caseId: report.id,
      isReporter: true,
      visitBrowserId: visit.browserId,
    });
    const message = { id: newId(), caseId: report.id };
    const author = { kind: 'visitor', id: followId, name: reporter.name ?? '' } as const;
    await this.log.add(tx, { ...message, visibility: 'public', author, body: report.body });
    await this.log.attach(tx, message, { ids: report.fileIds, owner: ownerOf(visit) });
    await this.log.publishOpened(tx, { id: report.id, customerId: visit.customerId, contactId: null });
    return { id: report.id, number: opened.number, followId };
  }
}

const OPEN = `
  INSERT INTO cases (id, number, customer_id, deployment_id, device_id, source, reporter_name, reporter_email, reporter_phone, subject, priority, assignee_id,
                     template_id, template_version_id, answers, customer_message_at)
  SELECT $1, nextval('case_number'), s.customer_id, s.id, d.id, 'label', $5, $6, $7, $8, $9,
         (SELECT id FROM staff_members WHERE id = $10 AND status = 'active'), $11, $12, $13, now()
    FROM devices d JOIN deployments s ON s.id = d.deployment_id WHERE d.id = $2 AND s.id = $3 AND s.customer_id = $4
  ON CONFLICT (id) DO NOTHING RETURNING number`;

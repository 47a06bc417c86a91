import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, transaction } from '../../db/sql.js';
import type { Creating } from '../../http/acting.js';
import type { VisitActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { filesOf, fittingAnswers } from '../answers/fitting-answers.js';
import type { CaseOpened } from '../case.dto.js';
import { inLanguage } from '../templates/template-content.js';
import { FollowLinks } from '../follows/follow-links.js';
import { ReportAlerts } from './report-alerts.js';
import type { OpenVisitCase, VisitCaseOpened } from './visit-case.dto.js';
import { VisitOpening, type VisitReport } from './visit-opening.service.js';
import { offeredVersion, type OfferedTemplate, placeOf, type VisitPlace } from './visit-place.js';
import { reporterOf, subjectFrom } from './visit-rules.js';

/** A visitor reports a problem with the device in front of them (S1.x1, S1.16). */
@Injectable()
export class VisitCasesService {
  constructor(
    private readonly db: DataSource,
    private readonly opening: VisitOpening,
    private readonly alerts: ReportAlerts,
    private readonly links: FollowLinks,
    private readonly audit: AuditService,
  ) {}

  /**
   * The same key gives the same case and the same link, also when the first answer was lost. Throws 422 for what the deployment
   * asks and did not get, template.invalid_answers, visit.photos_off, visit.too_many_cases, visit.challenge_required.
   */
  async open(draft: OpenVisitCase, { actor: visit, id }: Creating<VisitActor>): Promise<VisitCaseOpened> {
    const before = await this.existing(id, visit);
    if (before) return before;
    const place = await placeOf(this.db, visit, draft.label);
    const report = await this.checked({ ...draft, id }, place);
    await this.alerts.limits.spendReport(visit, draft.challenge);
    const mayAlert = await this.alerts.limits.mayAlert(visit.deploymentId);
    const opened = await transaction(this.db, async (tx) => {
      const made = await this.opening.write(tx, report, visit);
      if (!made) return undefined;
      await this.alerts.tell(tx, { caseId: id, place, visit }, mayAlert);
      await this.audit.record(tx, visit, 'case.opened', {
        customerId: visit.customerId,
        deploymentId: visit.deploymentId,
        deviceId: visit.deviceId,
        subjectId: id,
        number: made.number,
        source: 'label',
      });
      return made;
    });
    const answer = opened
      ? { id, number: opened.number, followLink: this.links.linkOf(opened.followId) }
      : await this.existing(id, visit);
    if (!answer) throw new AppError('session.required');
    return answer;
  }

  /** The case of the same key, with its link; a revoked link is not given again. */
  private async existing(id: string, visit: VisitActor): Promise<VisitCaseOpened | undefined> {
    const found = await first<CaseOpened>(
      this.db,
      `SELECT id, number FROM cases WHERE id = $1 AND deployment_id = $2 AND source = 'label'`,
      [id, visit.deploymentId],
    );
    if (!found) return undefined;
    const followId = await this.links.ofBrowser(this.db, id, visit.browserId);
    if (!followId) throw new AppError('link.invalid');
    return { ...found, followLink: this.links.linkOf(followId) };
  }

  private async checked(draft: OpenVisitCase & { id: string }, place: VisitPlace): Promise<VisitReport> {
    const template = await this.template(draft, place);
    const answers = template ? fittingAnswers(template.content, draft.answers) : null;
    const fileIds = filesOf(draft.fileIds, answers);
    if (fileIds.length > 0 && !place.takesPhotos) throw new AppError('visit.photos_off');
    return {
      ...inWords(draft, template),
      id: draft.id,
      priority: template?.priority ?? 'normal',
      assigneeId: template?.defaultAssigneeId ?? place.defaultAssigneeId,
      template: template ?? null,
      answers,
      reporter: reporterOf(place, draft.reporter, draft.noReply),
      language: draft.language,
      fileIds,
    };
  }

  private async template(draft: OpenVisitCase, place: VisitPlace): Promise<OfferedTemplate | undefined> {
    if (!draft.templateVersionId) {
      if (draft.answers && Object.keys(draft.answers).length > 0)
        throw fieldError('/answers', 'template.invalid_answers', 'Answers need a template');
      return undefined;
    }
    const template = await offeredVersion(this.db, place, draft.templateVersionId);
    if (!template) throw fieldError('/templateVersionId', 'request.invalid_body', 'Not offered here');
    return template;
  }
}

/** Own words, or those of the template as the reporter read them; its name among staff is not for visitors. */
function inWords({ subject, description, language }: OpenVisitCase, template: OfferedTemplate | undefined) {
  const heading = subject ?? (template && (inLanguage(template.content.texts, language)?.name ?? template.name));
  if (description) return { subject: heading ?? subjectFrom(description), body: description };
  if (!template || !heading) throw fieldError('/description', 'request.invalid_body', 'Required');
  return { subject: heading, body: heading };
}

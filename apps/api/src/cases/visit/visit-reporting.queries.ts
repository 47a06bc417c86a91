import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../../db/sql.js';
import type { VisitActor } from '../../http/actors.js';
import { FOLLOW_LIVES } from '../follows/follow-links.js';
import { inLanguage, type TemplateContent } from '../templates/template-content.js';
import type { VisitOpenCase, VisitOwnCase, VisitReporting, VisitTemplate } from './visit-case.dto.js';
import { askedAt, OFFERED, placeOf, type VisitPlace } from './visit-place.js';

const MOST_TEMPLATES = 50;
const MOST_CASES = 20;

/** What a visitor sees before reporting: an allow-list of fields, of this device only (POR-6, INV-7). */
@Injectable()
export class VisitReportingQueries {
  constructor(private readonly db: DataSource) {}

  async reporting(visit: VisitActor, language = 'en'): Promise<VisitReporting> {
    const place = await placeOf(this.db, visit);
    const [templates, openCases, ownCases] = await Promise.all([
      this.templates(place, visit),
      place.showsOpenCases ? this.openCases(visit, language) : [],
      this.ownCases(visit),
    ]);
    return { templates, openCases, ownCases };
  }

  /** Those reported most at this deployment within 90 days first; then in the order that staff gave them, then by name. */
  private async templates(place: VisitPlace, visit: VisitActor): Promise<VisitTemplate[]> {
    const offered = await rows<VisitTemplate>(
      this.db,
      `SELECT t.current_version_id AS "versionId", t.icon, v.content
         FROM case_templates t JOIN case_template_versions v ON v.id = t.current_version_id
        WHERE ${OFFERED}
        ORDER BY (SELECT count(*) FROM (SELECT 1 FROM cases k WHERE k.template_id = t.id AND k.deployment_id = $3
                                           AND k.created_at > now() - interval '90 days' LIMIT 1000) used) DESC,
                 array_position($1, t.id), t.name LIMIT ${MOST_TEMPLATES}`,
      [place.templateIds, place.deviceModel, visit.deploymentId],
    );
    return offered.map((template) => ({ ...template, content: askedAt(place, template.content) }));
  }

  private async openCases(visit: VisitActor, language: string): Promise<VisitOpenCase[]> {
    const found = await rows<Omit<VisitOpenCase, 'templateName'> & { texts: TemplateContent['texts'] | null }>(
      this.db,
      `SELECT k.id, k.number, k.status, k.created_at AS "createdAt", v.content -> 'texts' AS texts
         FROM cases k LEFT JOIN case_template_versions v ON v.id = k.template_version_id
        WHERE k.device_id = $1 AND k.deployment_id = $2 AND k.status IN ('open', 'waiting')
        ORDER BY k.activity_at DESC, k.id DESC LIMIT ${MOST_CASES}`,
      [visit.deviceId, visit.deploymentId],
    );
    return found.map(({ texts, ...row }) => ({
      ...row,
      templateName: (texts && inLanguage(texts, language)?.name) ?? null,
    }));
  }

  /** Of this browser at this deployment; another's subject is never shown to who only follows. */
  private ownCases(visit: VisitActor): Promise<VisitOwnCase[]> {
    return rows<VisitOwnCase>(
      this.db,
      `SELECT k.id, k.number, CASE WHEN bool_or(f.is_reporter) THEN k.subject ELSE '' END AS subject, k.status, k.created_at AS "createdAt"
         FROM case_follows f JOIN cases k ON k.id = f.case_id
        WHERE f.visit_browser_id = $1 AND ${FOLLOW_LIVES} AND k.customer_id = $2 AND k.device_id = $3 AND k.created_at > now() - interval '180 days'
        GROUP BY k.id ORDER BY k.created_at DESC, k.id DESC LIMIT ${MOST_CASES}`,
      [visit.browserId, visit.customerId, visit.deviceId],
    );
  }
}

import { type Db, first } from '../../db/sql.js';
import type { VisitActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { TemplateContent } from '../templates/template-content.js';
import type { ReporterRules } from './visit-rules.js';

/** What the portal of the visited deployment asks and offers now. */
export interface VisitPlace extends ReporterRules {
  deploymentName: string;
  defaultAssigneeId: string | null;
  notifyEmails: string[];
  takesPhotos: boolean;
  showsOpenCases: boolean;
  templateIds: string[] | null;
  deviceName: string;
  deviceModel: string | null;
}

/** `label`: one of the device that is meant; throws session.required when the visit has gone on to another since. */
export async function placeOf(db: Db, visit: VisitActor, label?: string): Promise<VisitPlace> {
  const found = await first<VisitPlace>(
    db,
    `SELECT s.name AS "deploymentName", s.default_assignee_id AS "defaultAssigneeId", s.notify_emails AS "notifyEmails",
            p.takes_photos AS "takesPhotos", p.shows_open_cases AS "showsOpenCases", p.template_ids AS "templateIds",
            p.ask_name AS "askName", p.ask_email AS "askEmail", p.ask_phone AS "askPhone", p.allows_no_reply AS "allowsNoReply",
            d.name AS "deviceName", d.model AS "deviceModel"
       FROM devices d JOIN deployments s ON s.id = d.deployment_id JOIN deployment_portals p ON p.deployment_id = s.id
      WHERE d.id = $1 AND d.deployment_id = $2
        AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.public_id = $3 AND l.device_id = d.id))`,
    [visit.deviceId, visit.deploymentId, label ?? null],
  );
  if (!found) throw new AppError('session.required');
  return found;
}

/** Condition on a template `t`: offered at this place. Its parameters stand at $1 (offered ids, null: all) and $2 (the device's model). */
export const OFFERED = `t.status = 'active' AND ($1::uuid[] IS NULL OR t.id = ANY($1)) AND (cardinality(t.models) = 0 OR $2::text = ANY(t.models))`;

export interface OfferedTemplate {
  templateId: string;
  versionId: string;
  name: string;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  defaultAssigneeId: string | null;
  content: TemplateContent;
}

/** What is asked at this place: photos only where they are taken, or nobody could ever answer. */
export const askedAt = ({ takesPhotos }: VisitPlace, content: TemplateContent): TemplateContent =>
  takesPhotos ? content : { ...content, questions: content.questions.filter(({ type }) => type !== 'photo') };

/** Any version of an offered template: a form that was opened before a change may still be sent (C7). */
export async function offeredVersion(
  db: Db,
  place: VisitPlace,
  versionId: string,
): Promise<OfferedTemplate | undefined> {
  const found = await first<OfferedTemplate>(
    db,
    `SELECT t.id AS "templateId", v.id AS "versionId", t.name, t.priority, t.default_assignee_id AS "defaultAssigneeId", v.content
       FROM case_template_versions v JOIN case_templates t ON t.id = v.template_id WHERE v.id = $3 AND ${OFFERED}`,
    [place.templateIds, place.deviceModel, versionId],
  );
  return found && { ...found, content: askedAt(place, found.content) };
}

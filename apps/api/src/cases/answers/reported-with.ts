import { type Db, first, rows } from '../../db/sql.js';
import { fieldError } from '../../http/app-error.js';
import type { Answers, TemplateContent } from '../templates/template-content.js';
import { fittingAnswers } from './fitting-answers.js';

export interface ReportedWith {
  deviceId: string | null;
  deploymentId: string | null;
  templateId: string | null;
  templateVersionId: string | null;
  answers: Answers | null;
  /** The template's, for a case that names nobody. */
  assigneeId: string | null;
}

interface Wanted {
  customerId: string;
  deviceId?: string | null | undefined;
  templateVersionId?: string | null | undefined;
  answers?: Answers | undefined;
}

/** The device and the form that staff name for a case. Throws 422 for a device of another customer, a template that is archived, answers that do not fit. */
export async function reportedWith(tx: Db, wanted: Wanted): Promise<ReportedWith> {
  const device = wanted.deviceId ? await deviceOf(tx, wanted.deviceId, wanted.customerId) : NO_DEVICE;
  if (wanted.templateVersionId)
    return { ...device, ...(await templateOf(tx, wanted.templateVersionId, wanted.answers)) };
  if (Object.keys(wanted.answers ?? {}).length > 0)
    throw fieldError('/answers', 'template.invalid_answers', 'Answers need a template');
  return { ...device, ...NO_TEMPLATE };
}

type OfDevice = Pick<ReportedWith, 'deviceId' | 'deploymentId'>;
type OfTemplate = Omit<ReportedWith, keyof OfDevice>;

const NO_DEVICE: OfDevice = { deviceId: null, deploymentId: null };
const NO_TEMPLATE: OfTemplate = { templateId: null, templateVersionId: null, answers: null, assigneeId: null };

async function deviceOf(tx: Db, id: string, customerId: string): Promise<OfDevice> {
  const found = await first<OfDevice>(
    tx,
    `SELECT d.id AS "deviceId", s.id AS "deploymentId" FROM devices d JOIN deployments s ON s.id = d.deployment_id WHERE d.id = $1 AND s.customer_id = $2`,
    [id, customerId],
  );
  if (!found) throw fieldError('/deviceId', 'request.invalid_body', 'Not a device of this customer');
  return found;
}

async function templateOf(tx: Db, versionId: string, answers: Answers | undefined): Promise<OfTemplate> {
  const found = await first<{ templateId: string; assigneeId: string | null; content: TemplateContent }>(
    tx,
    `SELECT t.id AS "templateId", v.content, (SELECT m.id FROM staff_members m WHERE m.id = t.default_assignee_id AND m.status = 'active') AS "assigneeId"
       FROM case_template_versions v JOIN case_templates t ON t.id = v.template_id WHERE v.id = $1 AND t.status = 'active'`,
    [versionId],
  );
  if (!found) throw fieldError('/templateVersionId', 'request.invalid_body', 'Not a template in use');
  const { content, ...template } = found;
  return { ...template, templateVersionId: versionId, answers: fittingAnswers(content, answers) };
}

/** Writes it to the case that was opened just now. */
export async function storeReportedWith(tx: Db, caseId: string, facts: ReportedWith): Promise<void> {
  if (!facts.deviceId && !facts.templateId) return;
  await rows(
    tx,
    `UPDATE cases SET device_id = $2, deployment_id = $3, template_id = $4, template_version_id = $5, answers = $6 WHERE id = $1 RETURNING id`,
    [
      caseId,
      facts.deviceId,
      facts.deploymentId,
      facts.templateId,
      facts.templateVersionId,
      facts.answers && JSON.stringify(facts.answers),
    ],
  );
}

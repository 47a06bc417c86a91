import { z } from 'zod';
import { isoDate, LANGUAGES, pageOf, pageQuery, SearchText, text } from '../../http/schemas.js';
import { CASE_PRIORITIES } from '../case-priority.js';
import { checkContent } from './content-rules.js';
import { TEMPLATE_ICONS, TemplateContent } from './template-content.js';

export const TemplateIcon = z.enum(TEMPLATE_ICONS).meta({ id: 'TemplateIcon' });
const priority = z.enum(CASE_PRIORITIES);
const status = z.enum(['active', 'archived']);
const models = z
  .array(text(100))
  .max(50)
  .transform((names) => [...new Set(names)]);

const row = {
  id: z.uuid(),
  /** Stable name for integrators. */
  key: z.string(),
  /** For staff. */
  name: z.string(),
  icon: TemplateIcon,
  priority,
  defaultAssignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Device models it is offered for; empty: all. */
  models: z.array(z.string()),
  status,
  questionCount: z.int(),
  languages: z.array(z.enum(LANGUAGES)),
  /** The version in use: what a report names. */
  versionId: z.uuid(),
  versionNumber: z.int(),
  /** Cases of the last 90 days; counted up to 1000. */
  recentCases: z.int(),
  createdAt: isoDate,
  /** For If-Match. */
  version: z.int(),
};

export const CaseTemplateRow = z.object(row).meta({ id: 'CaseTemplateRow' });
export type CaseTemplateRow = z.input<typeof CaseTemplateRow>;
export const CaseTemplatePage = pageOf(CaseTemplateRow, 'CaseTemplatePage');

export const CaseTemplateDto = z.object({ ...row, content: TemplateContent }).meta({ id: 'CaseTemplate' });
export type CaseTemplateDto = z.input<typeof CaseTemplateDto>;

/** By name. `model`: only those offered for devices of this model. */
export const CaseTemplateQuery = z.strictObject({
  ...pageQuery,
  q: SearchText.optional(),
  status: status.optional(),
  model: text(100).optional(),
});
export type CaseTemplateQuery = z.infer<typeof CaseTemplateQuery>;

const content = TemplateContent.superRefine((value, context) => {
  for (const { path, message } of checkContent(value)) context.addIssue({ code: 'custom', path, message });
});
const templateKey = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** `key`: made from the name when absent. */
export const CreateCaseTemplate = z
  .strictObject({
    name: text(80),
    key: templateKey.optional(),
    icon: TemplateIcon.default('problem'),
    priority: priority.default('normal'),
    defaultAssigneeId: z.uuid().nullable().optional(),
    models: models.default([]),
    content,
  })
  .meta({ id: 'CreateCaseTemplate' });
export type CreateCaseTemplate = z.infer<typeof CreateCaseTemplate>;

/** Absent means leave alone. Other content makes a new version; cases keep the one they were answered with. */
export const ChangeCaseTemplate = z
  .strictObject({
    name: text(80).optional(),
    icon: TemplateIcon.optional(),
    priority: priority.optional(),
    defaultAssigneeId: z.uuid().nullable().optional(),
    models: models.optional(),
    content: content.optional(),
  })
  .meta({ id: 'ChangeCaseTemplate' });
export type ChangeCaseTemplate = z.infer<typeof ChangeCaseTemplate>;

export const TemplateVersionParams = z.strictObject({
  id: z.uuid(),
  number: z.coerce.number().int().min(1).max(100_000),
});
export type TemplateVersionParams = z.infer<typeof TemplateVersionParams>;

export const CaseTemplateVersionDto = z
  .object({ id: z.uuid(), number: z.int(), content: TemplateContent, createdAt: isoDate, isCurrent: z.boolean() })
  .meta({ id: 'CaseTemplateVersion' });
export type CaseTemplateVersionDto = z.input<typeof CaseTemplateVersionDto>;

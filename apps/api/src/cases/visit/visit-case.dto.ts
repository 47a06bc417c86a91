import { z } from 'zod';
import { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { LabelId } from '../../deployments/visits/visit.dto.js';
import { isoDate, languageTag, text } from '../../http/schemas.js';
import { caseText, CaseStatus, fileIds } from '../case.dto.js';
import { TemplateIcon } from '../templates/case-template.dto.js';
import { Answers, TemplateContent } from '../templates/template-content.js';

export const VisitLanguage = z.strictObject({ language: languageTag.optional() });
export type VisitLanguage = z.infer<typeof VisitLanguage>;

/** A form that this visit may fill in. */
export const VisitTemplate = z
  .object({
    /** What the report names: the questions as shown here. */
    versionId: z.uuid(),
    icon: TemplateIcon,
    content: TemplateContent,
  })
  .meta({ id: 'VisitTemplate' });
export type VisitTemplate = z.input<typeof VisitTemplate>;

/** What anybody with the PIN may know of an open case of this device: nothing that somebody wrote (POR-6). */
export const VisitOpenCase = z
  .object({
    id: z.uuid(),
    number: z.int(),
    /** In the language asked for. */
    templateName: z.string().nullable(),
    status: CaseStatus,
    createdAt: isoDate,
  })
  .meta({ id: 'VisitOpenCase' });
export type VisitOpenCase = z.input<typeof VisitOpenCase>;

/** Reported or followed with this browser. */
export const VisitOwnCase = z
  .object({ id: z.uuid(), number: z.int(), subject: z.string(), status: CaseStatus, createdAt: isoDate })
  .meta({ id: 'VisitOwnCase' });
export type VisitOwnCase = z.input<typeof VisitOwnCase>;

export const VisitReporting = z
  .object({
    /** Most used at this deployment first. */
    templates: z.array(VisitTemplate),
    /** Newest first, 20 at most; empty when the deployment does not show them. */
    openCases: z.array(VisitOpenCase),
    /** Of the last 180 days, newest first, 20 at most. */
    ownCases: z.array(VisitOwnCase),
  })
  .meta({ id: 'VisitReporting' });
export type VisitReporting = z.input<typeof VisitReporting>;

/** Which of these must be there, the deployment's portal says (getVisit). */
export const VisitReporter = z
  .strictObject({
    name: text(100).optional(),
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^[\d\s+()/.-]{5,30}$/)
      .optional(),
  })
  .meta({ id: 'VisitReporter' });
export type VisitReporter = z.infer<typeof VisitReporter>;

const proof = {
  /** The solved challenge, once `visit.challenge_required` was answered. */
  challenge: SolvedChallenge.optional(),
};

/** A report about the device in front. Without a template `description` must be there. */
export const OpenVisitCase = z
  .strictObject({
    /** The label that the report is about: another tab may have scanned another device since. */
    label: LabelId.optional(),
    subject: text(200).optional(),
    description: caseText.optional(),
    templateVersionId: z.uuid().optional(),
    answers: Answers.optional(),
    fileIds,
    reporter: VisitReporter,
    /** The reporter wants no answer: no way back is needed. */
    noReply: z.boolean().optional(),
    language: languageTag,
    ...proof,
  })
  .meta({ id: 'OpenVisitCase' });
export type OpenVisitCase = z.infer<typeof OpenVisitCase>;

/** "Same problem": the case goes on with one more who is waiting for it. */
export const FollowVisitCase = z
  .strictObject({ reporter: VisitReporter, message: caseText.optional(), fileIds, language: languageTag, ...proof })
  .meta({ id: 'FollowVisitCase' });
export type FollowVisitCase = z.infer<typeof FollowVisitCase>;

/** `followLink`: path with fragment, such as /f#id.secret; the way back to this case, shown only here. */
export const VisitCaseOpened = z
  .object({ id: z.uuid(), number: z.int(), followLink: z.string() })
  .meta({ id: 'VisitCaseOpened' });
export type VisitCaseOpened = z.infer<typeof VisitCaseOpened>;

import { z } from 'zod';
import { clearable, isoDate, pageOf, pageQuery, queryFlag, SearchText, several, text } from '../http/schemas.js';
import { CaseAnswer } from './answers/case-answer.dto.js';
import { CASE_PRIORITIES } from './case-priority.js';
import { CASE_STATUSES, STAFF_ACTIONS } from './case-status.js';
import { CaseFileDto, MOST_FILES } from './files/case-file.dto.js';
import { Answers, TEMPLATE_ICONS } from './templates/template-content.js';

export const CaseStatus = z.enum(CASE_STATUSES).meta({ id: 'CaseStatus' });
export const CasePriority = z.enum(CASE_PRIORITIES).meta({ id: 'CasePriority' });
export type CasePriority = z.infer<typeof CasePriority>;
export const CASE_SOURCES = ['portal', 'label', 'staff', 'api'] as const;
export const CaseSource = z.enum(CASE_SOURCES).meta({
  id: 'CaseSource',
  description: 'portal: a contact who signed in; label: a visitor who scanned a label',
});
export type CaseSource = z.infer<typeof CaseSource>;

/** What was done besides writing: shown as a line between the messages. */
export const CASE_EVENTS = ['opened', 'assigned', 'unassigned', 'waiting', 'solved', 'closed', 'merged'] as const;
export const CaseEvent = z
  .enum(CASE_EVENTS)
  .meta({ id: 'CaseEvent', description: 'opened: opened again; merged: with the case whose number is in body' });
export type CaseEvent = z.infer<typeof CaseEvent>;

const named = z.object({ id: z.uuid(), name: z.string() });

const row = {
  id: z.uuid(),
  /** For people. */
  number: z.int(),
  subject: z.string(),
  status: CaseStatus,
  priority: CasePriority,
  source: CaseSource,
  assignee: named.nullable(),
  customer: named,
  /** Null when the reporter is unknown or was deleted; `reporterName` stays. */
  contact: named.nullable(),
  reporterName: z.string().nullable(),
  /** The linked device's name, or what the reporter called it. */
  device: z.string().nullable(),
  deviceId: z.uuid().nullable(),
  deployment: named.nullable(),
  /** The customer wrote since this staff member last read the case, and it is not closed. */
  isUnread: z.boolean(),
  activityAt: isoDate,
  createdAt: isoDate,
};

export const CaseRow = z.object(row).meta({ id: 'CaseRow' });
export type CaseRow = z.input<typeof CaseRow>;
export const CasePage = pageOf(CaseRow, 'CasePage');

export const CaseDto = z
  .object({
    ...row,
    closedAt: isoDate.nullable(),
    /** Colleagues of the reporter who are told too. */
    followers: z.array(named),
    /** How many follow without a login: the reporter's browser, and others with the same problem. */
    followCount: z.int(),
    /** The device as it is now; null when the case is about none that we know. */
    linkedDevice: z
      .object({
        id: z.uuid(),
        name: z.string(),
        model: z.string().nullable(),
        position: z.string().nullable(),
        status: z.enum(['active', 'retired']),
      })
      .nullable(),
    /** What a visitor left with the report, as typed; proven by nobody (S1.18). Null when nothing was left. */
    reporter: z
      .object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() })
      .nullable(),
    template: z.object({ id: z.uuid(), name: z.string(), icon: z.enum(TEMPLATE_ICONS) }).nullable(),
    /** Answered questions as they were asked, in the staff member's language. */
    answers: z.array(CaseAnswer),
    allowedActions: z.array(z.enum(STAFF_ACTIONS).meta({ id: 'CaseAction' })),
    version: z.int(),
  })
  .meta({ id: 'Case' });
export type CaseDto = z.input<typeof CaseDto>;

export const CaseMessageDto = z
  .object({
    id: z.uuid(),
    visibility: z.enum(['public', 'internal']),
    author: z.object({
      kind: z.enum(['staff', 'contact', 'visitor', 'system']),
      id: z.uuid().nullable(),
      /** Empty for a visitor who left no name. */
      name: z.string(),
      /** A visitor with the same problem, not the one who reported it. */
      isFollower: z.boolean(),
    }),
    /** Set when this is not a text but something that was done; `body` then names the person it is about, or is empty. */
    event: CaseEvent.nullable(),
    body: z.string(),
    files: z.array(CaseFileDto),
    /** The number of the case that it was written in, when it came with a merge. Follow links, and contacts who could not read that case, do not show it. */
    mergedFrom: z.int().nullable(),
    createdAt: isoDate,
  })
  .meta({ id: 'CaseMessage' });
export type CaseMessageDto = z.input<typeof CaseMessageDto>;
export const CaseMessagePage = pageOf(CaseMessageDto, 'CaseMessagePage');

/** Newest activity first. `status` and `priority` may be given several times. `q`: part of the subject, or a case number. */
export const CaseQuery = z.strictObject({
  ...pageQuery,
  status: several(CaseStatus).optional(),
  priority: several(CasePriority).optional(),
  assigneeId: z.union([z.uuid(), z.enum(['me', 'none'])]).optional(),
  customerId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  deviceId: z.uuid().optional(),
  deploymentId: z.uuid().optional(),
  source: CaseSource.optional(),
  unread: queryFlag.optional(),
  /** Something happened in it since then, such as within the last twelve months. */
  activeSince: z.iso.datetime({ offset: true }).optional(),
  q: SearchText.optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const fileIds = z
  .array(z.uuid())
  .max(MOST_FILES)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'The same file twice' })
  .default([]);
export const caseText = text(10_000);

/** A case opened by staff, for a customer or one of its contacts. `body` is its first message; with a template it may be left out, then the subject stands there. `deviceId`: a device of this customer, instead of the free text `device`. */
export const OpenCase = z
  .strictObject({
    customerId: z.uuid(),
    contactId: z.uuid().nullable().optional(),
    subject: text(200),
    body: caseText.optional(),
    device: clearable(200),
    deviceId: z.uuid().nullable().optional(),
    /** A version in use, with answers that fit its questions. */
    templateVersionId: z.uuid().nullable().optional(),
    answers: Answers.optional(),
    priority: CasePriority.default('normal'),
    assigneeId: z.uuid().nullable().optional(),
    fileIds,
  })
  .meta({ id: 'OpenCase' });
export type OpenCase = z.infer<typeof OpenCase>;

export const CaseOpened = z.object({ id: z.uuid(), number: z.int() }).meta({ id: 'CaseOpened' });
export type CaseOpened = z.infer<typeof CaseOpened>;

/** Absent means leave alone; `assigneeId: null` takes the assignee away. */
export const ChangeCase = z
  .strictObject({
    subject: text(200).optional(),
    device: clearable(200),
    status: CaseStatus.optional(),
    priority: CasePriority.optional(),
    assigneeId: z.uuid().nullable().optional(),
  })
  .meta({ id: 'ChangeCase' });
export type ChangeCase = z.infer<typeof ChangeCase>;

/** Public: the reporter reads it and is told. Internal: staff only. `status`: where the case goes; a public message makes it wait for the customer unless told otherwise. */
export const WriteCaseMessage = z
  .strictObject({ visibility: z.enum(['public', 'internal']), body: caseText, fileIds, status: CaseStatus.optional() })
  .meta({ id: 'WriteCaseMessage' });
export type WriteCaseMessage = z.infer<typeof WriteCaseMessage>;

/** `into`: the case that stays. */
export const MergeCase = z.strictObject({ into: z.uuid() }).meta({ id: 'MergeCase' });
export type MergeCase = z.infer<typeof MergeCase>;

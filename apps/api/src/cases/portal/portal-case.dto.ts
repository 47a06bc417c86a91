import { z } from 'zod';
import { clearable, isoDate, pageOf, pageQuery, text } from '../../http/schemas.js';
import { CaseEvent, CaseStatus, caseText, fileIds } from '../case.dto.js';
import { CONTACT_ACTIONS } from '../case-status.js';
import { CaseFileDto } from '../files/case-file.dto.js';

const row = {
  id: z.uuid(),
  /** For people. */
  number: z.int(),
  subject: z.string(),
  device: z.string().nullable(),
  /** open: the company works on it; waiting: for an answer of the customer. */
  status: CaseStatus,
  /** Waiting for the customer. */
  needsMe: z.boolean(),
  isMine: z.boolean(),
  reporterName: z.string().nullable(),
  assigneeName: z.string().nullable(),
  /** Last public answer of the company: what the portal compares with when it was last looked at. */
  staffMessageAt: isoDate.nullable(),
  activityAt: isoDate,
  createdAt: isoDate,
};

export const PortalCaseRow = z.object(row).meta({ id: 'PortalCaseRow' });
export type PortalCaseRow = z.input<typeof PortalCaseRow>;
export const PortalCasePage = pageOf(PortalCaseRow, 'PortalCasePage');

/** Oldest first; the first one is what was reported. Never an internal note. */
export const PortalCaseMessage = z
  .object({
    id: z.uuid(),
    isMine: z.boolean(),
    author: z.object({ kind: z.enum(['staff', 'contact', 'visitor', 'system']), name: z.string() }),
    /** Set when this is not a text but something that was done; `body` then names the person it is about, or is empty. */
    event: CaseEvent.nullable(),
    body: z.string(),
    files: z.array(CaseFileDto),
    createdAt: isoDate,
  })
  .meta({ id: 'PortalCaseMessage' });
export type PortalCaseMessage = z.input<typeof PortalCaseMessage>;

export const PortalCase = z
  .object({
    ...row,
    closedAt: isoDate.nullable(),
    /** Colleagues who are told of what happens, besides the reporter. */
    followers: z.array(z.object({ id: z.uuid(), name: z.string(), isMe: z.boolean() })),
    allowedActions: z.array(z.enum(CONTACT_ACTIONS).meta({ id: 'PortalCaseAction' })),
    messages: z.array(PortalCaseMessage),
  })
  .meta({ id: 'PortalCase' });
export type PortalCase = z.input<typeof PortalCase>;

/** What needs the contact comes first (waiting), then the newest activity. `status`: active is open or waiting, done is solved or closed. */
export const PortalCaseQuery = z.strictObject({
  ...pageQuery,
  scope: z.enum(['mine', 'company']).default('mine'),
  status: z.enum(['active', 'done']).optional(),
});
export type PortalCaseQuery = z.infer<typeof PortalCaseQuery>;

export const OpenPortalCase = z
  .strictObject({ subject: text(200), description: caseText, device: clearable(200), fileIds })
  .meta({ id: 'OpenPortalCase' });
export type OpenPortalCase = z.infer<typeof OpenPortalCase>;

export const WritePortalCaseMessage = z
  .strictObject({ body: caseText, fileIds })
  .meta({ id: 'WritePortalCaseMessage' });
export type WritePortalCaseMessage = z.infer<typeof WritePortalCaseMessage>;

/** Why it is still broken, if the contact says so. */
export const ReopenPortalCase = z.strictObject({ body: caseText.optional() }).meta({ id: 'ReopenPortalCase' });
export type ReopenPortalCase = z.infer<typeof ReopenPortalCase>;

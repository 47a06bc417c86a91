import { z } from 'zod';
import { isoDate, languageTag } from '../../http/schemas.js';
import { CaseEvent, caseText, CaseStatus, fileIds } from '../case.dto.js';
import { CaseAnswer } from '../answers/case-answer.dto.js';
import { CaseFileDto } from '../files/case-file.dto.js';

/** The two parts of a follow link, from the fragment of its address. */
export const OpenFollow = z
  .strictObject({ follow: z.uuid(), secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
  .meta({ id: 'OpenFollow' });
export type OpenFollow = z.infer<typeof OpenFollow>;

export const FollowLanguage = z.strictObject({ language: languageTag.optional() });
export type FollowLanguage = z.infer<typeof FollowLanguage>;

export const FOLLOW_ACTIONS = ['reply', 'close', 'reopen'] as const;
export type FollowAction = (typeof FOLLOW_ACTIONS)[number];

/** Oldest first. */
export const FollowMessage = z
  .object({
    id: z.uuid(),
    /** Written by the holder of this link. */
    isMine: z.boolean(),
    author: z.object({ kind: z.enum(['staff', 'contact', 'visitor', 'system']), name: z.string() }),
    /** Set when this is not a text but something that was done. */
    event: CaseEvent.nullable(),
    body: z.string(),
    files: z.array(CaseFileDto),
    createdAt: isoDate,
  })
  .meta({ id: 'FollowMessage' });
export type FollowMessage = z.input<typeof FollowMessage>;

/** One case as its follow link shows it. Who is not its reporter sees their own messages and the company's answers, never what the reporter wrote. */
export const FollowedCase = z
  .object({
    number: z.int(),
    /** What the reporter called it; for others the name of the template, or empty. */
    subject: z.string(),
    status: CaseStatus,
    deviceName: z.string().nullable(),
    deploymentName: z.string().nullable(),
    isReporter: z.boolean(),
    /** It waits for an answer of the reporter. */
    needsMe: z.boolean(),
    createdAt: isoDate,
    activityAt: isoDate,
    closedAt: isoDate.nullable(),
    allowedActions: z.array(z.enum(FOLLOW_ACTIONS).meta({ id: 'FollowAction' })),
    /** The reporter's own, with the questions in the language asked for; empty for others. */
    answers: z.array(CaseAnswer),
    messages: z.array(FollowMessage),
    /** Updates by e-mail: offered at all, wanted for which address, and whether its owner said yes. */
    updates: z.object({ isOffered: z.boolean(), email: z.string().nullable(), isConfirmed: z.boolean() }),
    takesPhotos: z.boolean(),
    /** The link ends then, unless it is used before. */
    expiresAt: isoDate,
  })
  .meta({ id: 'FollowedCase' });
export type FollowedCase = z.input<typeof FollowedCase>;

export const WriteFollowMessage = z.strictObject({ body: caseText, fileIds }).meta({ id: 'WriteFollowMessage' });
export type WriteFollowMessage = z.infer<typeof WriteFollowMessage>;

/** Why it is still broken, if the reporter says so. */
export const ReopenFollow = z.strictObject({ body: caseText.optional() }).meta({ id: 'ReopenFollow' });
export type ReopenFollow = z.infer<typeof ReopenFollow>;

export const AskForUpdates = z
  .strictObject({ email: z.email().max(254), language: languageTag.optional() })
  .meta({ id: 'AskForUpdates' });
export type AskForUpdates = z.infer<typeof AskForUpdates>;

/** The two parts of the link in the confirmation message. */
export const ConfirmUpdates = z
  .strictObject({ follow: z.uuid(), token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
  .meta({ id: 'ConfirmUpdates' });
export type ConfirmUpdates = z.infer<typeof ConfirmUpdates>;

/** The "never again" link of a message, from its fragment. */
export const StopMail = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }).meta({ id: 'StopMail' });
export type StopMail = z.infer<typeof StopMail>;

/** For staff: somebody without a login who follows the case. */
export const CaseFollowDto = z
  .object({
    id: z.uuid(),
    isReporter: z.boolean(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** Gets updates by e-mail. */
    isConfirmed: z.boolean(),
    /** Sent by staff, not shown to a visitor. */
    isSentByStaff: z.boolean(),
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: isoDate,
    lastUsedAt: isoDate.nullable(),
    expiresAt: isoDate,
  })
  .meta({ id: 'CaseFollow' });
export type CaseFollowDto = z.input<typeof CaseFollowDto>;

/** The reporter first, then as they came; 100 at most. */
export const CaseFollowList = z.object({ items: z.array(CaseFollowDto) }).meta({ id: 'CaseFollowList' });
export type CaseFollowList = z.input<typeof CaseFollowList>;

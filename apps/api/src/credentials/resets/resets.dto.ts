import { z } from 'zod';
import { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { isoDate, pageOf, pageQuery, several } from '../../http/schemas.js';
import { NotificationState } from '../../notifications/notification.dto.js';
import { requiredEmail } from '../../text/email.js';
import { RESET_OUTCOMES } from './password-reset.entity.js';

const token = z.string().min(20).max(100);

export const AskReset = z
  .strictObject({
    /** Any spelling of the domain: with ü or as xn-- (D8). */
    email: requiredEmail,
    /** Any spelling. With a number that is on file, the person gets an SMS too, to the mobile number on file (S2.18 to S2.20). */
    phone: z.string().trim().max(60).optional(),
    challenge: SolvedChallenge.optional(),
  })
  .meta({ id: 'AskReset' });
export type AskReset = z.infer<typeof AskReset>;

export const ViewReset = z.strictObject({ token }).meta({ id: 'ViewReset' });
export type ViewReset = z.infer<typeof ViewReset>;

/** What a link is for; looking changes nothing (REC-5). */
export const ResetDto = z
  .object({ company: z.string(), loginId: z.string(), minPasswordLength: z.int(), expiresAt: isoDate })
  .meta({ id: 'Reset' });
export type ResetDto = z.input<typeof ResetDto>;

export const FinishReset = z.strictObject({ token, password: z.string().min(1).max(256) }).meta({ id: 'FinishReset' });
export type FinishReset = z.infer<typeof FinishReset>;

export const RESET_STATES = [
  ...RESET_OUTCOMES,
  'sending',
  /** By the mail server or the SMS provider. Delivered is what they, or the receiver's, report later. */
  'accepted',
  'delivered',
  'undelivered',
  'used',
  'expired',
  'newer',
  'old_password',
  'stopped',
  'changed',
] as const;

/** One request for a new password, as staff read it; nothing in it lets anybody in. */
export const ResetRequestDto = z
  .object({
    id: z.uuid(),
    createdAt: isoDate,
    /** Why nothing was sent, or how far it came. */
    state: z.enum(RESET_STATES),
    mode: z.enum(['link', 'temporary']).nullable(),
    /** The address on file that was written to; null when nothing was. */
    sentTo: z.string().nullable(),
    /** The SMS beside the e-mail, if there was one. */
    sms: z.object({ id: z.uuid(), to: z.string(), state: NotificationState, error: z.string().nullable() }).nullable(),
    /** The mail server's words when it was not delivered, or why it still waits. */
    error: z.string().nullable(),
    contactId: z.uuid().nullable(),
    contactName: z.string().nullable(),
    customerId: z.uuid().nullable(),
    customerName: z.string().nullable(),
  })
  .meta({ id: 'ResetRequest' });
export type ResetRequestDto = z.input<typeof ResetRequestDto>;

export const ResetRequestPage = pageOf(ResetRequestDto, 'ResetRequestPage');

const ResetState = z.enum(RESET_STATES);

const counted = {
  /** Of this contact, and of its login at every company. */
  contactId: z.uuid().optional(),
  /** Asked at this time or later. */
  from: z.iso.datetime().optional(),
  /** Asked before this time. */
  to: z.iso.datetime().optional(),
};
const filter = {
  ...counted,
  outcome: several(z.enum(RESET_OUTCOMES)).optional(),
  state: several(ResetState).optional(),
};

export const ResetRequestFilter = z.strictObject(filter);
export type ResetRequestFilter = z.infer<typeof ResetRequestFilter>;

export const ResetCountsQuery = z.strictObject(counted);
export type ResetCountsQuery = z.infer<typeof ResetCountsQuery>;

export const ResetCounts = z
  .object({
    counts: z.array(z.object({ state: ResetState, count: z.int() })),
    /** Only the newest 10,000 requests are counted. */
    more: z.boolean(),
  })
  .meta({ id: 'ResetCounts' });
export type ResetCounts = z.input<typeof ResetCounts>;

export const ResetRequestQuery = z.strictObject({ ...pageQuery, ...filter });
export type ResetRequestQuery = z.infer<typeof ResetRequestQuery>;

import { z } from 'zod';
import { isoDate, pageOf, pageQuery, several } from '../http/schemas.js';
import { FailureReason } from './failure-reasons.js';
import { SmsEstimate } from './sms/sms-estimate.js';

export const NOTIFICATION_STATES = [
  'queued',
  'sending',
  'accepted',
  'refused',
  'failed',
  'expired',
  'cancelled',
  /** Accepted, and came back or was not delivered after all. */
  'bounced',
] as const;
export const NotificationState = z.enum(NOTIFICATION_STATES);

export const NOTIFICATION_EVENTS = [
  'queued',
  'handed_over',
  'accepted',
  'deferred',
  'refused',
  'failed',
  'expired',
  'cancelled',
  'retried',
  'used',
  'delivered',
  'bounced',
  'complained',
] as const;

const shape = {
  id: z.uuid(),
  kind: z.string(),
  channel: z.enum(['email', 'sms']),
  to: z.string(),
  language: z.string(),
  /** With its placeholders. */
  subject: z.string(),
  state: NotificationState,
  attempts: z.int(),
  /** When it is tried again; null unless queued. */
  nextAt: isoDate.nullable(),
  expiresAt: isoDate.nullable(),
  /** The server's words of the last try that did not succeed. */
  lastError: z.string().nullable(),
  /** Of a message that did not reach its receiver. */
  failure: FailureReason.nullable(),
  /** Of an SMS that was handed over. */
  smsParts: z.int().nullable(),
  acceptedAt: isoDate.nullable(),
  createdAt: isoDate,
  createdByName: z.string().nullable(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  contactId: z.uuid().nullable(),
  contactName: z.string().nullable(),
  caseId: z.uuid().nullable(),
  allowedActions: z.array(z.enum(['retry', 'cancel'])),
};

export const NotificationDto = z.object(shape).meta({ id: 'Notification' });
export type NotificationDto = z.input<typeof NotificationDto>;

export const DeliveryMode = z.enum(['smtp', 'outbox', 'off']).meta({
  description:
    'Where messages go: to a mail server; to the Outbox page only (demo and development); nowhere, because no mail server is set up: they wait.',
});
export type DeliveryMode = z.infer<typeof DeliveryMode>;

export const NotificationPage = pageOf(NotificationDto, 'NotificationItems')
  .extend({ delivery: DeliveryMode })
  .meta({ id: 'NotificationPage' });

export const NotificationEventDto = z
  .object({ id: z.uuid(), at: isoDate, event: z.enum(NOTIFICATION_EVENTS), detail: z.string().nullable() })
  .meta({ id: 'NotificationEvent' });
export type NotificationEventDto = z.input<typeof NotificationEventDto>;

/** With what was or will be sent, secrets replaced by dots. */
export const NotificationDetail = z
  .object({
    ...shape,
    messageId: z.string(),
    events: z.array(NotificationEventDto),
    content: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
    /** How an SMS travels; null of an e-mail, and of an SMS that cannot be filled any more. */
    sms: SmsEstimate.nullable(),
    /** Why the message would not be sent any more, if so: its secret was used, replaced or has expired. */
    lostSense: z.string().nullable(),
  })
  .meta({ id: 'NotificationDetail' });

const filter = {
  state: several(NotificationState).optional(),
  kind: z.string().max(60).optional(),
  contactId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  caseId: z.uuid().optional(),
  /** An address, the beginning of one, or @domain. */
  q: z.string().trim().max(254).optional(),
  /** Why a message did not reach its receiver; only such messages then. */
  reason: FailureReason.optional(),
  /** Written at this time or later. */
  from: z.iso.datetime().optional(),
  /** Written before this time. */
  to: z.iso.datetime().optional(),
};

export const NotificationFilter = z.strictObject(filter);
export type NotificationFilter = z.infer<typeof NotificationFilter>;

export const NotificationQuery = z.strictObject({ ...pageQuery, ...filter });
export type NotificationQuery = z.infer<typeof NotificationQuery>;

export const FailureCounts = z
  .object({
    counts: z.array(z.object({ reason: FailureReason, count: z.int() })),
    /** Only the newest 10,000 that did not arrive are counted. */
    more: z.boolean(),
  })
  .meta({ id: 'FailureCounts' });
export type FailureCounts = z.input<typeof FailureCounts>;

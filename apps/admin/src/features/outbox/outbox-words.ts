import type { Notification, NotificationDetail } from '@latchkey/api-client';
import { sincePeriod } from '../../lib/periods';
import type { Tone } from '../../theme/tokens';
import type { OutboxQuery } from './outbox.api';

type State = Notification['state'];

export const STATES: readonly State[] = [
  'queued',
  'sending',
  'accepted',
  'refused',
  'failed',
  'expired',
  'cancelled',
  'bounced',
];

export const STATE_TONES: Record<State, Tone> = {
  queued: 'wait',
  sending: 'wait',
  accepted: 'good',
  refused: 'bad',
  failed: 'bad',
  expired: 'quiet',
  cancelled: 'quiet',
  bounced: 'bad',
};

/** Kinds of the catalogue; an unknown one is shown as the API names it. */
export const KINDS = [
  'portal-credentials',
  'invitation-sms',
  'joining',
  'password-reset',
  'password-reset-sms',
  'phone-code',
  'email-code',
  'security-notice',
  'case-opened',
  'case-replied',
  'case-solved',
  'case-followed',
  'case-assigned',
  'case-customer-replied',
  'case-reopened',
  'staff-invitation',
  'staff-password',
  'staff-notice',
  'lock-alert',
  'sms-alert',
  'sms-stopped',
  'audit-broken',
  'visit-case-opened',
  'visit-case-digest',
  'follow-replied',
  'follow-moved',
  'follow-link',
  'follow-confirm',
  'deployment-wrong-pins',
  'deployment-pin-changed',
  'label-scanned-late',
] as const;

/** Why a message did not arrive. */
export const REASONS: readonly NonNullable<Notification['failure']>[] = [
  'no_mailbox',
  'mailbox_full',
  'too_large',
  'blocked',
  'sms_number',
  'sms_limit',
  'too_late',
  'other',
];

type Event = NotificationDetail['events'][number]['event'];

export const EVENT_TONES: Record<Event, Tone> = {
  queued: 'quiet',
  handed_over: 'quiet',
  accepted: 'good',
  deferred: 'wait',
  refused: 'bad',
  failed: 'bad',
  expired: 'quiet',
  cancelled: 'quiet',
  retried: 'quiet',
  used: 'good',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
};

type Filters = Readonly<Record<string, readonly string[]>>;

/** The API takes one value of each. */
export const toOutboxQuery = (filters: Filters, search: string, now: number): OutboxQuery => {
  const state = STATES.filter((one) => filters['state']?.includes(one));
  const reason = REASONS.find((one) => filters['reason']?.includes(one));
  const one = (name: string): string | undefined => filters[name]?.[0];
  const [kind, contactId, customerId, caseId] = [one('kind'), one('contact'), one('customer'), one('case')];
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(reason ? { reason } : {}),
    ...(kind ? { kind } : {}),
    ...(contactId ? { contactId } : {}),
    ...(customerId ? { customerId } : {}),
    ...(caseId ? { caseId } : {}),
    ...sincePeriod(filters, now),
    ...(search.trim() === '' ? {} : { q: search.trim() }),
  };
};

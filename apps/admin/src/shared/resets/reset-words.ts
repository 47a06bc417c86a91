import type { ListPasswordResetsData, ResetRequest } from '@latchkey/api-client';
import type { Tone } from '../../theme/tokens';

type Query = NonNullable<ListPasswordResetsData['query']>;
export type ResetOutcome = Extract<NonNullable<Query['outcome']>, string>;
export type ResetState = ResetRequest['state'];

/** What can be filtered by, in the order of a request's way. */
export const OUTCOMES: readonly ResetOutcome[] = [
  'asked',
  'sent',
  'never_invited',
  'no_password',
  'not_allowed',
  'closed',
  'switched_off',
  'unknown',
  'too_soon',
  'too_many',
];

/** Red is what somebody of the staff can mend. */
export const RESET_TONES: Record<ResetState, Tone> = {
  asked: 'wait',
  sent: 'info',
  sending: 'wait',
  delivered: 'info',
  undelivered: 'bad',
  used: 'good',
  expired: 'quiet',
  newer: 'quiet',
  old_password: 'good',
  stopped: 'quiet',
  changed: 'quiet',
  switched_off: 'bad',
  unknown: 'quiet',
  never_invited: 'bad',
  closed: 'bad',
  no_password: 'bad',
  not_allowed: 'bad',
  too_soon: 'quiet',
  too_many: 'quiet',
};

/** Acts of a contact that mend it, by their name in the contact's menu; the first one that is allowed is offered. */
const MENDED_BY: Partial<Record<ResetState, readonly string[]>> = {
  undelivered: ['password', 'edit'],
  never_invited: ['send', 'reopen', 'edit'],
  no_password: ['send', 'edit'],
  not_allowed: ['edit'],
  closed: ['reopen', 'edit'],
};

export const mendedBy = (state: ResetState): readonly string[] => MENDED_BY[state] ?? [];

export const toResetQuery = (filters: Readonly<Record<string, readonly string[]>>): Query => {
  const outcome = OUTCOMES.filter((one) => filters['outcome']?.includes(one));
  const contactId = filters['contact']?.[0];
  return { ...(outcome.length > 0 ? { outcome } : {}), ...(contactId ? { contactId } : {}) };
};

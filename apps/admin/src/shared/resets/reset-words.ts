import type { ListPasswordResetsData, ResetRequest } from '@latchkey/api-client';
import { sincePeriod } from '../../lib/periods';
import type { Tone } from '../../theme/tokens';

type Query = NonNullable<ListPasswordResetsData['query']>;
export type ResetState = ResetRequest['state'];
export type ResetQuery = Omit<Query, 'cursor' | 'limit'>;

/** Red is what somebody of the staff can mend. */
export const RESET_TONES: Record<ResetState, Tone> = {
  asked: 'wait',
  sent: 'info',
  sending: 'wait',
  accepted: 'info',
  delivered: 'good',
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

/** In the order of a request's way. */
export const RESET_STATES = Object.keys(RESET_TONES) as ResetState[];

/** What the address says, as the API is asked. */
export const toResetQuery = (filters: Readonly<Record<string, readonly string[]>>, now: number): ResetQuery => {
  const state = RESET_STATES.filter((one) => filters['state']?.includes(one));
  const contactId = filters['contact']?.[0];
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(contactId ? { contactId } : {}),
    ...sincePeriod(filters, now),
  };
};

import type { AccessReportChoice, AccessReportCounts } from '@latchkey/api-client';
import type { ListSpec, ListState } from '../../lib/list-params';
import { daysAgo } from '../../lib/periods';
import type { ReportQuery } from './reports.api';

export const STATES = ['can', 'waiting', 'cannot'] as const;
export const WAYS = ['password', 'pin', 'link'] as const;
/** Never, or not for so many days. */
export const USES = ['never', '30', '90', '365'] as const;
export const RESET_FAULTS = ['no_password', 'no_address', 'email_differs', 'not_allowed', 'bounced'] as const;
type Reason = AccessReportCounts['byReason'][number]['reason'];
/** In the order of the access check. */
export const REASONS = [
  'customer_inactive',
  'contact_inactive',
  'not_portal_user',
  'not_accepted',
  'declined',
  'login_disabled',
  'no_login_id',
  'never_invited',
  'invitation_used',
  'invitation_expired',
  'invitation_revoked',
  'invitation_undelivered',
  'password_without_email',
  'pin_without_phone',
  'locked',
] as const satisfies readonly Reason[];

/** Among the reasons: all of them but those where staff switched the access off. */
export const NOT_SHUT = 'open';

export const SPEC: ListSpec = { filters: ['state', 'reason', 'way', 'use', 'resetFault', 'customerId'] };

const one = <Value extends string>(state: ListState, name: string, known: readonly Value[]): Value | undefined =>
  known.find((value) => value === state.filters[name]?.[0]);

const useOf = (use: (typeof USES)[number] | undefined, now: number): Partial<ReportQuery> => {
  if (use === undefined) return {};
  return use === 'never' ? { neverUsed: 'true' } : { lastUsedBefore: daysAgo(Number(use), now) };
};

/** What the address says, as the API takes it; what it cannot mean is left out. */
export const toReportQuery = (state: ListState, now: number): ReportQuery => {
  const [answer, way] = [one(state, 'state', STATES), one(state, 'way', WAYS)];
  const reason = one(state, 'reason', REASONS);
  const isOpen = state.filters['reason']?.[0] === NOT_SHUT;
  const faults = RESET_FAULTS.filter((fault) => state.filters['resetFault']?.includes(fault));
  const [customerId] = state.filters['customerId'] ?? [];
  return {
    ...(answer ? { state: answer } : {}),
    ...(reason ? { reason } : {}),
    ...(isOpen ? { open: 'true' } : {}),
    ...(way ? { way } : {}),
    ...useOf(one(state, 'use', USES), now),
    ...(faults.length > 0 ? { resetFault: faults } : {}),
    ...(customerId ? { customerId } : {}),
  };
};

/** Those whom no invitation helps: the person, the customer or a lock stands in the way, or they said no. */
const HOPELESS: readonly Reason[] = [
  'customer_inactive',
  'contact_inactive',
  'not_portal_user',
  'declined',
  'login_disabled',
  'no_login_id',
  'locked',
];

/** Whether giving access could do anything for those who are shown: who gets in needs none. */
export const canBeGiven = ({ state, reason, way, neverUsed }: ReportQuery): boolean => {
  if (state === 'can' || neverUsed || way === 'password' || way === 'pin') return false;
  return reason === undefined || !HOPELESS.includes(reason);
};

/** The same people as the content of a request. */
export const choiceOf = ({ neverUsed, open, resetFault, ...query }: ReportQuery): AccessReportChoice => ({
  ...query,
  ...(neverUsed ? { neverUsed: true } : {}),
  ...(open ? { open: open === 'true' } : {}),
  ...(resetFault ? { resetFault: [resetFault].flat() } : {}),
});

interface Shown {
  pages: readonly { items: readonly unknown[]; nextCursor: string | null }[];
}

/** How many are shown: counted where all of them are read, else by the counts, which know one thing asked at a time. Undefined: not known, or too many to be counted. */
export const shownCount = (
  list: Shown | undefined,
  { customerId: _, ...asked }: ReportQuery,
  counts: AccessReportCounts | undefined,
): number | undefined => {
  if (!list) return 0;
  if (list.pages.at(-1)?.nextCursor === null) return list.pages.reduce((sum, { items }) => sum + items.length, 0);
  if (Object.keys(asked).length !== 1) return undefined;
  const { state, reason } = asked;
  const found = state ? counts?.[state] : counts?.byReason.find((one) => one.reason === reason);
  return found && !found.more ? found.count : undefined;
};

/** Where the list of contacts shows the same people, with everything that can be done for several at once. */
const OUT = 'access=none&status=active&portalUser=true';
const CONTACTS: Partial<Record<Reason, string>> = {
  never_invited: `${OUT}&invitation=none`,
  invitation_expired: `${OUT}&invitation=expired`,
  invitation_revoked: `${OUT}&invitation=revoked`,
  invitation_undelivered: `${OUT}&invitation=bounced`,
  locked: 'access=locked',
};

export const contactsOf = ({ reason, customerId }: ReportQuery): string | undefined => {
  const same = reason && CONTACTS[reason];
  if (!same) return undefined;
  return customerId ? `/customers/${customerId}/contacts?${same}` : `/contacts?${same}`;
};

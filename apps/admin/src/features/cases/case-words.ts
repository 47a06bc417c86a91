import type { Case, CasePriority, CaseStatus } from '@latchkey/api-client';
import type { Tone } from '../../theme/tokens';
import type { CaseQuery } from './cases.api';

export const STATUSES: readonly CaseStatus[] = ['open', 'waiting', 'solved', 'closed'];
export const PRIORITIES: readonly CasePriority[] = ['urgent', 'high', 'normal', 'low'];

export const SOURCES: readonly Case['source'][] = ['label', 'portal', 'staff', 'api'];

export const STATUS_TONES: Record<CaseStatus, Tone> = {
  open: 'info',
  waiting: 'wait',
  solved: 'good',
  closed: 'quiet',
};
export const PRIORITY_TONES: Record<CasePriority, Tone> = {
  urgent: 'bad',
  high: 'wait',
  normal: 'quiet',
  low: 'quiet',
};

export type StatusMove = Extract<Case['allowedActions'][number], 'wait' | 'solve' | 'close' | 'reopen'>;
export const MOVES: Record<StatusMove, CaseStatus> = {
  wait: 'waiting',
  solve: 'solved',
  close: 'closed',
  reopen: 'open',
};

/** The steps the server allows now, the likeliest first. */
export const movesOf = (actions: Case['allowedActions']): readonly StatusMove[] =>
  (['solve', 'reopen', 'wait', 'close'] as const).filter((move) => actions.includes(move));

type Filters = Readonly<Record<string, readonly string[]>>;

const known = <Value extends string>(values: readonly string[] | undefined, all: readonly Value[]): Value[] =>
  all.filter((value) => values?.includes(value));

/** What stands in the address becomes a request; what makes no sense there is left out. */
export const toCaseQuery = (filters: Filters, search: string): CaseQuery => {
  const status = known(filters['status'], STATUSES);
  const priority = known(filters['priority'], PRIORITIES);
  const [source] = known(filters['source'], SOURCES);
  return {
    ...(status.length > 0 ? { status } : {}),
    ...(priority.length > 0 ? { priority } : {}),
    ...(source ? { source } : {}),
    ...oneOf(filters, 'assignee', 'assigneeId'),
    ...oneOf(filters, 'customer', 'customerId'),
    ...oneOf(filters, 'contact', 'contactId'),
    ...oneOf(filters, 'device', 'deviceId'),
    ...oneOf(filters, 'deployment', 'deploymentId'),
    ...(filters['unread']?.includes('true') ? { unread: 'true' as const } : {}),
    ...(search.trim() === '' ? {} : { q: search.trim() }),
  };
};

/** The first value of a filter, under the name that the API has for it. */
const oneOf = <Name extends string>(filters: Filters, filter: string, name: Name): { [Key in Name]?: string } => {
  const [value] = filters[filter] ?? [];
  return (value ? { [name]: value } : {}) as { [Key in Name]?: string };
};

/** "Eva Lind" is answered as "Eva". */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** Somebody reads answers: the contact on file, or whoever reported it. */
export const receiverOf = ({ contact, reporterName }: Pick<Case, 'contact' | 'reporterName'>): string | null =>
  contact?.name ?? reporterName;

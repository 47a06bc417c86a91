import type { Dashboard } from '@latchkey/api-client';
import { WITHOUT_RESET_LIST } from '../../shared/access/access-counts';

export type NumberName = Exclude<keyof Dashboard, 'needsYou' | 'unassignedCases' | 'accessRequests'>;

export interface HomeNumber {
  name: NumberName;
  /** The list that shows what was counted. */
  to: string;
  permission: string;
  /** Above zero somebody should do something. */
  isTrouble: boolean;
  /** Not worth a place while there is nothing. */
  isHiddenAtZero?: boolean;
}

export const NUMBERS: readonly HomeNumber[] = [
  {
    name: 'peopleWithoutWayIn',
    to: '/reports/access?state=cannot&reason=open',
    permission: 'credential:read',
    isTrouble: true,
  },
  { name: 'pendingInvitations', to: '/reports/access?state=waiting', permission: 'credential:read', isTrouble: false },
  { name: 'lockedPeople', to: '/contacts?access=locked', permission: 'contact:read', isTrouble: true },
  {
    name: 'failedMessages',
    to: '/outbox?state=failed,refused,bounced',
    permission: 'notification:read',
    isTrouble: true,
  },
  {
    name: 'peopleWithoutReset',
    to: WITHOUT_RESET_LIST,
    permission: 'credential:read',
    isTrouble: true,
    isHiddenAtZero: true,
  },
  { name: 'openCases', to: '/cases?status=open', permission: 'case:read', isTrouble: false },
];

type Need = Dashboard['needsYou'][number];

const ADDRESSES: Record<Need['kind'], (id: string) => string> = {
  failed_message: (id) => `/outbox?open=${id}`,
  access_request: () => '/access-requests',
  sms_stopped: () => '/settings/sms',
  unassigned_case: (id) => `/cases/${id}`,
};

/** Where one entry of "needs you" is dealt with. */
export const addressOf = ({ kind, id }: Pick<Need, 'kind' | 'id'>): string => ADDRESSES[kind](id);

import type { Dashboard } from '@latchkey/api-client';

export type NumberName = Exclude<keyof Dashboard, 'needsYou' | 'unassignedCases'>;

export interface HomeNumber {
  name: NumberName;
  /** The list that shows what was counted. */
  to: string;
  permission: string;
  /** Above zero somebody should do something. */
  isTrouble: boolean;
}

export const NUMBERS: readonly HomeNumber[] = [
  { name: 'peopleWithoutWayIn', to: '/contacts?access=none', permission: 'contact:read', isTrouble: true },
  { name: 'pendingInvitations', to: '/contacts?access=invited', permission: 'contact:read', isTrouble: false },
  { name: 'lockedPeople', to: '/contacts?access=locked', permission: 'contact:read', isTrouble: true },
  { name: 'failedMessages', to: '/outbox?state=failed,refused', permission: 'notification:read', isTrouble: true },
  { name: 'openCases', to: '/cases?status=open', permission: 'case:read', isTrouble: false },
];

type Need = Dashboard['needsYou'][number];

/** Where one entry of "needs you" is dealt with. */
export const addressOf = ({ kind, id }: Pick<Need, 'kind' | 'id'>): string =>
  kind === 'failed_message' ? `/outbox?open=${id}` : `/cases/${id}`;

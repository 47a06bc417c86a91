import type { CaseStatus, CaseSummary } from './case-view';

export type CaseGroup = 'needsYou' | 'running' | 'done';

export const CASE_GROUPS: readonly CaseGroup[] = ['needsYou', 'running', 'done'];

const GROUP_OF: Record<CaseStatus, CaseGroup> = {
  waiting: 'needsYou',
  open: 'running',
  solved: 'done',
  closed: 'done',
};

const newestFirst = (one: CaseSummary, other: CaseSummary): number => other.updatedAt.localeCompare(one.updatedAt);
const unreadFirst = (one: CaseSummary, other: CaseSummary): number => Number(other.hasUnread) - Number(one.hasUnread);

/** What needs me comes first: waiting for my answer, then running, then done; unread before read, newest first. */
export function groupCases(cases: readonly CaseSummary[]): [CaseGroup, CaseSummary[]][] {
  return CASE_GROUPS.map((group): [CaseGroup, CaseSummary[]] => [
    group,
    cases
      .filter((item) => GROUP_OF[item.status] === group)
      .sort((one, other) => unreadFirst(one, other) || newestFirst(one, other)),
  ]).filter(([, items]) => items.length > 0);
}

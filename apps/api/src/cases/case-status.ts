export const CASE_STATUSES = ['open', 'waiting', 'solved', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Open: ours to work on. Waiting: for the customer. Solved: we think so. Closed: over; nothing is written before it is opened again. */
const NEXT: Record<CaseStatus, readonly CaseStatus[]> = {
  open: ['waiting', 'solved', 'closed'],
  waiting: ['open', 'solved', 'closed'],
  solved: ['open', 'waiting', 'closed'],
  closed: ['open'],
};

export const canMove = (from: CaseStatus, to: CaseStatus): boolean => from === to || NEXT[from].includes(to);

export const isOver = (status: CaseStatus): boolean => status === 'solved' || status === 'closed';

/** Where a public answer of staff leaves a case when they do not say: it is the customer's turn; a thank-you on a solved case stays one. */
export const afterStaffReply = (status: CaseStatus): CaseStatus => (status === 'solved' ? 'solved' : 'waiting');

/** A contact may take up a case again for 60 days after it was solved or closed. */
export const REOPEN_DAYS = 60;

export const STAFF_ACTIONS = ['reply', 'note', 'change', 'wait', 'solve', 'close', 'reopen'] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

const MOVES = { wait: 'waiting', solve: 'solved', close: 'closed', reopen: 'open' } as const;

export function staffActions(status: CaseStatus, may: { write: boolean; reply: boolean }): StaffAction[] {
  const moves = (Object.keys(MOVES) as (keyof typeof MOVES)[]).filter(
    (move) => MOVES[move] !== status && canMove(status, MOVES[move]),
  );
  return [
    ...(may.reply && status !== 'closed' ? (['reply'] as const) : []),
    ...(may.reply ? (['note'] as const) : []),
    ...(may.write ? (['change', ...moves] as const) : []),
  ];
}

/** follow: follow the case, and let colleagues follow it. */
export const CONTACT_ACTIONS = ['reply', 'close', 'reopen', 'follow'] as const;
export type ContactAction = (typeof CONTACT_ACTIONS)[number];

/** `isRecent`: solved or closed within the last 60 days, or neither. */
export function contactActions(
  state: { status: CaseStatus; isRecent: boolean },
  may: { reply: boolean; close: boolean; follow: boolean },
): ContactAction[] {
  const { status, isRecent } = state;
  const canReply = may.reply && status !== 'closed' && (!isOver(status) || isRecent);
  return [
    ...(canReply ? (['reply'] as const) : []),
    ...(may.close && status !== 'closed' ? (['close'] as const) : []),
    ...(may.close && isOver(status) && isRecent ? (['reopen'] as const) : []),
    ...(may.follow ? (['follow'] as const) : []),
  ];
}

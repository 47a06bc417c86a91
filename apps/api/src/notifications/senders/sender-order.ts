/** What a sender may be dedicated to. */
export const MESSAGE_GROUPS = ['access', 'cases', 'staff'] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];

const GROUPS: readonly [RegExp, MessageGroup][] = [
  [/^(case|visit|follow)-/, 'cases'],
  [/^(staff|lock|deployment|label|sms)-/, 'staff'],
];

/** By the name of the kind; what is about nobody's case and goes to no staff is about somebody's way in. */
export const groupOf = (kind: string): MessageGroup => GROUPS.find(([names]) => names.test(kind))?.[1] ?? 'access';

/** The dedicated ones, then the one of the settings, then the others: each list in its own order (S2.17). */
export function orderFor<T extends { isDefault: boolean; groups: readonly string[] }>(
  kind: string,
  senders: readonly T[],
): T[] {
  const group = groupOf(kind);
  const rank = (sender: T): number => (sender.groups.includes(group) ? 0 : sender.isDefault ? 1 : 2);
  return senders.toSorted((one, other) => rank(one) - rank(other));
}

import { expect, it } from 'vitest';
import { groupCases } from './case-order';
import type { CaseStatus, CaseSummary } from './case-view';

const makeCase = (number: number, status: CaseStatus, updatedAt: string): CaseSummary => ({
  id: String(number),
  number,
  subject: 'Leak',
  status,
  updatedAt,
  hasUnread: false,
});

it('puts what needs me first, then unread, then newest (C9)', () => {
  const cases = [
    makeCase(1, 'closed', '2026-05-04T10:00:00Z'),
    makeCase(2, 'open', '2026-05-01T10:00:00Z'),
    makeCase(3, 'open', '2026-05-03T10:00:00Z'),
    { ...makeCase(4, 'open', '2026-04-01T10:00:00Z'), hasUnread: true },
    makeCase(5, 'waiting', '2026-03-01T10:00:00Z'),
  ];
  const order = groupCases(cases).map(([group, items]) => [group, items.map((item) => item.number)]);
  expect(order).toEqual([
    ['needsYou', [5]],
    ['running', [4, 3, 2]],
    ['done', [1]],
  ]);
});

it('leaves out groups without a case', () => {
  expect(groupCases([])).toEqual([]);
});

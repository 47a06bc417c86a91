import { expect, it } from 'vitest';
import { isReportDraft, newReportDraft } from './report-draft';

it('gets its own key when the form opens (C7, D12)', () => {
  const [one, other] = [newReportDraft(), newReportDraft()];
  expect(one.idempotencyKey).not.toBe(other.idempotencyKey);
});

it('takes back what it kept and nothing else', () => {
  const draft = { ...newReportDraft(), subject: 'Leak' };
  expect(isReportDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
  expect([null, 'x', {}, { ...draft, device: 5 }].map(isReportDraft)).toEqual([false, false, false, false]);
});

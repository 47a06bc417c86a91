import { expect, it } from 'vitest';
import { asNewReport, asTried, descriptionOf, isReportDraft, newReportDraft } from './report-draft';

it('gets its own key when the form opens (C7, D12)', () => {
  const [one, other] = [newReportDraft(), newReportDraft()];
  expect(one.idempotencyKey).not.toBe(other.idempotencyKey);
});

it('takes back what it kept and nothing else', () => {
  const draft = { ...newReportDraft(), subject: 'Leak' };
  expect(isReportDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
  const { tried: _, ...older } = draft;
  expect([null, 'x', {}, { ...draft, device: 5 }, older].map(isReportDraft)).not.toContain(true);
});

it('remembers under which subjects it was sent, and keeps its key (D12)', () => {
  const draft = { ...newReportDraft(), subject: ' Leak ' };
  const changed = asTried({ ...asTried(asTried(draft)), subject: 'Big leak' });
  expect([changed.tried, changed.idempotencyKey]).toEqual([['Leak', 'Big leak'], draft.idempotencyKey]);
});

it('becomes a report of its own only under a new key', () => {
  const draft = asTried({ ...newReportDraft(), subject: 'Leak' });
  const own = asNewReport(draft);
  expect([own.subject, own.tried, own.idempotencyKey === draft.idempotencyKey]).toEqual(['Leak', [], false]);
});

it('describes itself by its subject when nothing more was said', () => {
  expect(descriptionOf({ ...newReportDraft(), subject: 'Leak ', description: '  ' })).toBe('Leak');
  expect(descriptionOf({ ...newReportDraft(), subject: 'Leak', description: 'Oil. ' })).toBe('Oil.');
});

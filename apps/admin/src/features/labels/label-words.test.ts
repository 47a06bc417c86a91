import { describe, expect, it } from 'vitest';
import { codeInGroups, labelWords, type LabelLife } from './label-words';

const NOW = Date.parse('2026-05-03T12:00:00Z');
const label = (part: Partial<LabelLife>): LabelLife => ({
  state: 'active',
  graceUntil: null,
  printedAt: null,
  firstScanAt: null,
  lateScanAt: null,
  ...part,
});
const wordOf = (part: Partial<LabelLife>): string => labelWords(label(part), NOW).word;

describe('the life of a label (S1.13)', () => {
  it('goes from new by printed to live', () => {
    expect(wordOf({})).toBe('new');
    expect(wordOf({ printedAt: '2026-05-01T00:00:00Z' })).toBe('printed');
    expect(wordOf({ firstScanAt: '2026-05-02T00:00:00Z' })).toBe('live');
  });

  it('works a while after it was replaced, then no more', () => {
    expect(wordOf({ state: 'superseded', graceUntil: '2026-05-04T00:00:00Z' })).toBe('superseded');
    expect(wordOf({ state: 'superseded', graceUntil: '2026-05-03T11:00:00Z' })).toBe('replaced');
    expect(wordOf({ state: 'superseded' })).toBe('replaced');
    expect(wordOf({ state: 'revoked', graceUntil: '2026-05-04T00:00:00Z' })).toBe('revoked');
  });

  it('says when an old one still sticks somewhere', () => {
    expect(labelWords(label({ state: 'revoked', lateScanAt: '2026-05-02T00:00:00Z' }), NOW).isLate).toBe(true);
  });
});

describe('the code to type', () => {
  it('is read in groups', () => {
    expect(codeInGroups('QH60Q6VN8M')).toBe('QH60Q 6VN8M');
  });
});

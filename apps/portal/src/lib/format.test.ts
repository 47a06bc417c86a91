import { describe, expect, it } from 'vitest';
import { formatBytes, formatClock, formatDay, timeAgo } from './format';

const now = new Date('2026-05-20T12:00:00Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('format', () => {
  it.each([
    [0.2, 'en', 'now'],
    [2, 'en', '2 minutes ago'],
    [180, 'de', 'vor 3 Stunden'],
    [60 * 24, 'sv', 'i går'],
    [60 * 24 * 40, 'en', 'Apr 10, 2026'],
  ])('says how long ago %s minutes are in %s', (minutes, language, words) => {
    expect(timeAgo(before(minutes), now, language)).toBe(words);
  });

  it('shows a clock that never goes below zero', () => {
    expect([14 * 60_000 + 4_001, 3_600_000, 999, -5].map(formatClock)).toEqual(['14:05', '1:00:00', '00:01', '00:00']);
  });

  it('shows sizes in the language of the reader', () => {
    expect(formatBytes(839_600, 'en')).toBe('840 kB');
    expect(formatBytes(1_449_000, 'de')).toBe('1,4 MB');
  });

  it('shows a day as the same day in every time zone', () => {
    expect(formatDay('2026-11-20', 'en')).toBe('Nov 20, 2026');
    expect(formatDay('2026-11-20', 'de')).toBe('20.11.2026');
  });
});

import { describe, expect, it } from 'vitest';
import { isNewMonth, scaleEnd, totals } from './traffic';

describe('the chart of scans and reports (S1.12)', () => {
  it.each([
    [0, 5],
    [5, 5],
    [6, 10],
    [11, 20],
    [21, 50],
    [100, 100],
    [101, 200],
    [2001, 5000],
  ])('with %i at most, the scale ends at %i', (most, end) => {
    expect(scaleEnd(most)).toBe(end);
  });

  it('leaves out the name of a first month that has no room for it', () => {
    const weeks = ['2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08'].map((week) => ({
      week,
      scans: 0,
      cases: 0,
    }));
    expect(weeks.map((_, index) => isNewMonth(weeks, index))).toEqual([false, false, true, false]);
  });

  it('adds up all weeks and names each month once', () => {
    const weeks = [
      { week: '2026-04-13', scans: 2, cases: 1 },
      { week: '2026-04-20', scans: 0, cases: 0 },
      { week: '2026-04-27', scans: 0, cases: 0 },
      { week: '2026-05-04', scans: 5, cases: 2 },
    ];
    expect(totals(weeks)).toEqual({ scans: 7, cases: 3 });
    expect(weeks.map((_, index) => isNewMonth(weeks, index))).toEqual([true, false, false, true]);
  });
});

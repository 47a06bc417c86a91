import type { DeploymentTraffic } from '@latchkey/api-client';

export type Week = DeploymentTraffic['weeks'][number];

/** The end of the scale: the next of 5, 10, 20, 50, 100 … that nothing stands above. */
export const scaleEnd = (most: number): number => {
  for (let step = 1; ; step *= 10) for (const factor of [5, 10, 20]) if (factor * step >= most) return factor * step;
};

export const totals = (weeks: readonly Week[]): { scans: number; cases: number } => ({
  scans: weeks.reduce((sum, { scans }) => sum + scans, 0),
  cases: weeks.reduce((sum, { cases }) => sum + cases, 0),
});

const monthOf = (week: Week | undefined): string | undefined => week?.week.slice(0, 7);

/** So many weeks are as wide as the name of a month. */
const ROOM = 3;

/** Where the name of a month stands: at its first week, unless the next month's name would run into it. */
export const isNewMonth = (weeks: readonly Week[], index: number): boolean => {
  const month = monthOf(weeks[index]);
  if (month === monthOf(weeks[index - 1])) return false;
  return index > 0 || monthOf(weeks[ROOM - 1]) === month;
};

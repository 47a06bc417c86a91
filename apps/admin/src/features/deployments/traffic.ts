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

/** Weeks in which a new month begins: their label says which. */
export const isNewMonth = (weeks: readonly Week[], index: number): boolean =>
  weeks[index]?.week.slice(0, 7) !== weeks[index - 1]?.week.slice(0, 7);

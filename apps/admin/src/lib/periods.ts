/** How far back a list may look, in days. */
export const PERIODS = ['7', '30', '90', '365'] as const;

const DAY_MS = 86_400_000;

/** The beginning of a day: the same question all day long. */
export const daysAgo = (days: number, now: number): string =>
  new Date(Math.floor(now / DAY_MS - days) * DAY_MS).toISOString();

/** What the filter "period" of a list means, as the API is asked. */
export const sincePeriod = (filters: Readonly<Record<string, readonly string[]>>, now: number): { from?: string } => {
  const days = PERIODS.find((one) => filters['period']?.includes(one));
  return days === undefined ? {} : { from: daysAgo(Number(days), now) };
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [HOUR, MINUTE, 'minute'],
  [DAY, HOUR, 'hour'],
  [14 * DAY, DAY, 'day'],
];

/** "2 minutes ago"; older than two weeks becomes a date. */
export function timeAgo(at: Date, now: Date, language: string): string {
  const passed = at.getTime() - now.getTime();
  const distance = Math.abs(passed);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (distance < MINUTE) return words.format(0, 'second');
  const fitting = UNITS.find(([limit]) => distance < limit);
  if (!fitting) return formatDate(at, language);
  return words.format(Math.trunc(passed / fitting[1]), fitting[2]);
}

export const formatDate = (at: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);

/** A day without a time, as a date field gives it (YYYY-MM-DD): the same day wherever it is read. */
export const formatDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

export const formatDateTime = (at: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

export const formatTime = (at: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);

/** Sizes as people read them: 840 kB, 1.4 MB. */
export function formatBytes(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const digits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
}

/** 14:05 for a clock that runs down; hours only when there are some. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':');
}

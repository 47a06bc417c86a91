/** Everything a person reads as a number, a time or a phone number goes through here, in the person's language. */
type When = string | number | Date;

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const cache = new Map<string, unknown>();

/** Intl objects are slow to make and a list shows hundreds of times. */
const cached = <T>(key: string, make: () => T): T => {
  const known = cache.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
};

type Style = 'date' | 'clock' | 'exact';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'medium' },
  clock: { dateStyle: 'medium', timeStyle: 'short' },
  exact: { dateStyle: 'full', timeStyle: 'medium' },
};

const dateFormat = (language: string, style: Style): Intl.DateTimeFormat =>
  cached(`${style} ${language}`, () => new Intl.DateTimeFormat(language, STYLES[style]));

/** "2 minutes ago", "in 3 days"; within a minute "now". */
export const relativeTime = (at: When, now: number, language: string): string => {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const format = cached(`relative ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return format.format(0, 'second');
  return format.format(Math.trunc(seconds / step[1]), step[0]);
};

/** "Nov 22, 2026, 3:12 PM": where the clock tells one try from another. */
export const dateAndTime = (at: When, language: string): string => dateFormat(language, 'clock').format(new Date(at));

export const exactTime = (at: When, language: string): string => dateFormat(language, 'exact').format(new Date(at));

export const shortDate = (at: When, language: string): string => dateFormat(language, 'date').format(new Date(at));

export const formatNumber = (value: number, language: string): string =>
  cached(`number ${language}`, () => new Intl.NumberFormat(language)).format(value);

/** An estimate of a few hundredths keeps them: "€0.0075". */
export const formatMoney = (amount: number, currency: string, language: string): string =>
  cached(
    `money ${currency} ${language}`,
    () => new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 4 }),
  ).format(amount);

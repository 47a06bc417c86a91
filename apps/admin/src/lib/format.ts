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

const dateFormat = (language: string, style: 'date' | 'exact'): Intl.DateTimeFormat =>
  cached(
    `${style} ${language}`,
    () =>
      new Intl.DateTimeFormat(
        language,
        style === 'date' ? { dateStyle: 'medium' } : { dateStyle: 'full', timeStyle: 'medium' },
      ),
  );

/** "2 minutes ago", "in 3 days"; within a minute "now". */
export const relativeTime = (at: When, now: number, language: string): string => {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const format = cached(`relative ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return format.format(0, 'second');
  return format.format(Math.trunc(seconds / step[1]), step[0]);
};

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

/** Calling codes are 1 to 3 digits; these are the ones of one and two digits, all others have three. */
const SHORT_CODES = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+46701234567" becomes "+46 70 123 45 67": grouped for reading aloud, never changed otherwise. */
export const formatPhone = (e164: string): string => {
  if (!/^\+\d{7,15}$/.test(e164)) return e164;
  const digits = e164.slice(1);
  const code = SHORT_CODES.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  const groups: string[] = [];
  let at = rest.length;
  while (at > 5) {
    groups.unshift(rest.slice(at - 2, at));
    at -= 2;
    if (groups.length === 2) break;
  }
  const head = rest.slice(0, at);
  return [`+${code}`, ...(head.length > 4 ? [head.slice(0, head.length - 3), head.slice(-3)] : [head]), ...groups].join(
    ' ',
  );
};

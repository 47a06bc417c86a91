/** In this order: the later ones claim to be the earlier ones as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const find = (list: typeof BROWSERS, text: string): string => list.find(([pattern]) => pattern.test(text))?.[1] ?? '';

/** Names people know, for telling own sessions apart; never for anything a decision hangs on. */
export const browserOf = (userAgent: string): { browser: string; system: string; isPhone: boolean } => ({
  browser: find(BROWSERS, userAgent),
  system: find(SYSTEMS, userAgent),
  isPhone: /Mobi|iPhone|Android/.test(userAgent),
});

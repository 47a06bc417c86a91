/** The first that fits: browsers name those they descend from as well. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

const firstFit = (names: typeof BROWSERS, text: string): string | undefined =>
  names.find(([, sign]) => sign.test(text))?.[0];

/** What people call their device; either part may be unknown. */
export const deviceName = (
  userAgent: string | null,
): { browser?: string | undefined; system?: string | undefined } => ({
  browser: firstFit(BROWSERS, userAgent ?? ''),
  system: firstFit(SYSTEMS, userAgent ?? ''),
});

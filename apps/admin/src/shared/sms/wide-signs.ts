/** Would be seen as nothing, or as a mark on what stands before it. */
const UNSEEN = /^[\s\p{C}\p{M}]$/u;

const shown = (sign: string): string =>
  UNSEEN.test(sign) ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : `“${sign}”`;

/** The signs that make an SMS wider, for reading: “ş” and “ı”. */
export const wideSigns = (signs: readonly string[], language: string): string =>
  new Intl.ListFormat(language).format(signs.map(shown));

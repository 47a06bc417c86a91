// Zero of the digit rows that phone keyboards offer: Arabic-Indic, Persian, Devanagari, Bengali, full width.
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** Digits of other scripts become 0–9; the server takes only those (AUT-14). */
export const toAsciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    return zero === undefined ? digit : String(code - zero);
  });

/** The first digits of what was typed or pasted, without spaces and dashes. */
export const pinDigits = (text: string, length: number): string =>
  toAsciiDigits(text)
    .replace(/[^0-9]/g, '')
    .slice(0, length);

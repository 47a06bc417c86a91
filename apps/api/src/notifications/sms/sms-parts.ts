/** The basic alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1), without the escape. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Those behind the escape: each takes two places (6.2.1.1). */
const EXTENDED = new Set('\f^{}\\[~]|€');

const LIMITS = { gsm7: { single: 160, part: 153 }, ucs2: { single: 70, part: 67 } } as const;

export type SmsEncoding = keyof typeof LIMITS;

export interface SmsSize {
  /** gsm7: letters of 7 bits, 160 to a message; ucs2: everything else, 70 to a message. */
  encoding: SmsEncoding;
  /** What is paid for. */
  parts: number;
  /** Places that are free before one more part is paid for; a letter takes one, some signs two. */
  left: number;
  /** Signs because of which it travels as ucs2, each once, the first ten. */
  wide: string[];
}

const MOST_WIDE = 10;

const isNarrow = (sign: string): boolean => BASIC.has(sign) || EXTENDED.has(sign);

/** Places that each character takes; a pair of surrogates and an escaped letter stay in one part. */
const widths = (text: string, encoding: SmsEncoding): number[] =>
  Array.from(text, (sign) => (encoding === 'ucs2' ? sign.length : EXTENDED.has(sign) ? 2 : 1));

/** How a text travels, and in how many parts. An empty text is one part. */
export function smsSize(text: string): SmsSize {
  const wide = [...new Set(text)].filter((sign) => !isNarrow(sign)).slice(0, MOST_WIDE);
  const encoding: SmsEncoding = wide.length === 0 ? 'gsm7' : 'ucs2';
  const { single, part } = LIMITS[encoding];
  const taken = widths(text, encoding);
  const all = taken.reduce((sum, width) => sum + width, 0);
  if (all <= single) return { encoding, parts: 1, left: single - all, wide };
  let parts = 1;
  let used = 0;
  for (const width of taken) {
    if (used + width > part) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return { encoding, parts, left: part - used, wide };
}

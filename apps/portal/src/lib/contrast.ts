/** Colours and contrast as WCAG 2.2 defines them (relative luminance, contrast ratio). */
type Rgb = readonly [number, number, number];

export interface Accent {
  /** For filled buttons. */
  fill: string;
  /** For text on the fill. */
  onFill: string;
  /** For links and marks on the page's ground. */
  ink: string;
}

const AA_TEXT = 4.5;
const STEPS = 20;

/** Null when the text is not a colour like #0f766e or #076. */
export function parseHex(text: string): Rgb | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (!digits) return null;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}

const toHex = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Contrast of two colours, 1 to 21; 1 when one of them is not a colour. */
export function contrastRatio(one: string, other: string): number {
  const [first, second] = [parseHex(one), parseHex(other)];
  return first && second ? ratio(first, second) : 1;
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, index) => part + ((to[index] ?? 0) - part) * share) as unknown as Rgb;

/** The colour nearest to the wish that can be read on the ground: darkened on a light one, lightened on a dark one. */
export function readableOn(wish: string, ground: string): string | null {
  const [colour, under] = [parseHex(wish), parseHex(ground)];
  if (!colour || !under) return null;
  const target: Rgb = luminance(under) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= STEPS; step += 1) {
    const tried = toHex(mix(colour, target, step / STEPS));
    if (contrastRatio(tried, ground) >= AA_TEXT) return tried;
  }
  return toHex(target);
}

/** White or near-black, whichever reads better on the colour. */
export const textOn = (fill: string): string =>
  contrastRatio(fill, '#ffffff') >= contrastRatio(fill, '#0b1220') ? '#ffffff' : '#0b1220';

/** Null when the wish is not a colour; the default accent stays then. */
export function accentFor(wish: string, ground: string): Accent | null {
  const ink = readableOn(wish, ground);
  if (!ink) return null;
  const light = contrastRatio(ground, '#ffffff') < contrastRatio(ground, '#000000');
  // A button must stand out from the ground as well, so both uses share the readable colour.
  return { fill: ink, onFill: light ? '#ffffff' : textOn(ink), ink };
}

import { encodeQR } from 'qr';

export type Correction = 'medium' | 'quartile';

/** ISO/IEC 18004 table 7: bytes that fit into versions 1, 2, 3 … */
const CAPACITY: Record<Correction, readonly number[]> = {
  medium: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666],
  quartile: [11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292, 322, 364, 394, 442, 482],
};

/** Blank modules that ISO/IEC 18004 asks for on each side. */
export const QUIET_ZONE = 4;

/** Below this a phone held over a machine often fails; a reason to refuse a stock. */
export const SMALLEST_MODULE = 0.33;

/** From this size on, a code that survives a quarter of it scratched or oily is worth its finer modules. */
const COMFORTABLE_MODULE = 0.55;

export interface QrPlan {
  correction: Correction;
  version: number;
  /** Modules along one side, without the quiet zone. */
  modules: number;
  /** Millimetres. */
  moduleSize: number;
}

/** The code for so many bytes in a square of `side` millimetres, quiet zone included; the module size says if it is any good. */
export function planQr(bytes: number, side: number, dotsPerInch?: number): QrPlan {
  const robust = planAt('quartile', bytes, { side, dotsPerInch });
  if (robust.moduleSize >= COMFORTABLE_MODULE) return robust;
  return planAt('medium', bytes, { side, dotsPerInch });
}

function planAt(correction: Correction, bytes: number, place: { side: number; dotsPerInch?: number }): QrPlan {
  const index = CAPACITY[correction].findIndex((capacity) => bytes <= capacity);
  if (index < 0) return { correction, version: 0, modules: 0, moduleSize: 0 };
  const modules = 21 + 4 * index;
  const exact = place.side / (modules + 2 * QUIET_ZONE);
  return { correction, version: index + 1, modules, moduleSize: wholeDots(exact, place.dotsPerInch) };
}

/** Thermal heads cannot print half a dot: uneven modules are what makes their codes unreadable. */
function wholeDots(size: number, dotsPerInch?: number): number {
  if (!dotsPerInch) return size;
  const dot = 25.4 / dotsPerInch;
  const whole = Math.floor(size / dot + 1e-6) * dot;
  return whole >= SMALLEST_MODULE ? whole : size;
}

/** Rows of dark modules, without quiet zone. */
export function encodeModules(text: string, plan: Pick<QrPlan, 'correction' | 'version'>): boolean[][] {
  const options = { ecc: plan.correction, version: plan.version, encoding: 'byte', border: 1 } as const;
  const framed = encodeQR(text, 'raw', options);
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

import sharp from 'sharp';
import { AppError } from '../http/app-error.js';

const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 2_560;
/** A picture of 50 megapixels takes 200 MB while it is decoded: only so many at once. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, so that nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * The picture drawn anew: upright, at most 2560 px, without EXIF, GPS, comments or anything hidden behind the pixels (D19).
 * Throws file.unreadable for one that cannot be decoded or is larger than 50 megapixels.
 */
export function redraw(data: Buffer): Promise<Buffer> {
  return inTurn(async () => {
    try {
      return await sharp(data, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
        .toBuffer();
    } catch {
      throw new AppError('file.unreadable');
    }
  });
}

import { PrintProblem } from '../print-problem.js';

export interface Picture {
  width: number;
  height: number;
  /** RGB on white, row by row. */
  pixels: Buffer;
}

/** Enough for 600 dpi at the size of a logo on a label, and fine on a poster. */
const LONGEST_EDGE = 600;
const MOST_PIXELS = 50_000_000;

/** PNG or JPEG bytes as PDF wants them; labels are white, so what is see-through becomes white. */
export async function readPicture(bytes: Uint8Array): Promise<Picture> {
  // Loaded for a logo only: each printing thread would wait a tenth of a second for it.
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(LONGEST_EDGE, LONGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: data };
  } catch {
    throw new PrintProblem('logo.unreadable');
  }
}

import { newId } from './new-id';

export interface Photo {
  id: string;
  /** JPEG, at most 2048 px on the longer side, without the place and camera data of the original. */
  file: Blob;
  /** A small data URL: the Content-Security-Policy does not allow blob addresses. */
  preview: string;
  name: string;
}

export const MAX_PHOTOS = 5;
const MAX_SIDE = 2048;
const PREVIEW_SIDE = 320;
const QUALITY = 0.82;

export function fitWithin(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Draws the picture anew on this device. Rejects when the browser cannot read the file as a picture. */
export async function shrinkPhoto(original: File): Promise<Photo> {
  const picture = await createImageBitmap(original, { imageOrientation: 'from-image' });
  try {
    const file = await toJpeg(draw(picture, MAX_SIDE));
    const preview = draw(picture, PREVIEW_SIDE).toDataURL('image/jpeg', QUALITY);
    return { id: newId(), file, preview, name: original.name };
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), fitWithin(picture.width, picture.height, side));
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('This browser cannot draw pictures');
  // JPEG has no transparency: see-through parts become white, not black.
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))),
      'image/jpeg',
      QUALITY,
    );
  });
}

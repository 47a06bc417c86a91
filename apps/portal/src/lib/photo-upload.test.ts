import { expect, it } from 'vitest';
import { asUpload } from './photo-upload';

const file = new Blob(['x'], { type: 'image/jpeg' });
const nameOf = (name: string): string => asUpload({ file, name }).query.name;

it('calls a photo by its own name, as the JPEG it has become (D19)', () => {
  expect(nameOf('IMG_2041.HEIC')).toBe('IMG_2041.jpg');
  expect(nameOf('gate 3')).toBe('gate 3.jpg');
  expect(nameOf('.png')).toBe('photo.jpg');
  expect(nameOf('x'.repeat(300))).toHaveLength(194);
});

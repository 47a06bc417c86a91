import type { Photo } from './photo';

/** How a photo goes to the server: drawn anew it is a JPEG, whatever it was called before. */
export const asUpload = ({ file, name }: Pick<Photo, 'file' | 'name'>) => ({
  body: file,
  query: { name: `${name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 190) || 'photo'}.jpg` },
  headers: { 'Content-Type': 'image/jpeg' },
});

import { uploadPortalCaseFile } from '@latchkey/api-client';
import type { Photo } from '../lib/photo';

/** Ids of photos that have arrived, so that a second try sends only the others and has the same content (D12). */
const arrived = new WeakMap<Blob, string>();

/** Sends the photos one after the other; `onSent` hears how many are there. Answers their ids in the same order. */
export async function uploadPhotos(photos: readonly Photo[], onSent: (sent: number) => void): Promise<string[]> {
  const ids: string[] = [];
  for (const photo of photos) {
    onSent(ids.length);
    ids.push(arrived.get(photo.file) ?? (await upload(photo)));
  }
  onSent(ids.length);
  return ids;
}

async function upload({ file, name }: Photo): Promise<string> {
  const { data } = await uploadPortalCaseFile({
    body: file,
    query: { name: asJpeg(name) },
    headers: { 'Content-Type': 'image/jpeg' },
  });
  arrived.set(file, data.id);
  return data.id;
}

/** After the server no longer knows them: the next try sends them again. */
export const forgetUploads = (photos: readonly Photo[]): void => {
  for (const { file } of photos) arrived.delete(file);
};

/** The picture was drawn anew as JPEG, whatever it was before. */
const asJpeg = (name: string): string => `${name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 190) || 'photo'}.jpg`;

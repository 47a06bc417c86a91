import type { Photo } from './photo';

/** Ids of photos that have arrived, so that a second try sends only the others and has the same content (D12). */
const arrived = new WeakMap<Blob, string>();

type Send = (photo: Photo) => Promise<string>;

/** Sends the photos one after the other; `onSent` hears how many are there. Answers their ids in the same order. */
export async function sendPhotos(
  photos: readonly Photo[],
  send: Send,
  onSent?: (sent: number) => void,
): Promise<string[]> {
  const ids: string[] = [];
  for (const photo of photos) {
    onSent?.(ids.length);
    const id = arrived.get(photo.file) ?? (await send(photo));
    arrived.set(photo.file, id);
    ids.push(id);
  }
  onSent?.(ids.length);
  return ids;
}

/** After the server no longer knows them: the next try sends them again. */
export const forgetArrived = (photos: readonly Photo[]): void => {
  for (const { file } of photos) arrived.delete(file);
};

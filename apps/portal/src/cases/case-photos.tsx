import { useT } from '../i18n/use-t';
import type { CasePhoto } from './case-view';

export function CasePhotos({ photos }: { photos: readonly CasePhoto[] }) {
  const t = useT('cases');
  return (
    <ul className="flex flex-wrap gap-2">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={photo.url} target="_blank" rel="noreferrer" className="block rounded-lg">
            <img
              src={photo.previewUrl}
              alt={t('detail.photo', { number: index + 1 })}
              loading="lazy"
              className="size-24 rounded-lg border border-line object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

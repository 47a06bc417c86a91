import { useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { formatBytes } from '../lib/format';
import type { Photo } from '../lib/photo';
import { Icon } from './icon';

/** The chosen photos with their sizes; without `onRemove` they are only shown. */
export function PhotoPreviews({ photos, onRemove }: { photos: readonly Photo[]; onRemove?: (id: string) => void }) {
  const t = useT('forms');
  const language = useLanguage();
  if (photos.length === 0) return null;
  return (
    <ul className="grid grid-cols-3 gap-3 sm:grid-cols-5">
      {photos.map((photo, index) => (
        <li key={photo.id} className="relative">
          <img
            src={photo.preview}
            alt={t('photos.alt', { number: index + 1, name: photo.name })}
            className="aspect-square w-full rounded-lg border border-line object-cover"
          />
          <span className="text-sm text-quiet tabular-nums">{formatBytes(photo.file.size, language)}</span>
          {onRemove && (
            <button
              type="button"
              aria-label={t('photos.remove', { number: index + 1 })}
              className="absolute end-1 top-1 flex size-11 items-center justify-center rounded-lg border border-line bg-surface text-ink"
              onClick={() => onRemove(photo.id)}
            >
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

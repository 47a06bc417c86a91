import { useId, useState } from 'react';
import { useT } from '../i18n/use-t';
import { announce } from '../lib/announce';
import { MAX_PHOTOS, shrinkPhoto, type Photo } from '../lib/photo';
import { classes } from './classes';
import { FieldError, FieldName, type FieldTexts } from './field';
import { Icon, type IconName } from './icon';
import { PhotoPreviews } from './photo-previews';

/** Of its own accord it asks for photos, and takes none for an answer. */
interface PhotoPickerProps extends Partial<FieldTexts> {
  photos: readonly Photo[];
  onChange: (photos: readonly Photo[]) => void;
  /** Photos of the same report that stand elsewhere; they count too. */
  elsewhere?: number;
}

/** Up to five photos, taken or chosen, made smaller on the device before they are sent. */
export function PhotoPicker({ photos, onChange, elsewhere = 0, ...texts }: PhotoPickerProps) {
  const { label, hint, error, isOptional = true } = texts;
  const t = useT('forms');
  const room = MAX_PHOTOS - elsewhere - photos.length;
  const { problem, isWorking, add } = useAddPhotos({ photos, onChange, room });
  const hintId = useId();
  const isFull = room <= 0;
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby={hintId}>
      <legend className="font-semibold">
        <FieldName label={label ?? t('photos.label')} isOptional={isOptional} />
      </legend>
      <div id={hintId} className="text-[0.9375rem] text-quiet">
        {hint && <p>{hint}</p>}
        <p>{t(isFull ? 'photos.full' : 'photos.hint', { max: MAX_PHOTOS })}</p>
      </div>
      {error && <FieldError>{error}</FieldError>}
      <PhotoPreviews photos={photos} onRemove={(id) => onChange(photos.filter((photo) => photo.id !== id))} />
      {!isFull && (
        <div className="flex flex-wrap gap-3">
          <FileButton label={t('photos.take')} icon="camera" capture onFiles={add} />
          <FileButton label={t('photos.choose')} icon="picture" onFiles={add} />
        </div>
      )}
      <p aria-live="polite" className="text-quiet empty:hidden">
        {isWorking && t('photos.working')}
      </p>
      {problem && <FieldError>{problem}</FieldError>}
    </fieldset>
  );
}

function useAddPhotos({ photos, onChange, room }: PhotoPickerProps & { room: number }) {
  const t = useT('forms');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const add = async (files: readonly File[]) => {
    setIsWorking(true);
    const wanted = files.slice(0, room);
    const outcomes = await Promise.allSettled(wanted.map(shrinkPhoto));
    const added = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const refused = wanted.find((_, index) => outcomes[index]?.status === 'rejected');
    setProblem(refused ? t('photos.unreadable', { name: refused.name }) : null);
    setIsWorking(false);
    if (added.length === 0) return;
    onChange([...photos, ...added]);
    announce(t('photos.added', { count: photos.length + added.length }));
  };
  return { problem, isWorking, add };
}

interface FileButtonProps {
  label: string;
  icon: IconName;
  /** Opens the camera at once; offered on devices that are touched. */
  capture?: boolean;
  onFiles: (files: readonly File[]) => Promise<void>;
}

function FileButton({ label, icon, capture = false, onFiles }: FileButtonProps) {
  return (
    <label
      className={classes(
        'min-h-12 items-center gap-2 rounded-lg border border-field-line bg-surface px-4 font-semibold hover:bg-sunken',
        'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)',
        capture ? 'hidden pointer-coarse:inline-flex' : 'inline-flex',
      )}
    >
      <Icon name={icon} />
      {label}
      <input
        type="file"
        accept="image/*"
        className="sr-only"
        multiple={!capture}
        capture={capture ? 'environment' : undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Emptied, so that the same photo can be chosen again after it was removed.
          event.target.value = '';
          void onFiles(files);
        }}
      />
    </label>
  );
}

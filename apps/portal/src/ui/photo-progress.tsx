import { useT } from '../i18n/use-t';
import type { Progress } from '../lib/loadable';

/** Photos go out one by one: how far it is, in words and as a bar. */
export function PhotoProgress({ progress }: { progress: Progress | undefined }) {
  const t = useT('forms');
  if (!progress) return null;
  const { sent, of } = progress;
  const text = sent < of ? t('photos.sending', { number: sent + 1, of }) : t('photos.sent');
  return (
    <div className="flex flex-col gap-1">
      <p aria-live="polite" className="text-quiet">
        {text}
      </p>
      <progress
        aria-label={t('photos.progress')}
        value={sent}
        max={of}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}

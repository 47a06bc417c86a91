import { useEffect, useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Photo } from '../lib/photo';
import { sendPhotos } from '../lib/send-photos';
import { useAct } from '../lib/use-act';
import { Button } from '../ui/button';
import { FailedState } from '../ui/failed-state';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { PhotoPicker } from '../ui/photo-picker';
import { keepLink } from './kept-links';
import { knownReporter, rememberReporter } from './report/use-draft';
import { ReporterFields, reporterProblems, reporterToSend, type Reporter } from './reporter-fields';
import { followCase, reportLanguage, sendPhoto, type Reporting, type VisitView } from './visit.api';

interface FollowFormProps {
  item: Reporting['openCases'][number];
  visit: VisitView;
  onCancel: () => void;
}

/** "Same problem": one more who waits for it, with a word or a photo if they like. */
export function FollowForm({ item, visit, onCancel }: FollowFormProps) {
  const t = useT('visit');
  const [reporter, setReporter] = useReporter();
  const [message, setMessage] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [link, setLink] = useState<string>();
  const { failure, isBusy, act } = useAct();
  const [isChecked, setIsChecked] = useState(false);
  const found = reporterProblems(reporter, visit, true);
  if (link)
    return (
      <Notice tone="good" title={t('follow.done', { number: item.number })}>
        <a href={link} className="min-h-12 content-center font-semibold text-accent-ink underline underline-offset-4">
          {t('sent.open')}
        </a>
      </Notice>
    );
  const follow = async () => {
    const fileIds = await sendPhotos(photos, sendPhoto);
    const opened = await followCase(item.id, {
      reporter: reporterToSend(reporter, visit),
      message: message.trim() || undefined,
      fileIds,
      language: reportLanguage(),
    });
    await keepLink(opened.id, opened.followLink);
    await rememberReporter(reporter);
    setLink(opened.followLink);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (Object.keys(found).length === 0) void act(follow);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-quiet">{t('follow.text')}</p>
      <ReporterFields value={reporter} onChange={setReporter} visit={visit} problems={isChecked ? found : {}} />
      <TextArea label={t('follow.message')} isOptional value={message} maxLength={10_000} onChange={setMessage} />
      {visit.takesPhotos && <PhotoPicker photos={photos} onChange={setPhotos} />}
      {failure && <FailedState title={t('sent.failed')} failure={failure} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isBusy={isBusy} className="flex-1">
          {t('known.follow')}
        </Button>
        <Button onClick={onCancel}>{t('follow.cancel')}</Button>
      </div>
    </form>
  );
}

/** Filled in with who reported from this phone before. */
function useReporter() {
  const [reporter, setReporter] = useState<Reporter>({ name: '', email: '', phone: '' });
  useEffect(() => {
    void knownReporter().then((known) => known && setReporter(known));
  }, []);
  return [reporter, setReporter] as const;
}

import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { toFailure } from '../lib/problem';
import type { Photo } from '../lib/photo';
import { Button } from '../ui/button';
import { FailedState } from '../ui/failed-state';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { PhotoPicker } from '../ui/photo-picker';
import { keepLink } from './kept-links';
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
  const [reporter, setReporter] = useState<Reporter>({ name: '', email: '', phone: '' });
  const [message, setMessage] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const { link, failure, isBusy, send } = useFollowing(item.id);
  const [isChecked, setIsChecked] = useState(false);
  const found = reporterProblems(reporter, visit, true);
  if (link)
    return (
      <Notice tone="good" title={t('follow.done', { number: item.number })}>
        <a href={link} className="font-semibold text-accent-ink underline underline-offset-4">
          {t('sent.open')}
        </a>
      </Notice>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (Object.keys(found).length === 0 && !isBusy)
      void send({ reporter: reporterToSend(reporter, visit), message, photos });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-quiet">{t('follow.text')}</p>
      <ReporterFields value={reporter} onChange={setReporter} visit={visit} problems={isChecked ? found : {}} />
      <TextArea label={t('follow.message')} isOptional value={message} maxLength={10_000} onChange={setMessage} />
      {visit.takesPhotos && <PhotoPicker photos={photos} onChange={setPhotos} />}
      {failure && <FailedState title={t('sent.failed')} failure={failure} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t('known.follow')}
        </Button>
        <Button onClick={onCancel}>{t('follow.cancel')}</Button>
      </div>
    </form>
  );
}

function useFollowing(caseId: string) {
  const [link, setLink] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async (wish: {
    reporter: ReturnType<typeof reporterToSend>;
    message: string;
    photos: readonly Photo[];
  }) => {
    setIsBusy(true);
    setFailure(undefined);
    try {
      const fileIds: string[] = [];
      for (const photo of wish.photos) fileIds.push(await sendPhoto(photo));
      const message = wish.message.trim() || undefined;
      const opened = await followCase(caseId, {
        reporter: wish.reporter,
        message,
        fileIds,
        language: reportLanguage(),
      });
      await keepLink(opened.id, opened.followLink);
      setLink(opened.followLink);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { link, failure, isBusy, send };
}

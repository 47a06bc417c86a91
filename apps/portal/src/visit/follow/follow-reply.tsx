import { useState, type FormEvent } from 'react';
import { useT } from '../../i18n/use-t';
import type { Failure } from '../../lib/failure';
import { newId } from '../../lib/new-id';
import type { Photo } from '../../lib/photo';
import { toFailure } from '../../lib/problem';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { TextArea } from '../../ui/field';
import { PhotoPicker } from '../../ui/photo-picker';
import { reply } from './follow.api';

const empty = () => ({ key: newId(), text: '', photos: [] as readonly Photo[] });

/** Empties itself once the answer has arrived, and not before. */
export function FollowReply({ takesPhotos, onSent }: { takesPhotos: boolean; onSent: () => Promise<void> }) {
  const t = useT('visit');
  const [draft, setDraft] = useState(empty);
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || draft.text.trim() === '') return;
    setIsBusy(true);
    setFailure(undefined);
    try {
      await reply(draft.key, draft.text, draft.photos);
      setDraft(empty());
      await onSent();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Card title={t('followed.reply')}>
        <TextArea
          label={t('followed.replyLabel')}
          maxLength={10_000}
          value={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
        />
        {takesPhotos && <PhotoPicker photos={draft.photos} onChange={(photos) => setDraft({ ...draft, photos })} />}
        {failure && <FailedState title={t('sent.failed')} failure={failure} />}
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t(isBusy ? 'review.sending' : 'followed.send')}
        </Button>
      </Card>
    </form>
  );
}

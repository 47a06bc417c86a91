import { useState, type FormEvent } from 'react';
import { useT } from '../../i18n/use-t';
import { newId } from '../../lib/new-id';
import type { Photo } from '../../lib/photo';
import { useAct } from '../../lib/use-act';
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
  const [isChecked, setIsChecked] = useState(false);
  const { isBusy, failure, act } = useAct();
  const isEmpty = draft.text.trim() === '';
  const send = async () => {
    await reply(draft.key, draft.text, draft.photos);
    setDraft(empty());
    setIsChecked(false);
    await onSent();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isEmpty) void act(send);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t('followed.reply')}>
        <TextArea
          label={t('followed.replyLabel')}
          error={isChecked && isEmpty ? t('followed.replyEmpty') : null}
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

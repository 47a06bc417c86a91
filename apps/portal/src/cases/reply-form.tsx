import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { newId } from '../lib/new-id';
import type { Photo } from '../lib/photo';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { PhotoPicker } from '../ui/photo-picker';
import { PhotoProgress } from '../ui/photo-progress';

export interface Reply {
  idempotencyKey: string;
  text: string;
  photos: readonly Photo[];
}

const newReply = (): Reply => ({ idempotencyKey: newId(), text: '', photos: [] });

/** Empties itself once the reply has arrived, and not before. */
export function ReplyForm({ submission, onSubmit }: { submission: Submission; onSubmit: (reply: Reply) => void }) {
  const t = useT('cases');
  const [reply, setReply] = useState(newReply);
  const [isChecked, setIsChecked] = useState(false);
  const isEmpty = !reply.text.trim();
  useWhenDone(submission, () => {
    setReply(newReply());
    setIsChecked(false);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isEmpty) onSubmit(reply);
  };
  const sendAsNew = () => {
    const further = { ...reply, idempotencyKey: newId() };
    setReply(further);
    onSubmit(further);
  };
  return (
    <form id="reply" noValidate onSubmit={submit}>
      <Card title={t('detail.reply')}>
        <TextArea
          label={t('detail.replyLabel')}
          error={isChecked && isEmpty ? t('detail.replyEmpty') : null}
          maxLength={10_000}
          value={reply.text}
          onChange={(text) => setReply({ ...reply, text })}
        />
        <PhotoPicker photos={reply.photos} onChange={(photos) => setReply({ ...reply, photos })} />
        <ReplyOutcome submission={submission} onSendAnyway={sendAsNew} />
        <Button
          type="submit"
          look="primary"
          isBusy={submission.status === 'busy' || submission.status === 'waitingForNetwork'}
        >
          {t(submission.status === 'busy' ? 'detail.sending' : 'detail.send')}
        </Button>
      </Card>
    </form>
  );
}

function ReplyOutcome({ submission, onSendAnyway }: { submission: Submission; onSendAnyway: () => void }) {
  const t = useT('cases');
  if (submission.status === 'busy') return <PhotoProgress progress={submission.progress} />;
  if (submission.status === 'failed' && submission.failure.code === 'idempotency.key_reused') {
    return (
      <Notice tone="warn" icon="message" title={t('detail.arrivedBeforeTitle')}>
        <p>{t('detail.arrivedBefore')}</p>
        <div className="mt-2">
          <Button onClick={onSendAnyway}>{t('detail.sendFurther')}</Button>
        </div>
      </Notice>
    );
  }
  if (submission.status === 'failed') return <FailedState title={t('detail.notSent')} failure={submission.failure} />;
  if (submission.status !== 'waitingForNetwork') return null;
  return (
    <Notice tone="warn" icon="offline">
      <p>{t('detail.kept')}</p>
    </Notice>
  );
}

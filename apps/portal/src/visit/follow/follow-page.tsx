import type { FollowedCase } from '@latchkey/api-client';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { formatDay } from '../../lib/format';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { CaseBadge } from '../../ui/case-badge';
import { Card, PageTitle } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { MessageBubble } from '../../ui/message-bubble';
import { FollowFiles } from './follow-files';
import { FollowReply } from './follow-reply';
import { close, reopen } from './follow.api';
import { UpdatesForm } from './updates-form';

interface FollowPageProps {
  item: FollowedCase;
  onChanged: () => Promise<void>;
}

/** Where the case stands, in words; then what was written, then how to answer (C8). */
export function FollowPage({ item, onChanged }: FollowPageProps) {
  const t = useT('visit');
  const place = [item.deviceName, item.deploymentName].filter(Boolean).join(' · ');
  return (
    <>
      <div className="flex flex-col gap-2">
        <PageTitle title={item.subject || t('known.unnamed')}>
          <span className="tabular-nums">#{item.number}</span>
          {place && ` · ${place}`}
        </PageTitle>
        <div>
          <CaseBadge status={item.status}>{t(`status.${item.status}`)}</CaseBadge>
        </div>
      </div>
      <Next item={item} onChanged={onChanged} />
      <Answers item={item} />
      <section className="flex flex-col gap-4" aria-label={t('followed.messages')}>
        {item.messages.map((message) =>
          message.event ? (
            <p key={message.id} className="self-center text-sm text-quiet">
              {t(`followed.event.${message.event}`, { name: message.body })}
            </p>
          ) : (
            <MessageBubble
              key={message.id}
              author={message.isMine ? t('followed.you') : message.author.name || t('followed.somebody')}
              at={message.createdAt}
              text={message.body}
              isMine={message.isMine}
              files={message.files.length > 0 && <FollowFiles files={message.files} />}
            />
          ),
        )}
      </section>
      {item.allowedActions.includes('reply') && <FollowReply takesPhotos={item.takesPhotos} onSent={onChanged} />}
      <UpdatesForm updates={item.updates} onChanged={onChanged} />
    </>
  );
}

function Next({ item, onChanged }: FollowPageProps) {
  const t = useT('visit');
  const { isBusy, failure, act } = useAct();
  const [canClose, canReopen] = (['close', 'reopen'] as const).map((action) => item.allowedActions.includes(action));
  return (
    <Card title={t('followed.next')}>
      <p>{t(`followed.now.${item.status}`)}</p>
      {failure && <FailedState failure={failure} />}
      {(canClose || canReopen) && (
        <div className="flex flex-wrap gap-3">
          {canClose && (
            <Button icon="check" isBusy={isBusy} onClick={() => void act(() => close().then(onChanged))}>
              {t('followed.close')}
            </Button>
          )}
          {canReopen && (
            <Button icon="alert" isBusy={isBusy} onClick={() => void act(() => reopen().then(onChanged))}>
              {t('followed.reopen')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function Answers({ item }: { item: FollowedCase }) {
  const language = useLanguage();
  if (item.answers.length === 0) return null;
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
      {item.answers.map((answer) => (
        <div key={answer.key} className="py-3">
          <dt className="text-[0.9375rem] text-quiet">{answer.label}</dt>
          <dd className={answer.type === 'yes_no' ? 'first-letter:uppercase' : undefined}>
            {answer.type === 'date' ? formatDay(answer.text, language) : answer.text}
            {answer.files.length > 0 && <FollowFiles files={answer.files} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

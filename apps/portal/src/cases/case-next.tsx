import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import type { CaseDetail } from './case-view';

export interface CaseActionProps {
  /** Close and reopen: the one under way, or why it failed. */
  action: { busy?: 'close' | 'reopen' | undefined; failure?: Failure | undefined };
  onAction: (action: 'close' | 'reopen') => void;
}

type CaseNextProps = CaseActionProps & { item: CaseDetail };

/** What happens next, in words, with the buttons that belong to it. */
export function CaseNext({ item, action, onAction }: CaseNextProps) {
  const t = useT('cases');
  return (
    <Card title={t('detail.nextTitle')}>
      <p>{useNextSentence(item)}</p>
      {action.failure && <FailedState title={t('detail.actionFailed')} failure={action.failure} />}
      <Actions item={item} action={action} onAction={onAction} />
    </Card>
  );
}

function useNextSentence(item: CaseDetail): string {
  const t = useT('cases');
  if (item.status === 'open' && item.assigneeName) return t('detail.next.assigned', { name: item.assigneeName });
  if (item.status === 'open' && item.isAnswered) return t('detail.next.beingWorkedOn');
  if (item.status === 'closed' && !item.allowedActions.includes('reopen')) return t('detail.next.closedFinal');
  return t(`detail.next.${item.status}`);
}

const focusReply = (): void => document.querySelector<HTMLTextAreaElement>('#reply textarea')?.focus();

function Actions({ item, action, onAction }: CaseNextProps) {
  const t = useT('cases');
  const canClose = item.allowedActions.includes('close');
  const canReopen = item.allowedActions.includes('reopen');
  const isAwaited = item.status === 'waiting' && item.allowedActions.includes('reply');
  if (!canClose && !canReopen && !isAwaited) return null;
  const isAsked = item.status === 'solved';
  const isBusy = action.busy !== undefined;
  return (
    <div className="flex flex-wrap gap-3">
      {isAwaited && (
        <Button look="primary" icon="message" onClick={focusReply}>
          {t('detail.reply')}
        </Button>
      )}
      {canClose && (
        <Button look={isAsked ? 'primary' : 'secondary'} icon="check" isBusy={isBusy} onClick={() => onAction('close')}>
          {t(isAsked ? 'detail.works' : 'detail.closeNow')}
        </Button>
      )}
      {canReopen && (
        <Button icon="alert" isBusy={isBusy} onClick={() => onAction('reopen')}>
          {t(isAsked ? 'detail.stillBroken' : 'detail.reopen')}
        </Button>
      )}
    </div>
  );
}

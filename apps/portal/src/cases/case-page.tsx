import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import type { Loadable, Submission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { CaseBadge } from '../ui/case-badge';
import { PageTitle } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { CaseConversation } from './case-conversation';
import { CaseFacts } from './case-facts';
import { CaseNext, type CaseActionProps } from './case-next';
import type { CaseDetail } from './case-view';
import { ReplyForm, type Reply } from './reply-form';

export interface CasePageProps extends CaseActionProps {
  item: Loadable<CaseDetail>;
  reply: Submission;
  onReply: (reply: Reply) => void;
  /** Who follows the case; it fetches colleagues, so the route brings it. */
  followers: (item: CaseDetail) => ReactNode;
}

export function CasePage({ item, ...rest }: CasePageProps) {
  const t = useT('cases');
  return (
    <>
      <Link
        to={paths.home}
        className="-my-2 inline-flex min-h-11 items-center gap-2 self-start rounded-lg font-semibold text-accent-ink"
      >
        <Icon name="back" className="flip-in-rtl" />
        {t('detail.back')}
      </Link>
      {item.status === 'loading' && <Skeleton />}
      {item.status === 'failed' && <FailedState failure={item.failure} onRetry={item.onRetry} />}
      {item.status === 'ready' && <LoadedCase item={item.data} {...rest} />}
    </>
  );
}

type LoadedCaseProps = Omit<CasePageProps, 'item'> & { item: CaseDetail };

function LoadedCase({ item, reply, onReply, followers, action, onAction }: LoadedCaseProps) {
  const t = useT('cases');
  return (
    <>
      <PageTitle title={item.subject}>
        <span className="mt-2 flex flex-wrap items-center gap-3">
          <CaseBadge status={item.status}>{t(`status.${item.status}`)}</CaseBadge>
          <span className="tabular-nums">{t('detail.number', { number: item.number })}</span>
        </span>
      </PageTitle>
      <CaseNext item={item} action={action} onAction={onAction} />
      <CaseConversation item={item} />
      {item.allowedActions.includes('reply') && <ReplyForm key={item.id} submission={reply} onSubmit={onReply} />}
      <CaseFacts item={item} />
      {followers(item)}
    </>
  );
}

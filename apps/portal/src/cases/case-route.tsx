import { useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { announce } from '../lib/announce';
import { toLoadable, toSubmission, type Loadable } from '../lib/loadable';
import { toFailure } from '../lib/problem';
import { useSession } from '../lib/session';
import { toDetail } from './case-mapping';
import { CaseFollowersRoute } from './case-followers-route';
import { CasePage } from './case-page';
import type { CaseDetail } from './case-view';
import { useCase, useCaseAction, useReply } from './cases.api';
import { seenBy } from './seen';

export function CaseRoute() {
  const { caseId = '' } = useParams();
  const contactId = useSession().company?.contactId ?? '';
  return <OneCase key={caseId + contactId} id={caseId} contactId={contactId} />;
}

function OneCase({ id, contactId }: { id: string; contactId: string }) {
  const item = useCase(id);
  const reply = useReply(id);
  const act = useCaseAction(id);
  const seen = useMemo(() => seenBy(contactId), [contactId]);
  // What was new on arrival stays marked as new for this visit, and so does what arrives during it.
  const [seenBefore] = useState(() => seen.at(id));
  const detail = useMemo(() => item.data && toDetail(item.data, () => seenBefore), [item.data, seenBefore]);
  const newest = item.data?.staffMessageAt;
  useEffect(() => {
    if (newest) seen.look(id, newest);
  }, [seen, id, newest]);
  useArrivals(detail);
  return (
    <CasePage
      item={withDetail(toLoadable(item), detail)}
      reply={toSubmission(reply, reply.progress)}
      onReply={reply.mutate}
      followers={(one) => <CaseFollowersRoute item={one} />}
      action={{
        busy: act.isPending ? act.variables : undefined,
        failure: act.error ? toFailure(act.error) : undefined,
      }}
      onAction={act.mutate}
    />
  );
}

const withDetail = (answer: Loadable<unknown>, detail: CaseDetail | undefined): Loadable<CaseDetail> => {
  if (answer.status !== 'ready') return answer;
  return detail ? { status: 'ready', data: detail } : { status: 'loading' };
};

/** Says to a screen reader that an answer has come while the page was open. */
function useArrivals(detail: CaseDetail | undefined): void {
  const t = useT('cases');
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!detail) return;
    const before = known.current;
    known.current = new Set(detail.messages.map(({ id }) => id));
    const arrived = before && detail.messages.findLast(({ id, isFromStaff }) => isFromStaff && !before.has(id));
    if (arrived) announce(t('detail.arrived', { name: arrived.authorName }));
  }, [detail, t]);
}

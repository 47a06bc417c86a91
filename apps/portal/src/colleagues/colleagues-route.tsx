import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { type Loadable, toLoadable, toSubmission } from '../lib/loadable';
import { newId } from '../lib/new-id';
import { toFailure } from '../lib/problem';
import { can, type Right, useSession } from '../lib/session';
import { NotAllowed } from '../ui/not-allowed';
import { useColleagueAccess, useColleagueAct, useInviteColleague } from './colleagues.api';
import { ColleaguesPage, type ColleaguesPageProps } from './colleagues-page';
import type { InviteProps } from './invite-form';

export function ColleaguesRoute() {
  const session = useSession();
  return can(session, 'colleague:manage') ? <Colleagues isLooking={session.view !== null} /> : <NotAllowed />;
}

function Colleagues({ isLooking }: { isLooking: boolean }) {
  const found = useColleagueAccess(useSession().company?.contactId);
  const [first] = found.data?.pages ?? [];
  const invite = useInvite(first?.mayGrant ?? []);
  const people = toLoadable(found);
  return (
    <ColleaguesPage
      people={mapped(people, ({ pages }) => pages.flatMap(({ items }) => items))}
      places={first && { cap: first.cap, used: first.used }}
      onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      act={useAct()}
      invite={isLooking ? undefined : invite}
    />
  );
}

const mapped = <From, To>(one: Loadable<From>, to: (data: From) => To): Loadable<To> =>
  one.status === 'ready' ? { status: 'ready', data: to(one.data) } : one;

function useAct(): ColleaguesPageProps['act'] {
  const act = useColleagueAct();
  return {
    done: act.isSuccess ? act.variables : undefined,
    busyId: act.isPending ? act.variables.colleague.id : undefined,
    failure: act.error ? toFailure(act.error) : undefined,
    onAct: act.mutate,
  };
}

function useInvite(mayGrant: readonly Right[]): InviteProps {
  const language = useLanguage();
  const [key, setKey] = useState(newId);
  const invite = useInviteColleague();
  return {
    language,
    mayGrant,
    submission: toSubmission(invite),
    invited: invite.data,
    onStart: () => {
      setKey(newId());
      invite.reset();
    },
    onInvite: (body) => invite.mutate({ body, key }),
  };
}

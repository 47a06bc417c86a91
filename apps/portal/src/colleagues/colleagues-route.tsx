import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { type Loadable, toLoadable, toSubmission } from '../lib/loadable';
import { newId } from '../lib/new-id';
import { toFailure } from '../lib/problem';
import { can, type Right, useSession } from '../lib/session';
import { proofOf } from '../profile/own-secret-field';
import { NotAllowed } from '../ui/not-allowed';
import {
  useChangeColleagueRights,
  useColleagueAccess,
  useColleagueAct,
  useColleagueRequests,
  useDeclineAsker,
  useInviteAsker,
  useInviteColleague,
} from './colleagues.api';
import type { AskedProps } from './asked-card';
import { ColleaguesPage, type ColleaguesPageProps } from './colleagues-page';
import type { InviteProps } from './invite-form';
import type { RightsProps } from './rights-dialog';

export function ColleaguesRoute() {
  const session = useSession();
  return can(session, 'colleague:manage') ? <Colleagues isLooking={session.view !== null} /> : <NotAllowed />;
}

function Colleagues({ isLooking }: { isLooking: boolean }) {
  const found = useColleagueAccess(useSession().company?.contactId);
  const [first] = found.data?.pages ?? [];
  const mayGrant = first?.mayGrant ?? [];
  const invite = useInvite(mayGrant);
  const acts = useActs();
  const people = toLoadable(found);
  return (
    <ColleaguesPage
      people={mapped(people, ({ pages }) => pages.flatMap(({ items }) => items))}
      places={first && { cap: first.cap, used: first.used }}
      onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      {...acts}
      asked={useAsked(mayGrant)}
      invite={isLooking ? undefined : invite}
      rights={isLooking ? undefined : { ...acts.rights, mayGrant }}
    />
  );
}

const mapped = <From, To>(one: Loadable<From>, to: (data: From) => To): Loadable<To> =>
  one.status === 'ready' ? { status: 'ready', data: to(one.data) } : one;

/** What is said about the last act goes when the next one begins. */
function useActs(): Pick<ColleaguesPageProps, 'act'> & { rights: Omit<RightsProps, 'mayGrant'> } {
  const session = useSession();
  const act = useColleagueAct();
  const change = useChangeColleagueRights();
  const changed = change.isSuccess ? ({ act: 'change_rights', colleague: change.data } as const) : undefined;
  return {
    act: {
      done: act.isSuccess ? act.variables : changed,
      busyId: act.isPending ? act.variables.colleague.id : undefined,
      failure: act.error ? toFailure(act.error) : undefined,
      onAct: (next) => {
        change.reset();
        act.mutate(next);
      },
    },
    rights: {
      proof: proofOf(session),
      submission: toSubmission(change),
      onStart: () => {
        act.reset();
        change.reset();
      },
      onChange: change.mutate,
    },
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

function useAsked(mayGrant: readonly Right[]): AskedProps {
  const language = useLanguage();
  const [key, setKey] = useState(newId);
  const requests = toLoadable(useColleagueRequests(useSession().company?.contactId));
  const invite = useInviteAsker();
  const decline = useDeclineAsker();
  return {
    language,
    mayGrant,
    requests,
    submission: toSubmission(invite),
    invited: invite.data,
    declined: decline.isSuccess ? decline.variables : undefined,
    failure: decline.error ? toFailure(decline.error) : undefined,
    onStart: () => {
      setKey(newId());
      invite.reset();
      decline.reset();
    },
    // Of who is on file nothing is asked, and nothing is sent.
    onInvite: (request, { rights, ...person }) =>
      invite.mutate({ request, body: { ...(request.isOnFile ? {} : person), ...(rights ? { rights } : {}) }, key }),
    onDecline: (request) => {
      invite.reset();
      decline.mutate(request);
    },
  };
}

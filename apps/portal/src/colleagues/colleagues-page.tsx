import type { Colleague } from '@latchkey/api-client';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import type { Loadable } from '../lib/loadable';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import type { ColleagueAct } from './colleagues.api';
import { ColleagueRow } from './colleague-row';
import { InviteForm, type InviteProps } from './invite-form';
import { RemoveDialog } from './remove-dialog';

export interface ColleaguesPageProps {
  people: Loadable<readonly Colleague[]>;
  /** Places that the people of the company may give, and how many are given. */
  places?: { cap: number; used: number } | undefined;
  onMore?: (() => void) | undefined;
  act: {
    done: ColleagueAct | undefined;
    busyId: string | undefined;
    failure: Failure | undefined;
    onAct: (act: ColleagueAct) => void;
  };
  /** Absent for who only looks. */
  invite?: InviteProps | undefined;
}

/** Who of the own company gets in; lets somebody in, and out (C10). */
export function ColleaguesPage({ people, places, onMore, act, invite }: ColleaguesPageProps) {
  const t = useT('colleagues');
  const [leaving, setLeaving] = useState<Colleague>();
  return (
    <>
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      {invite && places && <Places places={places} invite={invite} />}
      {act.failure && <FailedState failure={act.failure} />}
      {act.done && (
        <Notice tone="good">{t(`done.${act.done.act}`, { name: act.done.colleague.name || t('nameless') })}</Notice>
      )}
      {people.status === 'loading' && <Skeleton />}
      {people.status === 'failed' && <FailedState failure={people.failure} onRetry={people.onRetry} />}
      {people.status === 'ready' && (
        <People people={people.data} isReading={!invite} act={act} onMore={onMore} onRemove={setLeaving} />
      )}
      <RemoveDialog
        colleague={leaving}
        onClose={() => setLeaving(undefined)}
        onRemove={(colleague) => act.onAct({ act: 'remove', colleague })}
      />
    </>
  );
}

interface PeopleProps extends Pick<ColleaguesPageProps, 'act' | 'onMore'> {
  people: readonly Colleague[];
  isReading: boolean;
  onRemove: (colleague: Colleague) => void;
}

function People({ people, isReading, act, onMore, onRemove }: PeopleProps) {
  const t = useT('colleagues');
  if (people.every(({ isYourself }) => isYourself))
    return (
      <EmptyState icon="message" title={t('alone')}>
        <p>{t('aloneText')}</p>
      </EmptyState>
    );
  return (
    <Card title={t('people')}>
      <ul className="flex flex-col divide-y divide-line">
        {people.map((one) => (
          <ColleagueRow
            key={one.id}
            one={one}
            isReading={isReading}
            isBusy={act.busyId === one.id}
            onResend={() => act.onAct({ act: 'resend', colleague: one })}
            onRemove={() => onRemove(one)}
          />
        ))}
      </ul>
      {onMore && <Button onClick={onMore}>{t('more')}</Button>}
    </Card>
  );
}

/** How many places are given, and the form that gives one. */
function Places({ places: { cap, used }, invite }: { places: { cap: number; used: number }; invite: InviteProps }) {
  const t = useT('colleagues');
  const [isOpen, setIsOpen] = useState(false);
  const isDone = invite.submission.status === 'done';
  const start = () => {
    invite.onStart();
    setIsOpen(true);
  };
  if (isOpen && !isDone) return <InviteForm {...invite} onCancel={() => setIsOpen(false)} />;
  return (
    <div className="flex flex-col gap-3">
      {isDone && invite.invited && (
        <Notice tone="good">{t('invited', { name: invite.invited.name, email: invite.invited.email ?? '' })}</Notice>
      )}
      <p className="text-quiet">{placesText({ cap, used }, t)}</p>
      {used < cap && (
        <Button look="primary" icon="plus" onClick={start}>
          {t('invite')}
        </Button>
      )}
    </div>
  );
}

function placesText({ cap, used }: { cap: number; used: number }, t: ReturnType<typeof useT<'colleagues'>>): string {
  if (cap === 0) return t('places.none');
  return t(used < cap ? 'places.some' : 'places.full', { cap, used });
}

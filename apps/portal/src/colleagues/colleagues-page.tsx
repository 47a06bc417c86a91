import type { Colleague } from '@latchkey/api-client';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import type { Loadable, Submission } from '../lib/loadable';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { AskedCard, type AskedProps } from './asked-card';
import type { ColleagueAct } from './colleagues.api';
import { ColleagueRow } from './colleague-row';
import { InviteForm, type InviteProps } from './invite-form';
import { RemoveDialog } from './remove-dialog';
import { RightsDialog, type RightsProps } from './rights-dialog';

export interface ColleaguesPageProps {
  people: Loadable<readonly Colleague[]>;
  /** Places that the people of the company may give, and how many are given. */
  places?: { cap: number; used: number } | undefined;
  onMore?: (() => void) | undefined;
  act: {
    done: { act: ColleagueAct['act'] | 'change_rights'; colleague: Colleague } | undefined;
    busyId: string | undefined;
    failure: Failure | undefined;
    onAct: (act: ColleagueAct) => void;
  };
  /** Both absent for who only looks. */
  invite?: InviteProps | undefined;
  rights?: RightsProps | undefined;
  /** People who asked for access. */
  asked: AskedProps;
}

const IDLE: Submission = { status: 'idle' };

/** Who of the own company gets in; lets somebody in, and out (C10). */
export function ColleaguesPage({ people, places, onMore, act, invite, rights, asked }: ColleaguesPageProps) {
  const t = useT('colleagues');
  const [leaving, setLeaving] = useState<Colleague>();
  const [changing, setChanging] = useState<Colleague>();
  useWhenDone(rights?.submission ?? IDLE, () => setChanging(undefined));
  const change = (colleague: Colleague) => {
    rights?.onStart();
    setChanging(colleague);
  };
  return (
    <>
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      {invite && places && <Places places={places} invite={invite} />}
      <AskedCard asked={asked} isReading={!invite} />
      <Said {...act} />
      {people.status === 'loading' && <Skeleton />}
      {people.status === 'failed' && <FailedState failure={people.failure} onRetry={people.onRetry} />}
      {people.status === 'ready' && (
        <People
          people={people.data}
          isReading={!invite}
          act={act}
          onMore={onMore}
          onRights={change}
          onRemove={setLeaving}
        />
      )}
      {changing && rights && (
        <RightsDialog key={changing.id} {...rights} colleague={changing} onClose={() => setChanging(undefined)} />
      )}
      <RemoveDialog
        colleague={leaving}
        onClose={() => setLeaving(undefined)}
        onRemove={(colleague) => act.onAct({ act: 'remove', colleague })}
      />
    </>
  );
}

/** How the last act went. */
function Said({ failure, done }: ColleaguesPageProps['act']) {
  const t = useT('colleagues');
  if (failure) return <FailedState failure={failure} />;
  return done && <Notice tone="good">{t(`done.${done.act}`, { name: done.colleague.name || t('nameless') })}</Notice>;
}

interface PeopleProps extends Pick<ColleaguesPageProps, 'act' | 'onMore'> {
  people: readonly Colleague[];
  isReading: boolean;
  onRights: (colleague: Colleague) => void;
  onRemove: (colleague: Colleague) => void;
}

function People({ people, isReading, act, onMore, onRights, onRemove }: PeopleProps) {
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
            onRights={() => onRights(one)}
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

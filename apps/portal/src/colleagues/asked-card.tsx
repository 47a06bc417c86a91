import type { Colleague, ColleagueRequest, InviteColleague } from '@latchkey/api-client';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import type { Loadable, Submission } from '../lib/loadable';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Dialog } from '../ui/dialog';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { TimeAgo } from '../ui/time-ago';
import { askerName } from './asker-name';
import { InviteForm, type InviteProps } from './invite-form';

export interface AskedProps extends Pick<InviteProps, 'language' | 'mayGrant'> {
  requests: Loadable<readonly ColleagueRequest[]>;
  submission: Submission;
  invited: Colleague | undefined;
  declined: ColleagueRequest | undefined;
  failure: Failure | undefined;
  onStart: () => void;
  onInvite: (request: ColleagueRequest, body: InviteColleague) => void;
  onDecline: (request: ColleagueRequest) => void;
}

/** People who asked for access and may be from the own company: invited or declined here (C10). Absent while nobody asks. */
export function AskedCard({ asked, isReading }: { asked: AskedProps; isReading: boolean }) {
  const [inviting, setInviting] = useState<ColleagueRequest>();
  const [declining, setDeclining] = useState<ColleagueRequest>();
  useWhenDone(asked.submission, () => setInviting(undefined));
  if (asked.requests.status === 'failed')
    return <FailedState failure={asked.requests.failure} onRetry={asked.requests.onRetry} />;
  const start = (request: ColleagueRequest) => {
    asked.onStart();
    setInviting(request);
  };
  if (inviting)
    return (
      <InviteForm
        {...asked}
        asker={inviting}
        onInvite={(body) => asked.onInvite(inviting, body)}
        onCancel={() => setInviting(undefined)}
      />
    );
  return (
    <>
      <Said {...asked} />
      <Askers requests={asked.requests} isReading={isReading} onInvite={start} onDecline={setDeclining} />
      <DeclineDialog one={declining} onClose={() => setDeclining(undefined)} onDecline={asked.onDecline} />
    </>
  );
}

interface AskersProps extends Pick<AskedProps, 'requests' | 'onDecline'> {
  isReading: boolean;
  onInvite: (request: ColleagueRequest) => void;
}

function Askers({ requests, isReading, onInvite, onDecline }: AskersProps) {
  const t = useT('colleagues');
  if (requests.status !== 'ready' || requests.data.length === 0) return null;
  return (
    <Card title={t('asked.title')}>
      <p className="text-quiet">{t('asked.lead')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {requests.data.map((one) => (
          <AskerRow
            key={one.id}
            one={one}
            isReading={isReading}
            onInvite={() => onInvite(one)}
            onDecline={() => onDecline(one)}
          />
        ))}
      </ul>
    </Card>
  );
}

function Said({ failure, invited, declined }: AskedProps) {
  const t = useT('colleagues');
  if (failure) return <FailedState failure={failure} />;
  if (declined) return <Notice tone="good">{t('asked.declined', { name: askerName(declined) })}</Notice>;
  return invited && <Notice tone="good">{t('invited', { name: invited.name, email: invited.email ?? '' })}</Notice>;
}

interface AskerRowProps {
  one: ColleagueRequest;
  isReading: boolean;
  onInvite: () => void;
  onDecline: () => void;
}

function AskerRow({ one, isReading, onInvite, onDecline }: AskerRowProps) {
  const t = useT('colleagues');
  const name = askerName(one);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 flex-col items-start gap-1">
        <bdi className="font-semibold break-words">{name}</bdi>
        {one.login !== name && <bdi className="text-quiet break-all">{one.login}</bdi>}
        <span className="text-[0.9375rem] text-quiet">
          <TimeAgo at={one.at} />
        </span>
      </div>
      {!isReading && (
        <div className="ms-auto -me-4 flex flex-wrap justify-end gap-1">
          <Button aria-label={t('asked.inviteNamed', { name })} onClick={onInvite}>
            {t('asked.invite')}
          </Button>
          <Button look="plain" aria-label={t('asked.declineNamed', { name })} onClick={onDecline}>
            {t('asked.decline')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface DeclineDialogProps {
  one: ColleagueRequest | undefined;
  onClose: () => void;
  onDecline: (one: ColleagueRequest) => void;
}

function DeclineDialog({ one, onClose, onDecline }: DeclineDialogProps) {
  const t = useT('colleagues');
  const decline = () => {
    if (one) onDecline(one);
    onClose();
  };
  return (
    <Dialog
      isOpen={one !== undefined}
      title={t('asked.declineTitle', { name: one ? askerName(one) : '' })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" onClick={decline}>
            {t('asked.decline')}
          </Button>
        </>
      }
    >
      <p>{t('asked.declineText')}</p>
    </Dialog>
  );
}

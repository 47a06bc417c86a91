import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Dialog } from '../ui/dialog';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { StateBadge } from '../ui/state-badge';
import { TimeAgo } from '../ui/time-ago';

export interface OwnSession {
  id: string;
  isCurrent: boolean;
  browser?: string | undefined;
  system?: string | undefined;
  lastActiveAt: string;
}

export interface OwnSessionsProps {
  sessions: readonly OwnSession[];
  failure?: Failure | undefined;
  onEnd: (id: string) => void;
  onEndOthers: () => void;
}

export function OwnSessions({ sessions, failure, onEnd, onEndOthers }: OwnSessionsProps) {
  const t = useT('profile');
  const others = sessions.filter((session) => !session.isCurrent).length;
  return (
    <Card title={t('sessions')}>
      {failure && <FailedState failure={failure} />}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => onEnd(session.id)} />
        ))}
      </ul>
      {others === 0 ? (
        <p className="text-quiet">{t('onlyThis')}</p>
      ) : (
        <EndOthers count={others} onConfirm={onEndOthers} />
      )}
    </Card>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const t = useT('profile');
  const isKnown = session.browser && session.system;
  const device = isKnown
    ? t('device', { browser: session.browser ?? '', system: session.system ?? '' })
    : t('unknownDevice');
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0">
      <Icon name="device" className="text-quiet" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{device}</p>
        <p className="text-[0.9375rem] text-quiet">
          <TimeAgo at={session.lastActiveAt} />
        </p>
      </div>
      {session.isCurrent ? (
        <StateBadge tone="good" icon="check">
          {t('thisDevice')}
        </StateBadge>
      ) : (
        <Button aria-label={t('endNamed', { device })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}

function EndOthers({ count, onConfirm }: { count: number; onConfirm: () => void }) {
  const t = useT('profile');
  const app = useT('app');
  const [isOpen, setIsOpen] = useState(false);
  const confirm = () => {
    setIsOpen(false);
    onConfirm();
  };
  const actions = (
    <>
      <Button onClick={() => setIsOpen(false)}>{app('cancel')}</Button>
      <Button look="danger" onClick={confirm}>
        {t('endOthers')}
      </Button>
    </>
  );
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>{t('endOthers')}</Button>
      <Dialog isOpen={isOpen} title={t('endOthersTitle')} onClose={() => setIsOpen(false)} actions={actions}>
        <p>{t('endOthersText', { count })}</p>
      </Dialog>
    </div>
  );
}

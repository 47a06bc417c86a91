import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { AddFollowerDialog, type AddFollowerProps } from './add-follower-dialog';
import type { CaseFollower } from './case-view';

export interface CaseFollowersProps {
  followers: readonly CaseFollower[];
  /** May add colleagues and take them off. */
  canChange: boolean;
  /** Absent when the contact is told anyway: they reported it, or follow it. */
  onFollow?: (() => void) | undefined;
  onRemove: (contactId: string) => void;
  isBusy: boolean;
  failure?: Failure | undefined;
  add: Omit<AddFollowerProps, 'isOpen' | 'onClose'>;
}

/** Who is told of every answer besides the person who reported it. */
export function CaseFollowers({ followers, canChange, onFollow, onRemove, isBusy, failure, add }: CaseFollowersProps) {
  const t = useT('cases');
  const [isAdding, setIsAdding] = useState(false);
  if (!canChange && followers.length === 0) return null;
  return (
    <Card title={t('followers.title')}>
      <p className="text-quiet">{t(followers.length === 0 ? 'followers.nobody' : 'followers.text')}</p>
      {failure && <FailedState title={t('detail.actionFailed')} failure={failure} />}
      {followers.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {followers.map((one) => (
            <Follower key={one.id} one={one} onRemove={canChange || one.isMe ? onRemove : undefined} isBusy={isBusy} />
          ))}
        </ul>
      )}
      {canChange && (
        <div className="flex flex-wrap gap-3">
          <Button icon="plus" onClick={() => setIsAdding(true)}>
            {t('followers.add')}
          </Button>
          {onFollow && (
            <Button icon="mail" isBusy={isBusy} onClick={onFollow}>
              {t('followers.follow')}
            </Button>
          )}
        </div>
      )}
      <AddFollowerDialog {...add} isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </Card>
  );
}

interface FollowerProps {
  one: CaseFollower;
  onRemove: ((contactId: string) => void) | undefined;
  isBusy: boolean;
}

function Follower({ one, onRemove, isBusy }: FollowerProps) {
  const t = useT('cases');
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 py-1">
      <bdi className="min-w-0">{one.isMe ? t('followers.me', { name: one.name }) : one.name}</bdi>
      {onRemove && (
        <Button
          look="plain"
          className="ms-auto -me-4"
          isBusy={isBusy}
          aria-label={one.isMe ? undefined : t('followers.removeName', { name: one.name })}
          onClick={() => onRemove(one.id)}
        >
          {t(one.isMe ? 'followers.leave' : 'followers.remove')}
        </Button>
      )}
    </li>
  );
}

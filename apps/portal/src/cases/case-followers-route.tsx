import { useDeferredValue, useState } from 'react';
import { useT } from '../i18n/use-t';
import { announce } from '../lib/announce';
import { toLoadable } from '../lib/loadable';
import { toFailure } from '../lib/problem';
import { useSession } from '../lib/session';
import { CaseFollowers } from './case-followers';
import type { CaseDetail } from './case-view';
import { useChangeFollower, useColleagues } from './followers.api';

export function CaseFollowersRoute({ item }: { item: CaseDetail }) {
  const t = useT('cases');
  const me = useSession().company?.contactId ?? '';
  const [name, setName] = useState('');
  const change = useChangeFollower(item.id);
  const canChange = item.allowedActions.includes('follow');
  const colleagues = useColleagues(item.id, useDeferredValue(name.trim()), canChange);
  const isTold = item.isMine || item.followers.some(({ isMe }) => isMe);
  const add = (contactId: string, said: string) =>
    change.mutate({ contactId, follows: true }, { onSuccess: () => announce(said) });
  return (
    <CaseFollowers
      followers={item.followers}
      canChange={canChange}
      onFollow={isTold ? undefined : () => add(me, t('followers.following'))}
      onRemove={(contactId) => change.mutate({ contactId, follows: false })}
      isBusy={change.isPending}
      failure={change.error ? toFailure(change.error) : undefined}
      add={{
        name,
        onName: setName,
        colleagues: toLoadable(colleagues),
        onAdd: (colleague) => add(colleague.id, t('followers.added', { name: colleague.name })),
      }}
    />
  );
}

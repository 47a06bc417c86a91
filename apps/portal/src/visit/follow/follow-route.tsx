import { useEffect } from 'react';
import { fetchLaterWords } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { DeadEnd } from '../../ui/dead-end';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';
import type { FollowLink } from '../address';
import { FollowPage } from './follow-page';
import { useFollowed } from './follow.api';

/** One case by its link: nothing else of the company is behind it (POR-9). */
export function FollowRoute({ link }: { link: FollowLink | null }) {
  const t = useT('visit');
  const { state, read } = useFollowed(link);
  useEffect(fetchLaterWords, []);
  if (state.step === 'loading') return <Skeleton />;
  if (state.step === 'failed') return <FailedState failure={state.failure} onRetry={() => void read()} />;
  if (state.step === 'ready') return <FollowPage item={state.item} onChanged={read} />;
  return <DeadEnd title={t('gone.title')} text={t('gone.text')} />;
}

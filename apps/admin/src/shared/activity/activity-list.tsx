import { Button, Center, Skeleton, Stack } from '@mantine/core';
import type { ActivityEvent } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ListQuery } from '../../ui/data-list/types';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Timeline, type TimelineItem } from '../../ui/timeline';
import { activityWords } from './activity-words';

const actorName = ({ actor, action }: ActivityEvent, t: TFunction): string => {
  // Earlier lines name nobody; they are of the person whose page this is.
  if (action === 'sign_in.succeeded' && actor.kind === 'visitor') return '';
  if (actor.kind === 'system') return t('activity:system');
  if (actor.kind === 'visitor') return t('activity:visitor');
  const name = actor.name ?? '';
  return actor.kind === 'key' ? t('activity:byKey', { name }) : name;
};

const toItem = (event: ActivityEvent, t: TFunction): TimelineItem => {
  const { title, detail } = activityWords(event, t);
  return { id: event.id, at: event.at, title, detail, actor: actorName(event, t) };
};

/** Who did what, newest first, in words. */
export const ActivityList = ({ query }: { query: ListQuery<ActivityEvent> }) => {
  const { t } = useTranslation('activity');
  if (query.isPending) return <ActivitySkeleton />;
  if (query.error && query.rows.length === 0) return <FailedState error={query.error} onRetry={query.retry} />;
  if (query.rows.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return (
    <Stack maw={720}>
      <Timeline label={t('list')} items={query.rows.map((event) => toItem(event, t))} />
      {query.error ? <FailedState error={query.error} onRetry={query.retry} isCompact /> : null}
      {query.hasMore ? (
        <Center>
          <Button variant="default" size="xs" loading={query.isLoadingMore} onClick={query.loadMore}>
            {t('list:loadMore')}
          </Button>
        </Center>
      ) : null}
    </Stack>
  );
};

const ActivitySkeleton = () => (
  <Stack aria-busy maw={720}>
    {[70, 55, 80, 60].map((width) => (
      <Skeleton key={width} height={14} width={`${width}%`} />
    ))}
  </Stack>
);

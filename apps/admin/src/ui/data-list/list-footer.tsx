import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../failed-state';
import classes from './data-list.module.css';
import type { ListQuery } from './types';

/** Loads on when it comes into view; the button is for whoever does not scroll, and after a failure. */
export const ListFooter = <Row,>({ query }: { query: ListQuery<Row> }) => {
  const { t } = useTranslation('list');
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const { rows, hasMore, isLoadingMore, error, loadMore } = query;
  const isDue = Boolean(entry?.isIntersecting) && hasMore && !isLoadingMore && !error && !query.isOutdated;

  // A new page moves the mark out of view, or leaves it there: the row count asks again.
  const goOn = useEffectEvent(() => loadMore());
  useEffect(() => {
    if (isDue) goOn();
  }, [isDue, rows.length]);

  return (
    <div ref={ref} className={classes.footer}>
      {error ? <FailedState error={error} onRetry={query.retry} isCompact /> : null}
      <span aria-live="polite">
        {hasMore ? t('shown', { count: rows.length }) : t('allShown', { count: rows.length })}
      </span>
      {hasMore && !error ? (
        <Button variant="subtle" size="compact-sm" loading={isLoadingMore} onClick={loadMore}>
          {t('loadMore')}
        </Button>
      ) : null}
    </div>
  );
};

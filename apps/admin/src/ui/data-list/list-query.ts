import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ListQuery } from './types';

interface Page<Row> {
  items: readonly Row[];
}

type InfiniteResult<Row> = Pick<
  UseInfiniteQueryResult<InfiniteData<Page<Row>>>,
  | 'data'
  | 'isPending'
  | 'isPlaceholderData'
  | 'error'
  | 'hasNextPage'
  | 'isFetchingNextPage'
  | 'fetchNextPage'
  | 'refetch'
  | 'isFetchNextPageError'
>;

/** Turns `useInfiniteQuery` over keyset pages (`{ items, nextCursor }`) into what DataList takes. */
export const listQuery = <Row>(result: InfiniteResult<Row>): ListQuery<Row> => ({
  rows: result.data?.pages.flatMap((page) => page.items) ?? [],
  isPending: result.isPending,
  isOutdated: result.isPlaceholderData,
  error: result.error,
  hasMore: result.hasNextPage,
  isLoadingMore: result.isFetchingNextPage,
  loadMore: () => void result.fetchNextPage(),
  retry: () => void (result.isFetchNextPageError ? result.fetchNextPage() : result.refetch()),
});

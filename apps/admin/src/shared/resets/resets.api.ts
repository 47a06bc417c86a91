import { listPasswordResets } from '@latchkey/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ResetQuery } from './reset-words';

/** For useLiveRefresh: the message of a request moved on, or a login changed. */
export const RESET_EVENTS = ['notification.changed', 'contact.changed'];
export const RESET_LISTS = ['listPasswordResets', 'countPasswordResets'];

const IN_FLIGHT = new Set<string>(['asked', 'sending']);
const WATCH_MS = 3_000;
const WATCH_FOR_MS = 5 * 60_000;

/** A request is decided within seconds; a message that waits for its mail server may wait for hours. */
const moves = ({ state, createdAt }: { state: string; createdAt: string }): boolean =>
  IN_FLIGHT.has(state) && Date.now() - Date.parse(createdAt) < WATCH_FOR_MS;

/** Requests for a new password, newest first. */
export const usePasswordResets = (query: ResetQuery & { limit?: number }) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listPasswordResets', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listPasswordResets({ query: { limit: 50, ...query, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(moves) ? WATCH_MS : false),
  });

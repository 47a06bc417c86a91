import {
  cancelNotification,
  client,
  correctAddress,
  listNotifications,
  retryNotification,
  type ExportMessagesData,
  type ListNotificationsData,
} from '@latchkey/api-client';
import { countFailuresOptions, getNotificationOptions } from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileFormat } from '../../ui/file-menu';

export type OutboxQuery = Omit<NonNullable<ListNotificationsData['query']>, 'cursor' | 'limit'>;

/** For useLiveRefresh: a message moved on. */
export const OUTBOX_EVENTS = ['notification.changed'];
export const OUTBOX_LISTS = ['listNotifications', 'getNotification', 'countFailures'];

const ON_ITS_WAY = new Set<string>(['queued', 'sending']);
const WATCH_MS = 3_000;
const WATCH_FOR_MS = 5 * 60_000;

/** A message that was just queued moves on within seconds; one that waits for its mail server may wait for hours. */
const moves = ({ state, createdAt }: { state: string; createdAt: string }): boolean =>
  ON_ITS_WAY.has(state) && Date.now() - Date.parse(createdAt) < WATCH_FOR_MS;

export const useOutbox = (query: OutboxQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listNotifications', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listNotifications({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(moves) ? WATCH_MS : false),
  });

/** Of all that did not arrive, whichever are shown. */
export const useFailures = ({ state: _, reason: __, ...query }: OutboxQuery) =>
  useQuery({ ...countFailuresOptions({ query }), placeholderData: keepPreviousData });

export const messagesFile =
  (query: OutboxQuery) =>
  (format: FileFormat): string =>
    client.buildUrl<ExportMessagesData>({ url: '/api/v1/exports/messages.{format}', path: { format }, query });

export const useMessage = (id: string) =>
  useQuery({
    ...getNotificationOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && moves(state.data) ? WATCH_MS : false),
  });

/** Retry, correct and cancel; the list and the open message follow. */
export const useMessageActs = () => {
  const client = useQueryClient();
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) => OUTBOX_LISTS.includes(String((first as { _id?: string } | undefined)?._id)),
    });
  return {
    retry: async (id: string) => {
      await retryNotification({ path: { id } });
      await refresh();
    },
    /** Answers where it goes now, and the id of the new message. */
    correct: async (id: string, email: string, key: string) => {
      const { data } = await correctAddress({ path: { id }, body: { email }, headers: { 'Idempotency-Key': key } });
      await refresh();
      return data;
    },
    cancel: async (id: string) => {
      await cancelNotification({ path: { id } });
      await refresh();
    },
  };
};

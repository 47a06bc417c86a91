import {
  finishAccessRun,
  listAccessRunRows,
  listAccessRuns,
  remindAccessRun,
  startAccessRun,
  stopAccessRun,
  uploadAccessRun,
  type AccessRun,
} from '@latchkey/api-client';
import { getAccessRunOptions, getAccessRunQueryKey } from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileFormat } from '../../ui/file-menu';
import { isAtWork, rowQuery } from './run-words';

/** For useLiveRefresh. */
export const RUN_EVENTS = ['access_run.changed'];
/** What becomes of new PINs hangs on their messages and on who signs in. */
export const PIN_EVENTS = [...RUN_EVENTS, 'notification.changed'];
export const RUN_SHOWN = ['listAccessRuns', 'getAccessRun', 'listAccessRunRows'];
/** Where no live event comes through. */
const WATCH_MS = 3_000;

export const useRuns = () =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listAccessRuns' }],
    queryFn: async ({ pageParam, signal }) => (await listAccessRuns({ query: { cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some(isAtWork)) ? WATCH_MS : false),
  });

export const useRun = (id: string) =>
  useQuery({
    ...getAccessRunOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? WATCH_MS : false),
  });

export const useRunRows = (id: string, show: string | undefined) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listAccessRunRows', id, show }],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listAccessRunRows({
          path: { id },
          query: { cursor: pageParam, limit: 50, ...rowQuery(show) },
          signal,
        })
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const upload = async (file: File): Promise<AccessRun> =>
  (await uploadAccessRun({ body: file, query: { fileName: file.name } })).data;

/** The acts on one run; each shows the answer at once. */
export const useRunActs = (id: string) => {
  const client = useQueryClient();
  const after = ({ data }: { data: AccessRun }): void => {
    client.setQueryData(getAccessRunQueryKey({ path: { id } }), data);
    void client.invalidateQueries({ queryKey: [{ _id: 'listAccessRunRows', id }] });
  };
  return {
    start: async () => after(await startAccessRun({ path: { id } })),
    remind: async () => after(await remindAccessRun({ path: { id } })),
    finish: async () => after(await finishAccessRun({ path: { id } })),
    stop: async () => after(await stopAccessRun({ path: { id } })),
  };
};

export const resultHref =
  (id: string) =>
  (format: FileFormat): string =>
    `/api/v1/access-runs/${id}/result.${format}`;

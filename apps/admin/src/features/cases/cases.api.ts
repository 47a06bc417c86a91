import {
  changeCase,
  listCaseTemplates,
  listDevices,
  mergeCase,
  revokeCaseFollow,
  sendReporterLink,
  listCaseMessages,
  listCases,
  listContacts,
  listStaffNames,
  markCaseRead,
  openCase,
  uploadCaseFile,
  writeCaseMessage,
  type Case,
  type CaseFile,
  type CaseMessage,
  type CaseMessagePage,
  type CasePage,
  type ChangeCase,
  type ListCasesData,
  type OpenCase,
  type WriteCaseMessage,
} from '@latchkey/api-client';
import {
  getCaseOptions,
  getCaseQueryKey,
  getCaseTemplateOptions,
  listCaseFollowsOptions,
  listCaseFollowsQueryKey,
} from '@latchkey/api-client/query';
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';
import type { PaletteItem } from '../../app/shell/palette';

export type CaseQuery = NonNullable<ListCasesData['query']>;

/** What a change of a case shows in; for useLiveRefresh. */
export const CASE_EVENTS = ['case.changed'];
export const CASE_LISTS = ['listCases'];
export const CASE_PARTS = ['getCase', 'listCaseMessages', 'listCaseFollows'];

export const useCases = (query: CaseQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listCases', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listCases({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useCase = (id: string) => useQuery(getCaseOptions({ path: { id } }));

const messagesKey = (id: string) => [{ _id: 'listCaseMessages', id }] as const;

export const useCaseMessages = (id: string) =>
  useInfiniteQuery({
    queryKey: messagesKey(id),
    queryFn: async ({ pageParam, signal }) =>
      (await listCaseMessages({ path: { id }, query: { cursor: pageParam, limit: 100 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const staffNamesOptions = queryOptions({
  queryKey: ['listStaffNames'],
  queryFn: async ({ signal }) => (await listStaffNames({ signal })).data.items,
  staleTime: 5 * 60_000,
});

/** A few contacts of a customer whose name, e-mail or phone fits what is typed. */
export const contactSearchOptions = (customerId: string | undefined, text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listContacts', picker: text, customerId }],
    queryFn: async ({ signal }) =>
      (
        await listContacts({
          query: { limit: 10, ...(customerId ? { customerId } : {}), ...(text ? { q: text } : {}) },
          signal,
        })
      ).data.items,
    placeholderData: keepPreviousData,
  });

/** A few devices of a customer whose name, serial number or place fits what is typed. */
export const deviceSearchOptions = (customerId: string | undefined, text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listDevices', picker: text, customerId }],
    queryFn: async ({ signal }) =>
      (
        await listDevices({
          query: {
            limit: 10,
            status: 'active',
            ...(customerId ? { customerId } : {}),
            ...(text ? { q: text } : {}),
          },
          signal,
        })
      ).data.items,
    placeholderData: keepPreviousData,
  });

/** Templates in use that are offered for devices of this model; the most used first. */
export const templateChoiceOptions = (model: string | null) =>
  queryOptions({
    queryKey: [{ _id: 'listCaseTemplates', picker: model }],
    queryFn: async ({ signal }) => {
      const { items } = (
        await listCaseTemplates({ query: { status: 'active', limit: 100, ...(model ? { model } : {}) }, signal })
      ).data;
      return items.toSorted((one, other) => other.recentCases - one.recentCases);
    },
  });

export const templateOptions = (id: string) => getCaseTemplateOptions({ path: { id } });

/** A few cases that match, newest activity first. */
export const caseSearchOptions = (query: CaseQuery) =>
  queryOptions({
    queryKey: [{ _id: 'listCases', picker: query }],
    queryFn: async ({ signal }) => (await listCases({ query: { limit: 20, ...query }, signal })).data.items,
    placeholderData: keepPreviousData,
  });

export const useCaseFollows = (id: string) => useQuery(listCaseFollowsOptions({ path: { id } }));

const refreshCase = (client: QueryClient, id: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: getCaseQueryKey({ path: { id } }) }),
    client.invalidateQueries({ queryKey: messagesKey(id) }),
    client.invalidateQueries({ queryKey: listCaseFollowsQueryKey({ path: { id } }) }),
    client.invalidateQueries({ queryKey: [{ _id: 'listCases' }] }),
  ]);

/** Acts on one case; everything that shows it follows. */
export const useCaseActs = (id: string) => {
  const client = useQueryClient();
  return {
    /** Throws row.changed when somebody was faster. */
    change: async (version: number, body: ChangeCase): Promise<Case> => {
      try {
        const { data } = await changeCase({ path: { id }, headers: { 'If-Match': `"${version}"` }, body });
        client.setQueryData(getCaseQueryKey({ path: { id } }), data);
        return data;
      } finally {
        void refreshCase(client, id);
      }
    },
    /** Brings what others did to the screen; answers the newest entry that was not there before, if it says who acted. */
    catchUp: async (): Promise<CaseMessage | undefined> => {
      const newest = (): CaseMessage | undefined =>
        client.getQueryData<InfiniteData<CaseMessagePage>>(messagesKey(id))?.pages.at(-1)?.items.at(-1);
      const before = newest();
      await refreshCase(client, id);
      const after = newest();
      return after?.id === before?.id ? undefined : after;
    },
    write: async (body: WriteCaseMessage, key: string): Promise<CaseMessage> => {
      const { data } = await writeCaseMessage({ path: { id }, headers: { 'Idempotency-Key': key }, body });
      await refreshCase(client, id);
      return data;
    },
    markRead: async (): Promise<void> => {
      await markCaseRead({ path: { id } });
      await client.invalidateQueries({ queryKey: getCaseQueryKey({ path: { id } }) });
      void client.invalidateQueries({ queryKey: [{ _id: 'listCases' }] });
    },
  };
};

/** What is done with duplicates and with those who follow by a link. */
export const useReportActs = (id: string) => {
  const client = useQueryClient();
  return {
    /** Answers the case that stays. */
    mergeInto: async (into: string): Promise<Case> => {
      const { data } = await mergeCase({ path: { id }, body: { into } });
      await Promise.all([refreshCase(client, id), refreshCase(client, into)]);
      return data;
    },
    sendReporterLink: async (): Promise<void> => {
      await sendReporterLink({ path: { id } });
      await refreshCase(client, id);
    },
    revokeFollow: async (followId: string): Promise<void> => {
      await revokeCaseFollow({ path: { id: followId } });
      await refreshCase(client, id);
    },
  };
};

export const openNewCase = async (body: OpenCase, key: string) =>
  (await openCase({ body, headers: { 'Idempotency-Key': key } })).data;

export const FILE_TYPES: readonly CaseFile['type'][] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
export const MOST_FILES = 5;

export const uploadFile = async (file: File): Promise<CaseFile> =>
  (await uploadCaseFile({ body: file, query: { name: file.name }, headers: { 'Content-Type': file.type } })).data;

export const fileHref = (id: string): string => `/api/v1/case-files/${id}`;

export const searchCases = async (text: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const { data } = await listCases({ query: { q: text, limit: 5 }, signal });
  return data.items.map((row) => ({
    id: row.id,
    label: `#${row.number} ${row.subject}`,
    description: row.customer.name,
    to: `/cases/${row.id}`,
  }));
};

/** The cases before and after this one in the list that was last looked at. */
export const neighboursIn = (client: QueryClient, id: string): { previous?: string; next?: string } => {
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: [{ _id: 'listCases' }] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const { state } of lists) {
    const ids = (state.data as InfiniteData<CasePage> | undefined)?.pages.flatMap((page) =>
      page.items.map((row) => row.id),
    );
    const at = ids?.indexOf(id) ?? -1;
    if (ids && at >= 0) return { previous: ids[at - 1], next: ids[at + 1] };
  }
  return {};
};

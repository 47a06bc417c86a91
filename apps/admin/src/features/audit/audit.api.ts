import { listAuditEvents, type AuditEvent, type ListAuditEventsData } from '@latchkey/api-client';
import { listStaffNamesOptions } from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';

export type { AuditEvent };

type Query = NonNullable<ListAuditEventsData['query']>;
export type AuditFilters = Pick<Query, 'action' | 'actorId' | 'customerId' | 'contactId'>;

export const useAuditEvents = (filters: AuditFilters) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listAuditEvents', query: filters }],
    queryFn: async ({ pageParam, signal }) =>
      (await listAuditEvents({ query: { ...filters, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useStaffNames = () => useQuery(listStaffNamesOptions());

import {
  checkAuditChain,
  client,
  getAuditEvent,
  listAuditEvents,
  listContacts,
  type AuditChainState,
  type AuditEvent,
  type ExportAuditData,
  type ListAuditEventsData,
} from '@latchkey/api-client';
import {
  getAuditChainOptions,
  getAuditChainQueryKey,
  getContactOptions,
  getCustomerOptions,
  listStaffNamesOptions,
} from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileFormat } from '../../ui/file-menu';

export type { AuditChainState, AuditEvent };

type Query = NonNullable<ListAuditEventsData['query']>;
export type AuditFilters = Omit<Query, 'cursor' | 'limit'>;

export const useAuditEvents = (filters: AuditFilters) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listAuditEvents', query: filters }],
    queryFn: async ({ pageParam, signal }) =>
      (await listAuditEvents({ query: { ...filters, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One line; `known` when the list has it already. */
export const useAuditEvent = (id: string, known: AuditEvent | undefined) =>
  useQuery({
    queryKey: ['getAuditEvent', id],
    queryFn: async ({ signal }) => (await getAuditEvent({ path: { id }, signal })).data,
    ...(known ? { initialData: known } : {}),
    // A line never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useStaffNames = () => useQuery(listStaffNamesOptions());

/** How what was chosen in the address is called. */
export const useCustomerName = (id: string) =>
  useQuery({ ...getCustomerOptions({ path: { id } }), enabled: id !== '' }).data?.name;
export const useContactName = (id: string) =>
  useQuery({ ...getContactOptions({ path: { id } }), enabled: id !== '' }).data?.name;

/** A few contacts whose name, e-mail or phone fits what is typed. */
export const usePeopleSearch = (q: string, customerId: string) =>
  useQuery({
    queryKey: [{ _id: 'listContacts', q, customerId, of: 'audit' }],
    queryFn: async ({ signal }) => {
      const query = { limit: 10, ...(q ? { q } : {}), ...(customerId ? { customerId } : {}) };
      return (await listContacts({ query, signal })).data.items;
    },
    placeholderData: keepPreviousData,
  });

export const useAuditChain = () => useQuery(getAuditChainOptions());

/** Portion by portion, so that no answer takes long however many lines there are; `done` is how many were read until now. */
export const useChainCheck = () => {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const check = useMutation({
    mutationFn: async () => {
      setDone(0);
      let state = (await checkAuditChain()).data;
      while (state.next !== null) {
        setDone(state.done);
        state = (await checkAuditChain({ query: { from: state.next } })).data;
      }
      return state;
    },
    onSuccess: (state) => client.setQueryData(getAuditChainQueryKey(), state),
  });
  return { ...check, done };
};

export const auditFile =
  (query: AuditFilters) =>
  (format: FileFormat): string =>
    client.buildUrl<ExportAuditData>({ url: '/api/v1/exports/audit.{format}', path: { format }, query });

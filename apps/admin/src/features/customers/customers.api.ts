import {
  changeCustomer,
  createCustomer,
  deactivateCustomer,
  deleteCustomer,
  getCustomer,
  listCustomerActivity,
  listCustomers,
  previewCustomerDeletion,
  reactivateCustomer,
  type ChangeCustomer,
  type CreateCustomer,
  type Customer,
  type ListCustomersData,
} from '@latchkey/api-client';
import { getCustomerOptions, listPortalAddressesOptions, listRightsProfilesOptions } from '@latchkey/api-client/query';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PaletteItem } from '../../app/shell/palette';

export type CustomerQuery = NonNullable<ListCustomersData['query']>;

const PALETTE_RESULTS = 5;

export const useCustomers = (query: CustomerQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listCustomers', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listCustomers({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What Ctrl+K finds. */
export const searchCustomers = async (text: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const { data } = await listCustomers({ query: { q: text, limit: PALETTE_RESULTS }, signal });
  return data.items.map(({ id, name, number, city }) => ({
    id,
    label: name,
    description: [number, city].filter(Boolean).join(' · '),
    to: `/customers/${id}/contacts`,
  }));
};

export const useCustomer = (id: string) => useQuery(getCustomerOptions({ path: { id } }));
export const fetchCustomer = async (id: string): Promise<Customer> => (await getCustomer({ path: { id } })).data;
export const usePortalAddresses = () => useQuery(listPortalAddressesOptions());

export const useRightsProfiles = () => useQuery(listRightsProfilesOptions());

export const useCustomerActivity = (id: string) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listCustomerActivity', id }],
    queryFn: async ({ pageParam, signal }) =>
      (await listCustomerActivity({ path: { id }, query: { cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const customerDeletionOptions = (id: string) =>
  queryOptions({
    queryKey: ['previewCustomerDeletion', id],
    queryFn: async ({ signal }) => (await previewCustomerDeletion({ path: { id }, signal })).data,
    staleTime: 0,
    gcTime: 0,
  });

export const saveNewCustomer = async (body: CreateCustomer, key: string): Promise<Customer> =>
  (await createCustomer({ body, headers: { 'Idempotency-Key': key } })).data;

export const saveCustomer = async (row: { id: string; version: number }, body: ChangeCustomer): Promise<Customer> =>
  (await changeCustomer({ path: { id: row.id }, headers: { 'If-Match': `"${row.version}"` }, body })).data;

export const closeCustomer = (id: string) => deactivateCustomer({ path: { id } });
export const reopenCustomer = (id: string) => reactivateCustomer({ path: { id } });
export const removeCustomer = (id: string) => deleteCustomer({ path: { id } });

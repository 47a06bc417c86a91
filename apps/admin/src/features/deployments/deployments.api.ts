import {
  changeDeployment,
  createDeployment,
  deactivateDeployment,
  deleteDeployment,
  getCustomer,
  getDeployment,
  listDeploymentActivity,
  listDeployments,
  listStaffNames,
  reactivateDeployment,
  type ChangeDeployment,
  type CreateDeployment,
  type Deployment,
  type ListDeploymentsData,
} from '@latchkey/api-client';
import { getDeploymentOptions, getDeploymentTrafficOptions } from '@latchkey/api-client/query';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PaletteItem } from '../../app/shell/palette';

export type DeploymentQuery = NonNullable<ListDeploymentsData['query']>;

const PALETTE_RESULTS = 5;
const CHOICES = 10;

/** Everything that may read differently after a deployment, its portal or a device changed. */
export const TOUCHED: readonly string[] = [
  'listDeployments',
  'getDeployment',
  'listDeploymentActivity',
  'getDeploymentPortal',
  'getDeploymentChecklist',
  'listDevices',
  'getDevice',
  'listDeviceActivity',
  'listDeviceFiles',
  'getCustomer',
  'palette',
];

const isTouched = ([first]: readonly unknown[]): boolean =>
  TOUCHED.includes(typeof first === 'string' ? first : String((first as { _id?: string } | undefined)?._id));

/** Runs an act, then fetches what is shown again. */
export const useDeploymentAct = () => {
  const client = useQueryClient();
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = await act();
    void client.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey) });
    return result;
  };
};

export const useDeployments = (query: DeploymentQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listDeployments', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listDeployments({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What Ctrl+K finds. */
export const searchDeployments = async (text: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const { data } = await listDeployments({ query: { q: text, limit: PALETTE_RESULTS }, signal });
  return data.items.map(({ id, name, customer, city }) => ({
    id,
    label: name,
    description: [customer.name, city].filter(Boolean).join(' · '),
    to: `/deployments/${id}`,
  }));
};

/** A few active deployments whose name, address or customer fits what is typed. */
export const deploymentSearchOptions = (text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listDeployments', text }],
    queryFn: async ({ signal }) =>
      (await listDeployments({ query: { ...(text ? { q: text } : {}), status: 'active', limit: CHOICES }, signal }))
        .data.items,
    placeholderData: keepPreviousData,
  });

export const useDeployment = (id: string) => useQuery(getDeploymentOptions({ path: { id } }));
export const fetchDeployment = async (id: string): Promise<Deployment> => (await getDeployment({ path: { id } })).data;
export const useDeploymentTraffic = (id: string) => useQuery(getDeploymentTrafficOptions({ path: { id } }));

/** The customer that a new deployment is made for. */
export const chosenCustomerOptions = (id: string) =>
  queryOptions({
    queryKey: [{ _id: 'getCustomer', chosen: id }],
    queryFn: async ({ signal }) => {
      const { data } = await getCustomer({ path: { id }, signal });
      return { id: data.id, name: data.name, language: data.language };
    },
  });

export const useDeploymentActivity = (id: string) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listDeploymentActivity', id }],
    queryFn: async ({ pageParam, signal }) =>
      (await listDeploymentActivity({ path: { id }, query: { cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useStaffNames = () =>
  useQuery({
    queryKey: ['listStaffNames'],
    queryFn: async ({ signal }) => (await listStaffNames({ signal })).data.items,
    staleTime: 5 * 60_000,
  });

export const saveNewDeployment = async (body: CreateDeployment, key: string): Promise<Deployment> =>
  (await createDeployment({ body, headers: { 'Idempotency-Key': key } })).data;

export const saveDeployment = async (
  row: { id: string; version: number },
  body: ChangeDeployment,
): Promise<Deployment> =>
  (await changeDeployment({ path: { id: row.id }, headers: { 'If-Match': `"${row.version}"` }, body })).data;

export const closeDeployment = (id: string) => deactivateDeployment({ path: { id } });
export const reopenDeployment = (id: string) => reactivateDeployment({ path: { id } });
export const removeDeployment = (id: string) => deleteDeployment({ path: { id } });

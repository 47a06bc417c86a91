import {
  listImportRows,
  listImports,
  mapImport,
  runImport,
  undoImport,
  uploadImport,
  type Import,
  type ListImportRowsData,
} from '@latchkey/api-client';
import { getImportOptions, getImportQueryKey } from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileFormat } from '../../ui/file-menu';
import { isAtWork } from './import-words';

export type Verdict = NonNullable<NonNullable<ListImportRowsData['query']>['verdict']>;

const WATCH_MS = 1_000;

export const useImports = () =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listImports' }],
    queryFn: async ({ pageParam, signal }) => (await listImports({ query: { cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isAtWork)) ? 2 * WATCH_MS : false,
  });

/** Asks each second while a worker has it. */
export const useImport = (id: string) =>
  useQuery({
    ...getImportOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? WATCH_MS : false),
  });

/** The verdicts of one state: the dry run's and the run's differ in their links and reasons. */
export const useImportRows = (file: Pick<Import, 'id' | 'state'>, verdict: Verdict | undefined) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listImportRows', id: file.id, state: file.state, verdict }],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listImportRows({
          path: { id: file.id },
          query: { cursor: pageParam, limit: 50, ...(verdict ? { verdict } : {}) },
          signal,
        })
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const upload = async (file: File, kind: Import['kind']): Promise<Import> =>
  (await uploadImport({ body: file, query: { fileName: file.name, kind } })).data;

/** What a finished or undone import changes elsewhere. */
const TOUCHED = new Set([
  'listCustomers',
  'getCustomer',
  'listContacts',
  'getContact',
  'listDeployments',
  'getDeployment',
  'getDeploymentChecklist',
  'listDevices',
  'getDevice',
  'listDeviceModels',
  'getDashboard',
  'palette',
]);

/** The acts on one import; each shows the answer at once. */
export const useImportActs = (id: string) => {
  const client = useQueryClient();
  const after = ({ data }: { data: Import }): void => {
    client.setQueryData(getImportQueryKey({ path: { id } }), data);
    void client.invalidateQueries({ queryKey: [{ _id: 'listImports' }] });
  };
  return {
    check: async (mapping: Import['mapping']) => after(await mapImport({ path: { id }, body: { mapping } })),
    run: async () => after(await runImport({ path: { id } })),
    undo: async () => after(await undoImport({ path: { id } })),
    /** Call it when the work is over. */
    refreshOthers: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [first] }) =>
          TOUCHED.has(typeof first === 'string' ? first : String((first as { _id?: string } | undefined)?._id)),
      }),
  };
};

export const resultHref =
  (id: string) =>
  (format: FileFormat): string =>
    `/api/v1/imports/${id}/result.${format}`;

export const EXPORTS = ['customers', 'contacts', 'deployments', 'devices', 'labels', 'cases'] as const;
export const exportHref =
  (name: (typeof EXPORTS)[number]) =>
  (format: FileFormat): string =>
    `/api/v1/exports/${name}.${format}`;

import {
  archiveCaseTemplate,
  changeCaseTemplate,
  createCaseTemplate,
  getCaseTemplate,
  getCaseTemplateVersion,
  listCaseTemplates,
  listDeviceModels,
  listStaffNames,
  restoreCaseTemplate,
  type CaseTemplate,
  type ChangeCaseTemplate,
  type CreateCaseTemplate,
  type ListCaseTemplatesData,
} from '@latchkey/api-client';
import { getCaseTemplateOptions, getCaseTemplateQueryKey } from '@latchkey/api-client/query';
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { PaletteItem } from '../../app/shell/palette';

export type TemplateQuery = NonNullable<ListCaseTemplatesData['query']>;

export const useTemplates = (query: TemplateQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listCaseTemplates', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listCaseTemplates({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Somebody may be typing: nothing is fetched behind the person's back. */
export const useTemplate = (id: string) =>
  useQuery({ ...getCaseTemplateOptions({ path: { id } }), staleTime: 30_000, refetchOnWindowFocus: false });

export const versionOptions = (id: string, number: number) =>
  queryOptions({
    queryKey: [{ _id: 'getCaseTemplateVersion', id, number }],
    queryFn: async ({ signal }) => (await getCaseTemplateVersion({ path: { id, number }, signal })).data,
    // A version never changes.
    staleTime: Infinity,
  });

export const modelOptions = (text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listDeviceModels', text }],
    queryFn: async ({ signal }) => (await listDeviceModels({ query: text ? { q: text } : {}, signal })).data.items,
    placeholderData: keepPreviousData,
  });

export const staffNamesOptions = queryOptions({
  queryKey: ['listStaffNames'],
  queryFn: async ({ signal }) => (await listStaffNames({ signal })).data.items,
  staleTime: 5 * 60_000,
});

const keep = (client: QueryClient, template: CaseTemplate): CaseTemplate => {
  client.setQueryData(getCaseTemplateQueryKey({ path: { id: template.id } }), template);
  void client.invalidateQueries({ queryKey: [{ _id: 'listCaseTemplates' }] });
  return template;
};

export const useTemplateActs = () => {
  const client = useQueryClient();
  return {
    create: async (body: CreateCaseTemplate, key: string): Promise<CaseTemplate> =>
      keep(client, (await createCaseTemplate({ body, headers: { 'Idempotency-Key': key } })).data),
    /** Throws row.changed when somebody was faster. */
    change: async ({ id, version }: CaseTemplate, body: ChangeCaseTemplate): Promise<CaseTemplate> =>
      keep(client, (await changeCaseTemplate({ path: { id }, headers: { 'If-Match': `"${version}"` }, body })).data),
    archive: async (id: string): Promise<CaseTemplate> =>
      keep(client, (await archiveCaseTemplate({ path: { id } })).data),
    restore: async (id: string): Promise<CaseTemplate> =>
      keep(client, (await restoreCaseTemplate({ path: { id } })).data),
    /** As it is stored now. */
    newest: async (id: string): Promise<CaseTemplate> => keep(client, (await getCaseTemplate({ path: { id } })).data),
  };
};

export const searchTemplates = async (text: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const { data } = await listCaseTemplates({ query: { q: text, limit: 5 }, signal });
  return data.items.map(({ id, name }) => ({ id, label: name, to: `/case-templates/${id}` }));
};

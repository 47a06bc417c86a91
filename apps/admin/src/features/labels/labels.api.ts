import {
  createLabels,
  getLabelCode,
  listDevices,
  listLabels,
  markLabelsPrinted,
  printLabels,
  printLabelTestPage,
  printOwnTestPage,
  printPoster,
  replaceLabel,
  revokeLabel,
  type CreateLabels,
  type Label,
  type LabelCode,
  type LabelRow,
  type LabelsCreated,
  type ListLabelsData,
  type ListLabelStocksData,
  type OwnLabelStock,
  type PrintLabels,
  type PrintPoster,
} from '@latchkey/api-client';
import { getDeploymentOptions, getLabelOptions, listLabelStocksOptions } from '@latchkey/api-client/query';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';

export type LabelQuery = NonNullable<ListLabelsData['query']>;
export type PrintLanguage = NonNullable<NonNullable<ListLabelStocksData['query']>['language']>;

export const useLabels = (query: LabelQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listLabels', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listLabels({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Devices in service that have no label, of one deployment or of all. */
export const useDevicesWithout = (deploymentId?: string) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listDevices', without: deploymentId ?? null }],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listDevices({
          query: {
            label: 'none',
            status: 'active',
            limit: 50,
            cursor: pageParam,
            ...(deploymentId ? { deploymentId } : {}),
          },
          signal,
        })
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useLabel = (id: string) => useQuery(getLabelOptions({ path: { id } }));
/** Named in the language of the screen. */
export const useStocks = (language: PrintLanguage) =>
  useQuery({ ...listLabelStocksOptions({ query: { language } }), staleTime: Infinity });
export const useDeployment = (id: string) => useQuery(getDeploymentOptions({ path: { id } }));

/** So many labels go into one file. */
const MOST_PRINTED = 1000;

/** All labels in use of one deployment, as far as one file holds them. */
export const labelsInUseOptions = (deploymentId: string) =>
  queryOptions({
    queryKey: [{ _id: 'listLabels', inUse: deploymentId }],
    queryFn: async ({ signal }) => {
      const all: LabelRow[] = [];
      let cursor: string | null | undefined;
      do {
        const query = { deploymentId, state: 'active' as const, limit: 100, ...(cursor ? { cursor } : {}) };
        const { data } = await listLabels({ query, signal });
        all.push(...data.items);
        cursor = data.nextCursor;
      } while (cursor && all.length < MOST_PRINTED);
      // In the order in which somebody goes along the devices with the sheet.
      return all
        .slice(0, MOST_PRINTED)
        .toSorted((a, b) => (a.device?.name ?? '').localeCompare(b.device?.name ?? '', undefined, { numeric: true }));
    },
  });

/** Holds the label's secret: kept in component state only. */
export const fetchCode = async (id: string): Promise<LabelCode> => (await getLabelCode({ path: { id } })).data;

export const fetchLabels = async (body: PrintLabels): Promise<Blob> =>
  (await printLabels({ body, parseAs: 'blob' })).data as Blob;

export const fetchTestPage = async (stock: string, language: PrintLanguage): Promise<Blob> =>
  (await printLabelTestPage({ path: { id: stock }, query: { language }, parseAs: 'blob' })).data as Blob;

/** Lines around every label of a size of one's own, to hold against the sheet. */
export const fetchOwnTestPage = async (ownStock: OwnLabelStock, language: PrintLanguage): Promise<Blob> =>
  (await printOwnTestPage({ body: { ownStock, language }, parseAs: 'blob' })).data as Blob;

export const fetchPoster = async (deploymentId: string, body: PrintPoster): Promise<Blob> =>
  (await printPoster({ path: { id: deploymentId }, body, parseAs: 'blob' })).data as Blob;

/** Acts on labels; lists of labels and devices follow. */
export const useLabelActs = () => {
  const client = useQueryClient();
  const after = async <Result>(act: Promise<{ data: Result }>): Promise<Result> => {
    const { data } = await act;
    const shown = ['listLabels', 'getLabel', 'listDevices', 'getDevice', 'getDeploymentChecklist'];
    await Promise.all(shown.map((_id) => client.invalidateQueries({ queryKey: [{ _id }] })));
    return data;
  };
  return {
    make: (body: CreateLabels, key: string): Promise<LabelsCreated> =>
      after(createLabels({ body, headers: { 'Idempotency-Key': key } })),
    /** Answers the new label. */
    replace: (id: string, key: string): Promise<Label> =>
      after(replaceLabel({ path: { id }, body: {}, headers: { 'Idempotency-Key': key } })),
    revoke: (id: string): Promise<Label> => after(revokeLabel({ path: { id } })),
    markPrinted: (ids: string[]): Promise<{ marked: number }> => after(markLabelsPrinted({ body: { ids } })),
  };
};

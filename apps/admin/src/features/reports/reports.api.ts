import {
  client,
  listAccessReport,
  type AccessReportRow,
  type ExportAccessData,
  type ListAccessReportData,
} from '@latchkey/api-client';
import { getCustomerOptions } from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { FileFormat } from '../../ui/file-menu';

export type { AccessReportRow };

export type ReportQuery = Omit<NonNullable<ListAccessReportData['query']>, 'cursor' | 'limit'>;

export const REPORT_LISTS = ['listAccessReport', 'countAccessReport'];

export const useAccessReport = (query: ReportQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listAccessReport', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listAccessReport({ query: { limit: 50, ...query, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** How the customer in the address is called. */
export const useCustomerName = (id: string) =>
  useQuery({ ...getCustomerOptions({ path: { id } }), enabled: id !== '' }).data?.name;

export const accessFile =
  (query: ReportQuery) =>
  (format: FileFormat): string =>
    client.buildUrl<ExportAccessData>({ url: '/api/v1/exports/access.{format}', path: { format }, query });

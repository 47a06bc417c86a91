import { client, type ExportPasswordRequestsData } from '@latchkey/api-client';
import { countPasswordResetsOptions } from '@latchkey/api-client/query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ResetQuery } from '../../shared/resets/reset-words';
import type { FileFormat } from '../../ui/file-menu';

/** Of all states, whichever is shown. */
export const useResetCounts = ({ state: _, ...query }: ResetQuery) =>
  useQuery({ ...countPasswordResetsOptions({ query }), placeholderData: keepPreviousData });

export const requestsFile =
  (query: ResetQuery) =>
  (format: FileFormat): string =>
    client.buildUrl<ExportPasswordRequestsData>({
      url: '/api/v1/exports/password-requests.{format}',
      path: { format },
      query,
    });

import { getPublicCompany } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../lib/query-keys';
import { toCompany } from '../lib/to-company';

export const usePublicCompany = () =>
  useQuery({
    queryKey: queryKeys.company,
    queryFn: async () => toCompany((await getPublicCompany()).data),
    staleTime: 10 * 60_000,
  });

import {
  createApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKey,
  type CreateApiKey,
  type CreatedApiKey,
} from '@latchkey/api-client';
import { listApiKeyScopesOptions } from '@latchkey/api-client/query';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';

const KEYS = [{ _id: 'listApiKeys' }];

export type { ApiKey };

export const useApiKeys = () =>
  useInfiniteQuery({
    queryKey: KEYS,
    queryFn: async ({ pageParam, signal }) =>
      (await listApiKeys({ query: { cursor: pageParam, limit: 100 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useScopes = () => useQuery(listApiKeyScopesOptions());

/** Runs an act on keys, then fetches the list again. */
export const useKeyAct = () => {
  const client = useQueryClient();
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = await act();
    void client.invalidateQueries({ queryKey: KEYS });
    return result;
  };
};

/** The answer holds the key: it stays in the dialog's state and goes with it. */
export const createKey = async (body: CreateApiKey): Promise<CreatedApiKey> => (await createApiKey({ body })).data;

export const revokeKey = (id: string) => revokeApiKey({ path: { id } });

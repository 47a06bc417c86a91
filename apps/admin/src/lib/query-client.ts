import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem';

const STALE_MS = 15_000;
const MAX_RETRIES = 2;

/** A refusal stays a refusal; only what may pass by itself (no answer, 5xx) is tried again. */
export const shouldRetry = (failures: number, error: unknown): boolean => {
  const { status } = toProblem(error);
  return !(status >= 400 && status < 500) && failures < MAX_RETRIES;
};

/** `onSignedOut` runs once per 401, from queries and from actions alike. */
export const createQueryClient = (onSignedOut: () => void): QueryClient => {
  const onError = (error: unknown): void => {
    if (toProblem(error).status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry: shouldRetry },
      mutations: { retry: false },
    },
  });
};

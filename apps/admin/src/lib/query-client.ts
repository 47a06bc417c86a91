import { QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem';

const STALE_MS = 15_000;
const MAX_RETRIES = 2;

/** A refusal stays a refusal; only what may pass by itself (no answer, 5xx) is tried again. */
export const shouldRetry = (failures: number, error: unknown): boolean => {
  const { status } = toProblem(error);
  return !(status >= 400 && status < 500) && failures < MAX_RETRIES;
};

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry: shouldRetry },
      mutations: { retry: false },
    },
  });

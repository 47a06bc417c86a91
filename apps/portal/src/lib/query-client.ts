import { QueryClient } from '@tanstack/react-query';

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;

/** A refusal stays a refusal; only a lost answer or a broken server is worth asking again. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  const status = statusOf(error);
  return failures < 2 && (status === undefined || status >= 500);
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: isWorthRetrying },
      // Offline, a mutation waits and goes out once the network is back.
      mutations: { networkMode: 'online', retry: false },
    },
  });

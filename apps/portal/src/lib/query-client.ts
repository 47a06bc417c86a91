import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isConnectionLost, problemCode } from './problem';
import { PERSONAL_KEYS, queryKeys } from './query-keys';

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;

/** A refusal stays a refusal; only a lost answer or a broken server is worth asking again. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  const status = statusOf(error);
  return failures < 2 && (status === undefined || status >= 500);
}

/** For what carries an Idempotency-Key: sent again after a lost answer, it still arrives once (D12). */
export const isWorthSendingAgain = (failures: number, error: unknown): boolean =>
  failures < 5 && (isConnectionLost(error) || problemCode(error) === 'idempotency.in_progress');

/** What was fetched for one person goes before another one looks. */
export function forgetPerson(client: QueryClient, type: 'all' | 'inactive' = 'all'): void {
  for (const queryKey of PERSONAL_KEYS) client.removeQueries({ queryKey, type });
}

const SESSION_CHANGED = [
  'session.required',
  'session.company_required',
  'session.password_change_required',
  'access.denied',
];

/**
 * A refusal says that the session is over, or not what it was: a deactivation bites at the next request (INV-8). Which of
 * the two, the session itself answers: another act or tab may just have given it a new id while this request was on its way.
 */
export function heedSession(client: QueryClient, error: unknown): void {
  const code = problemCode(error);
  if (code && SESSION_CHANGED.includes(code)) void client.invalidateQueries({ queryKey: queryKeys.session });
}

export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => heedSession(client, error);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: isWorthRetrying },
      // Offline, a mutation waits and goes out once the network is back.
      mutations: { networkMode: 'online', retry: false },
    },
  });
  return client;
}

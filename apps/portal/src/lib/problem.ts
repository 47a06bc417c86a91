import { isApiProblem, type ApiProblem } from '@latchkey/api-client';
import type { Failure } from './failure';

/** The problem code of an error, if it came from the API. */
export const problemCode = (error: unknown): string | undefined => (isApiProblem(error) ? error.code : undefined);

/** True when no answer came at all: fetch says so with a TypeError. */
export const isConnectionLost = (error: unknown): boolean => error instanceof TypeError;

/** What a page shows of an error: a code to find the sentence by, the request's id, and how long to wait. */
export function toFailure(error: unknown, now = Date.now()): Failure {
  if (isConnectionLost(error)) return { code: 'network' };
  if (!isApiProblem(error)) return { code: 'unknown' };
  const seconds = waitSeconds(error);
  return {
    code: exactCode(error),
    // A refusal explains itself; the number helps us to find out what broke.
    requestId: error.status >= 500 ? error.instance : undefined,
    waitUntil: seconds > 0 ? new Date(now + seconds * 1000).toISOString() : undefined,
  };
}

/** Seconds until the next try is looked at; 0 when there is no wait. */
export function waitSeconds(error: unknown): number {
  const seconds = isApiProblem(error) ? error['waitSeconds'] : undefined;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

/** A weak password comes with the reason at its field, which says more than the code of the whole. */
const exactCode = (problem: ApiProblem): string =>
  problem.code === 'password.weak' ? (problem.errors?.[0]?.code ?? problem.code) : problem.code;

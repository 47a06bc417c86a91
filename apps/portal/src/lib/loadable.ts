import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { Failure } from './failure';
import { toFailure } from './problem';

/** What a page shows: not here yet, could not be fetched, or here. */
export type Loadable<T> =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; onRetry: () => void }
  | { status: 'ready'; data: T };

/** Where a form stands. `waitingForNetwork` means kept on this device and sent once the network is back. */
export type Submission =
  | { status: 'idle' }
  | { status: 'busy'; progress?: Progress | undefined; isProving?: boolean | undefined }
  | { status: 'waitingForNetwork' }
  | { status: 'failed'; failure: Failure }
  | { status: 'done' };

/** How many of a form's photos have arrived. */
export interface Progress {
  sent: number;
  of: number;
}

type Query<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;

/** What is here stays on the screen while a later try to fetch it fails. */
export function toLoadable<T>({ data, error, refetch }: Query<T>): Loadable<T> {
  if (data !== undefined) return { status: 'ready', data };
  if (error) return { status: 'failed', failure: toFailure(error), onRetry: () => void refetch() };
  return { status: 'loading' };
}

type Mutation = Pick<UseMutationResult<unknown, unknown>, 'isPaused' | 'isPending' | 'isSuccess' | 'error'> & {
  /** The browser does some work that the server asked for. */
  isProving?: boolean;
};

export function toSubmission(mutation: Mutation, progress?: Progress): Submission {
  const { isPaused, isPending, isSuccess, error, isProving } = mutation;
  if (isPaused) return { status: 'waitingForNetwork' };
  if (isPending) return { status: 'busy', progress, isProving };
  if (error) return { status: 'failed', failure: toFailure(error) };
  return { status: isSuccess ? 'done' : 'idle' };
}

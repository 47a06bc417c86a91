export interface Failure {
  /** The problem code of the API, such as `case.not_found`. */
  code?: string | undefined;
  requestId?: string | undefined;
}

/** What a page shows: not here yet, could not be fetched, or here. */
export type Loadable<T> =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; onRetry: () => void }
  | { status: 'ready'; data: T };

/** Where a form stands. `waitingForNetwork` means kept on this device and sent once the network is back. */
export type Submission =
  | { status: 'idle' }
  | { status: 'busy' }
  | { status: 'waitingForNetwork' }
  | { status: 'failed'; failure: Failure }
  | { status: 'done' };

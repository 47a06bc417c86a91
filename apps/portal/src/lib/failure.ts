export interface Failure {
  /** The problem code of the API, such as `row.not_found`; `network` when there was no answer. */
  code?: string | undefined;
  /** To be told to the company when something broke. */
  requestId?: string | undefined;
  /** When the next try is looked at, after too many. */
  waitUntil?: string | undefined;
}

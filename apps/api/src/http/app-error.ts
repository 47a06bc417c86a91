import { ERROR_CODES, type ErrorCode } from './error-codes.js';

/** One thing wrong with the input: an RFC 6901 pointer into the body (or the parameter's name) and a code. */
export interface InputProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** Any expected failure. `facts` go to the client beside the code, so they hold nothing that is not the client's to know. */
export class AppError extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: ErrorCode,
    readonly facts: Record<string, unknown> & { errors?: InputProblem[]; retryAfter?: number } = {},
  ) {
    super(code);
    [this.status, this.title] = ERROR_CODES[code];
  }
}

/** A 422 about one field of the body. */
export const fieldError = (pointer: string, code: ErrorCode, detail: string = ERROR_CODES[code][1]): AppError =>
  new AppError(code, { errors: [{ pointer, code, detail }] });

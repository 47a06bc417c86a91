import { AppError } from './app-error.js';
import type { ErrorCode } from './error-codes.js';

/** Runs the work; a collision with one of the named constraints becomes the precise code of the client. */
export async function coded<T>(codes: Readonly<Record<string, ErrorCode>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { driverError, constraint = driverError?.constraint } = error as {
      driverError?: { constraint?: string };
      constraint?: string;
    };
    const code = constraint === undefined ? undefined : codes[constraint];
    throw code ? new AppError(code) : error;
  }
}

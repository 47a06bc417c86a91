import { problemCode } from '../lib/problem';

/** A link that does not work any more; also a token that is none at all, as from a link that a mail program cut off. */
export const isDeadLink = (error: unknown): boolean =>
  ['link.invalid', 'request.invalid_body'].includes(problemCode(error) ?? '') && !hasPointer(error, '/password');

const hasPointer = (error: unknown, pointer: string): boolean =>
  (error as { errors?: { pointer: string }[] }).errors?.some((one) => one.pointer === pointer) ?? false;

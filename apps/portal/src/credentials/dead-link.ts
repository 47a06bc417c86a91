import { isApiProblem } from '@latchkey/api-client';
import { problemCode } from '../lib/problem';
import type { LinkEnd } from './link-ends';

/** A link that does not work any more; also a token that is none at all, as from a link that a mail program cut off. */
export const isDeadLink = (error: unknown): boolean =>
  ['link.invalid', 'request.invalid_body'].includes(problemCode(error) ?? '') && !hasPointer(error, '/password');

const hasPointer = (error: unknown, pointer: string): boolean =>
  (error as { errors?: { pointer: string }[] }).errors?.some((one) => one.pointer === pointer) ?? false;

/** Why an invitation ended, when that was the answer. */
export function linkEndOf(error: unknown): LinkEnd | undefined {
  if (!isApiProblem(error)) return undefined;
  const sentAt = error['sentAt'];
  if (error.code === 'link.replaced' && typeof sentAt === 'string') return { why: 'replaced', sentAt };
  const why = (['used', 'revoked', 'expired'] as const).find((one) => error.code === `link.${one}`);
  return why && { why };
}

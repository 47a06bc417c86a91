import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from './access.js';
import { createIdOf } from './idempotency.js';
import { versionOf } from './if-match.js';

/** Who changes a row, and which version of it they saw. */
export interface Editing<A> {
  actor: A;
  version: number;
}

/** Who creates a row, and the id it gets (CreateId). */
export interface Creating<A> {
  actor: A;
  id: string;
}

/** `@Actor()` and `@IfMatch()` in one, for methods that also take params and a body. */
export const EditingActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  return { actor: request.actor, version: versionOf(request) };
});

/** `@Actor()` and `@CreateId()` in one. */
export const CreatingActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  return { actor: request.actor, id: createIdOf(request) };
});

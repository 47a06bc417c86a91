import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.js';

/** The version a change is based on, from If-Match: "3". Missing is 428, unreadable is 412. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function versionOf(request: FastifyRequest): number {
  const value = request.headers['if-match'];
  if (value === undefined) throw new AppError('row.version_required');
  const version = /^"(\d{1,9})"$/.exec(value)?.[1];
  if (!version) throw new AppError('row.changed');
  return Number(version);
}

/** Names the header in the contract. */
export const NeedsVersion = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The version the change is based on, quoted: "3"',
      schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
    }),
  );

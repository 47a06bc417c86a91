import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../http/app-error.js';
import { LOGO_TYPES } from './logo.service.js';

/** The raw body, not read yet. Throws file.type_not_allowed unless it is declared as one of our picture types. */
export const LogoUpload = createParamDecorator((_: unknown, context: ExecutionContext): Readable => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const isKnown = (LOGO_TYPES as readonly (string | undefined)[]).includes(type);
  if (!isKnown || !(request.body instanceof Readable)) throw new AppError('file.type_not_allowed');
  return request.body;
});

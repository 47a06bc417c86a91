import { Readable } from 'node:stream';
import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.js';

const UPLOAD = 'latchkey:upload';

/** The route reads a raw body of one of these types as a stream. All other routes take JSON only. */
export const TakesUpload = (...types: string[]) => applyDecorators(SetMetadata(UPLOAD, true), ApiConsumes(...types));

/**
 * A body that is a stream reaches only routes that read one. Anywhere else every walk over the body would walk over
 * the socket behind it, round and round until the stack ends.
 */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!(body instanceof Readable)) return true;
    const isExpected = this.reflector.get<boolean | undefined>(UPLOAD, context.getHandler()) ?? false;
    if (!isExpected) throw new AppError('request.unsupported_type');
    return true;
  }
}

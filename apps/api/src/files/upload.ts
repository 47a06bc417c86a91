import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../http/app-error.js';
import { FILE_TYPES, type FileType, MOST_BYTES } from './file-types.js';

export interface UploadedBody {
  type: FileType;
  stream: Readable;
}

/** The raw body of a request, not read yet, and its content type. Throws file.type_not_allowed, file.too_large. */
export const Upload = createParamDecorator((_: unknown, context: ExecutionContext): UploadedBody => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const known = FILE_TYPES.find((candidate) => candidate === type);
  if (!known || !(request.body instanceof Readable)) throw new AppError('file.type_not_allowed');
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new AppError('file.too_large');
  return { type: known, stream: request.body };
});

/** All bytes of the stream; stops reading at the first one too many (D19). Throws file.too_large. */
export async function readAll(stream: Readable, most = MOST_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new AppError('file.too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

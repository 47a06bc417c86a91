import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logo } from './logo.service.js';

/** Asked for with every page: kept for five minutes, then confirmed by its ETag. */
export function sendLogo(request: FastifyRequest, reply: FastifyReply, { png, etag }: Logo): void {
  void reply.headers({ etag, 'cache-control': 'public, max-age=300' });
  if (request.headers['if-none-match'] === etag) void reply.code(304).send();
  else void reply.header('content-type', 'image/png').send(png);
}

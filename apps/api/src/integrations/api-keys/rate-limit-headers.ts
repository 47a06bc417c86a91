import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface RateLimit {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

/** Puts RateLimit-Limit, -Remaining and -Reset on the answer to a key, whichever way the answer was made. */
@Injectable()
export class RateLimitHeaders implements OnModuleInit {
  private readonly noted = new WeakMap<FastifyRequest, RateLimit>();

  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // Without an HTTP server (the worker) there is nothing to put headers on.
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    fastify?.addHook('onSend', async (request, reply) => this.write(request, reply));
  }

  note(request: FastifyRequest, limit: RateLimit): void {
    this.noted.set(request, limit);
  }

  private write(request: FastifyRequest, reply: FastifyReply): void {
    const limit = this.noted.get(request);
    if (!limit) return;
    void reply.headers({
      'ratelimit-limit': limit.limit,
      'ratelimit-remaining': limit.remaining,
      'ratelimit-reset': limit.resetSeconds,
    });
  }
}

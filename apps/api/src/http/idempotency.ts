import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, type Observable } from 'rxjs';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';
import { newId } from '../db/id.js';
import { first, rows, WITHOUT_WAITING } from '../db/sql.js';
import type { AuthenticatedRequest } from './access.js';
import { AppError } from './app-error.js';

const IDEMPOTENT = 'latchkey:idempotent';
const KEY = /^[\x21-\x7e]{1,200}$/;

function ownerAndKey(request: AuthenticatedRequest): [string, string] | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  if (!KEY.test(key)) throw new AppError('idempotency.key_invalid');
  return [ownerOf(request.actor), key];
}

/** A visit's keys belong to its browser: a report kept while offline may be sent in the next visit. */
const ownerOf = (actor: AuthenticatedRequest['actor']): string =>
  actor?.kind === 'visit' ? `visit:${actor.browserId}` : `${actor?.kind ?? 'anyone'}:${actor?.id ?? ''}`;

/** What makes two requests the same. A proof of work is good for one try: the next one comes with another or, answered before, needs none. */
const contentOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'challenge' in body ? { ...body, challenge: undefined } : (body ?? null);

/** Id for the row to be created: the same for every try with one key, so that even a crash between commit and answer makes one row. */
export const CreateId = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  createIdOf(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);

export function createIdOf(request: AuthenticatedRequest): string {
  const pair = ownerAndKey(request);
  if (!pair) return newId();
  const hex = createHash('sha256').update(pair.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Rule {
  required: boolean;
  isSecret: boolean;
}

interface Stored {
  requestHash: string;
  status: number | null;
  body: unknown;
  stale: boolean;
}

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: DataSource,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.reflector.get<Rule | undefined>(IDEMPOTENT, context.getHandler());
    if (!rule) return next.handle();
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const pair = ownerAndKey(request);
    if (pair) return from(this.once({ pair, rule }, context, next));
    if (rule.required || request.actor?.kind === 'key') throw new AppError('idempotency.key_required');
    return next.handle();
  }

  private async once(
    { pair, rule }: { pair: [string, string]; rule: Rule },
    context: ExecutionContext,
    next: CallHandler,
  ): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(contentOf(request.body))}`)
      .digest('base64url');
    const replay = await this.claim(pair, hash);
    if (replay && !rule.isSecret) {
      void reply.code(replay.status).header('idempotency-replayed', 'true');
      return replay.body;
    }
    try {
      const body: unknown = await lastValueFrom(next.handle());
      await rows(
        this.db,
        `UPDATE idempotency_keys SET status = $3, body = $4 WHERE owner = $1 AND key = $2 RETURNING ${WITHOUT_WAITING}`,
        [...pair, reply.statusCode, rule.isSecret ? null : JSON.stringify(body)],
      );
      return body;
    } catch (error) {
      await rows(this.db, `DELETE FROM idempotency_keys WHERE owner = $1 AND key = $2 AND status IS NULL`, pair);
      throw error;
    }
  }

  /**
   * Undefined when this request is the one that does the work; else the stored answer. Neither is waited for until it is on
   * the disk: what a crash of PostgreSQL loses is done again, under the same id (CreateId).
   */
  private async claim(pair: [string, string], hash: string): Promise<{ status: number; body: unknown } | undefined> {
    const claimed = await rows(
      this.db,
      `INSERT INTO idempotency_keys (owner, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING ${WITHOUT_WAITING}`,
      [...pair, hash],
    );
    if (claimed.length === 1) return undefined;
    const stored = await first<Stored>(
      this.db,
      `SELECT request_hash AS "requestHash", status, body, created_at < now() - interval '1 minute' AS stale FROM idempotency_keys WHERE owner = $1 AND key = $2`,
      pair,
    );
    if (stored && stored.requestHash !== hash) throw new AppError('idempotency.key_reused');
    if (stored?.status) return { status: stored.status, body: stored.body };
    // Its process died: the row's id is derived from the key (CreateId), so doing it again cannot make a second one.
    if (stored?.stale) return undefined;
    throw new AppError('idempotency.in_progress', { retryAfter: 1 });
  }
}

/**
 * A create that may be sent again with the same Idempotency-Key (D12). Keys of other systems must send one; `required` asks it of everybody.
 * `isSecret`: the answer is not stored; the same request again runs again and must find what it made by its CreateId.
 * Bound to its routes only: an interceptor makes Nest wrap every answer of a route in observables.
 */
export const Idempotent = (options: { required?: boolean; isSecret?: boolean } = {}) =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, { required: options.required ?? false, isSecret: options.isSecret ?? false }),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: options.required ?? false,
      description: 'Same key and content: same answer, done once. Required with an API key.',
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
    }),
  );

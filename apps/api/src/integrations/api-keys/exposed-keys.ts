import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { sendProblem } from '../../http/problem.filter.js';
import { parseKey } from './api-key-format.js';

const PARAMETERS = ['key', 'api_key', 'apikey', 'access_token'];

/** An address is written into logs everywhere: a key in it is refused, and recorded as exposed when it is one of ours (D15). */
@Injectable()
export class ExposedKeys implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    fastify?.addHook('onRequest', async (request, reply) => {
      const exposed = keyInAddress(request.url);
      if (exposed === undefined) return undefined;
      await this.record(exposed, request);
      sendProblem(request, reply, new AppError('key.exposed'));
      return reply;
    });
  }

  private async record(value: string, request: FastifyRequest): Promise<void> {
    const parts = parseKey(value);
    const key =
      parts &&
      (await first<{ id: string; name: string }>(this.db, `SELECT id, name FROM api_keys WHERE public_id = $1`, [
        parts.publicId,
      ]));
    if (key)
      await this.audit.record(this.db, { kind: 'anyone', id: 'anyone', ip: request.ip }, 'key.exposed', {
        subjectId: key.id,
        name: key.name,
      });
  }
}

/** The value of a parameter that is named like a key, in an address of the API. */
function keyInAddress(url: string): string | undefined {
  const at = url.indexOf('?');
  if (at < 0 || !url.startsWith('/api/')) return undefined;
  const query = new URLSearchParams(url.slice(at + 1));
  const name = PARAMETERS.find((parameter) => query.has(parameter));
  return name && (query.get(name) ?? '');
}

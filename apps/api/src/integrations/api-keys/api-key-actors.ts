import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { fingerprint, sameText } from '../../config/keys.js';
import { first, rows } from '../../db/sql.js';
import { ActorSources } from '../../http/actor-sources.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { type Permission, permissionsOf, type StaffRole } from '../../http/permissions.js';
import { isAllowedAddress } from './allowed-addresses.js';
import { parseKey } from './api-key-format.js';
import { type RateLimit, RateLimitHeaders } from './rate-limit-headers.js';

interface Row {
  id: string;
  name: string;
  secretHash: string;
  scopes: Permission[];
  allowedAddresses: string[];
  staffId: string;
  role: StaffRole;
  language: string | null;
  stale: boolean;
}

/** 600 requests a minute for each key (D15), counted where all processes see it. */
export const KEY_LIMIT = { max: 600, windowSeconds: 60 } as const;

/**
 * Reads the key of a request together with the live state of its owner, in one statement: a revoked or expired key, or an
 * owner who left, is refused on the next request. A key can do what its scopes say and its owner still may.
 */
@Injectable()
export class ApiKeyActors implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly sources: ActorSources,
    private readonly budgets: BudgetsService,
    private readonly limits: RateLimitHeaders,
  ) {}

  onModuleInit(): void {
    this.sources.addStaff((request) => this.actor(request));
  }

  private async actor(request: FastifyRequest): Promise<StaffActor | undefined> {
    const [, text = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    const parts = parseKey(text);
    if (!parts) return undefined;
    const row = await first<Row>(
      this.db,
      `SELECT k.id, k.name, k.secret_hash AS "secretHash", k.scopes, k.allowed_addresses AS "allowedAddresses", m.id AS "staffId", m.role, m.language,
              coalesce(k.last_used_at < now() - interval '1 minute', true) AS stale
         FROM api_keys k JOIN staff_members m ON m.id = k.owner_id AND m.status = 'active'
        WHERE k.public_id = $1 AND k.revoked_at IS NULL AND k.expires_at > now()`,
      [parts.publicId],
    );
    if (!row || !sameText(row.secretHash, fingerprint(parts.secret))) return undefined;
    if (!isAllowedAddress(request.ip, row.allowedAddresses))
      throw new AppError('access.denied', { detail: 'This key is not accepted from this address' });
    await this.spend(request, row);
    const owner = permissionsOf(row.role);
    const permissions = new Set(row.scopes.filter((scope) => owner.has(scope)));
    return {
      kind: 'key',
      id: row.id,
      staffId: row.staffId,
      name: row.name,
      role: row.role,
      language: row.language,
      permissions,
      sessionId: null,
      authenticatedAt: null,
      mustEnrol: false,
      ip: request.ip,
    };
  }

  /** Counts the request, notes the headers of its answer, and writes the last use at most once a minute. */
  private async spend(request: FastifyRequest, row: Row): Promise<void> {
    const spent = await this.budgets.spendWithin(this.db, { kind: 'api-key', subject: row.id, rule: KEY_LIMIT });
    const limit: RateLimit = {
      limit: KEY_LIMIT.max,
      remaining: Math.max(0, KEY_LIMIT.max - spent.used),
      resetSeconds: spent.resetSeconds,
    };
    this.limits.note(request, limit);
    if (!spent.allowed) throw new AppError('request.too_many', { retryAfter: spent.resetSeconds });
    if (row.stale)
      await rows(
        this.db,
        `UPDATE api_keys SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
        [row.id],
      );
  }
}

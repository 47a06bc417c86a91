import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { fingerprint } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import { KEY_SCOPES, type Permission } from '../../http/permissions.js';
import { DONE, type Done } from '../../http/schemas.js';
import { makeKey } from './api-key-format.js';
import type { ApiKeyDto, ApiKeysQuery, CreateApiKey } from './api-key.dto.js';

type Row = Omit<ApiKeyDto, 'owner'> & { ownerId: string; ownerName: string };

const SELECT = `
  SELECT k.id, k.name, 'lk_' || k.public_id AS prefix, k.scopes, k.allowed_addresses AS "allowedAddresses", m.id AS "ownerId", m.name AS "ownerName",
         CASE WHEN k.revoked_at IS NOT NULL OR m.status <> 'active' THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired' ELSE 'active' END AS state,
         k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt", k.created_at AS "createdAt"
    FROM api_keys k JOIN staff_members m ON m.id = k.owner_id`;

const toDto = ({ ownerId, ownerName, ...row }: Row): ApiKeyDto => ({ ...row, owner: { id: ownerId, name: ownerName } });

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Newest first. */
  async list({ limit, cursor }: ApiKeysQuery) {
    const [id] = cursor ? readCursor(cursor, 1) : [null];
    const found = await rows<Row>(
      this.db,
      `${SELECT} WHERE $1::uuid IS NULL OR k.id < $1 ORDER BY k.id DESC LIMIT $2`,
      [id, limit + 1],
    );
    return page(found.map(toDto), limit, (last) => cursorOf(last.id));
  }

  /** Every scope a key can have, and whether this staff member can give it. */
  scopes(staff: StaffActor) {
    return { items: KEY_SCOPES.map((scope) => ({ scope, grantable: staff.permissions.has(scope) })) };
  }

  /** The key belongs to the staff member who makes it, and can never do more (KEY-2, AZN-10). Answers the whole key, this once. */
  async create(draft: CreateApiKey, staff: StaffActor): Promise<{ key: string; apiKey: ApiKeyDto }> {
    draft.scopes.forEach((scope, index) => assertGrantable(scope, { staff, index }));
    const { key, publicId, secret } = makeKey();
    const id = newId();
    const apiKey = await transaction(this.db, async (tx) => {
      await rows(
        tx,
        `INSERT INTO api_keys (id, name, public_id, secret_hash, scopes, allowed_addresses, owner_id, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))`,
        [
          id,
          draft.name,
          publicId,
          fingerprint(secret),
          [...new Set(draft.scopes)],
          draft.allowedAddresses,
          staff.staffId,
          draft.expiresInDays,
        ],
      );
      await this.audit.record(tx, staff, 'key.created', {
        subjectId: id,
        name: draft.name,
        scopes: draft.scopes,
        expiresInDays: draft.expiresInDays,
      });
      return this.one(tx, id);
    });
    return { key, apiKey };
  }

  /** Bites on the next request. Revoking twice is fine. */
  async revoke(id: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const key = await this.one(tx, id);
      const revoked = await first(
        tx,
        `UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id`,
        [id],
      );
      if (revoked) await this.audit.record(tx, staff, 'key.revoked', { subjectId: id, name: key.name });
      return DONE;
    });
  }

  private async one(db: Db, id: string): Promise<ApiKeyDto> {
    const row = await first<Row>(db, `${SELECT} WHERE k.id = $1`, [id]);
    if (!row) throw new AppError('row.not_found');
    return toDto(row);
  }
}

function assertGrantable(scope: Permission, { staff, index }: { staff: StaffActor; index: number }): void {
  if ((KEY_SCOPES as readonly Permission[]).includes(scope) && staff.permissions.has(scope)) return;
  throw new AppError('key.scope_not_grantable', {
    scope,
    errors: [{ pointer: `/scopes/${index}`, code: 'key.scope_not_grantable', detail: `${scope} cannot be given` }],
  });
}

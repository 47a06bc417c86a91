import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../db/sql.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import type { AuditEventDto, AuditQuery } from './audit.dto.js';

@Injectable()
export class AuditQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest first; ids are UUIDv7, so their order is the order of time. */
  async list(query: AuditQuery) {
    const [before] = query.cursor ? readCursor(query.cursor, 1) : [null];
    const found = await rows<AuditEventDto>(
      this.db,
      `SELECT id, at, action, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) AS actor,
              customer_id AS "customerId", contact_id AS "contactId",
              deployment_id AS "deploymentId", device_id AS "deviceId", detail, ip
         FROM audit_events
        WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR action = $2) AND ($3::uuid IS NULL OR actor_id = $3)
          AND ($4::uuid IS NULL OR customer_id = $4) AND ($5::uuid IS NULL OR contact_id = $5)
        ORDER BY id DESC LIMIT $6`,
      [
        before,
        query.action ?? null,
        query.actorId ?? null,
        query.customerId ?? null,
        query.contactId ?? null,
        query.limit + 1,
      ],
    );
    return page(found, query.limit, (last) => cursorOf(last.id));
  }
}

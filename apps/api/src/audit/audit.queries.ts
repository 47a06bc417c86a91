import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import type { AuditEventDto, AuditFilter, AuditQuery } from './audit.dto.js';
import { idAtTime } from './chain/chain-row.js';

const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * What names the contact, and what their login did unless it says that it was for another customer. A person has hundreds of lines, not
 * millions: they are found by two indexes before anything is sorted.
 */
const OF_CONTACT = (at: string): string => `id IN (
  SELECT id FROM audit_events WHERE contact_id = ${at}
  UNION ALL
  SELECT id FROM audit_events
   WHERE identity_id = (SELECT identity_id FROM contacts WHERE id = ${at})
     AND (customer_id IS NULL OR customer_id = (SELECT customer_id FROM contacts WHERE id = ${at})))`;

/** One condition each, and only for what was asked: every statement then has its own plan. */
const CONDITIONS: { [Name in keyof AuditFilter]-?: (at: string) => string } = {
  action: (at) => `action = ${at}`,
  actorId: (at) => `actor_id = ${at}`,
  customerId: (at) => `customer_id = ${at}`,
  contactId: OF_CONTACT,
  identityId: (at) => `identity_id = ${at}`,
  // Ids are UUIDv7, made in the moment of the line.
  from: (at) => `id >= ${at}::uuid`,
  to: (at) => `id < ${at}::uuid`,
};

const NAMES = Object.keys(CONDITIONS) as (keyof AuditFilter)[];

const valueOf = (name: keyof AuditFilter, value: string): string =>
  name === 'from' || name === 'to' ? idAtTime(Date.parse(value)) : value;

const SHOWN = `id, at, action, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) AS actor,
  customer_id AS "customerId", contact_id AS "contactId", identity_id AS "identityId",
  deployment_id AS "deploymentId", device_id AS "deviceId", subject_id AS "subjectId", detail, ip`;

@Injectable()
export class AuditQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest first; ids are UUIDv7, so their order is the order of time. */
  async list({ limit, cursor, ...filter }: AuditQuery) {
    const [before] = cursor ? readCursor(cursor, 1) : [END];
    const found = await this.before(String(before), filter, limit + 1);
    return page(found, limit, (last) => cursorOf(last.id));
  }

  async get(id: string): Promise<AuditEventDto> {
    const line = await first<AuditEventDto>(this.db, `SELECT ${SHOWN} FROM audit_events WHERE id = $1`, [id]);
    if (!line) throw new AppError('row.not_found');
    return line;
  }

  /** The next lines of what fits, older than `before` (null: the newest). */
  before(before: string | null, filter: AuditFilter, count: number): Promise<AuditEventDto[]> {
    const asked = NAMES.flatMap((name) => {
      const value = filter[name];
      return value === undefined ? [] : [{ name, value: valueOf(name, value) }];
    });
    const where = asked.map(({ name }, index) => `AND ${CONDITIONS[name](`$${index + 3}`)}`).join(' ');
    return rows<AuditEventDto>(
      this.db,
      `SELECT ${SHOWN}
         FROM audit_events WHERE id < $1::uuid ${where} ORDER BY id DESC LIMIT $2`,
      [before ?? END, count, ...asked.map(({ value }) => value)],
    );
  }
}

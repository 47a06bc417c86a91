import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idAtTime } from '../../audit/chain/chain-row.js';
import { rows } from '../../db/sql.js';
import { MOST } from '../../http/counts.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import { RESET_STATE } from './reset-sql.js';
import type {
  ResetCounts,
  ResetCountsQuery,
  ResetRequestDto,
  ResetRequestFilter,
  ResetRequestQuery,
} from './resets.dto.js';

/** All that RESET_STATE looks at. Joins are by primary key. */
const STATE_JOINS = `
    LEFT JOIN identities i ON i.id = r.identity_id LEFT JOIN notifications n ON n.id = r.id LEFT JOIN notifications m ON m.id = r.sms_id`;
const ROW = `
  SELECT r.id, r.created_at AS "createdAt", ${RESET_STATE} AS state, r.mode, n.to_address AS "sentTo",
         CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'to', m.to_address, 'state', m.state, 'error', m.last_error) END AS sms,
         CASE WHEN n.state IN ('queued', 'refused', 'failed', 'bounced') THEN n.last_error END AS error,
         c.id AS "contactId", nullif(concat_ws(' ', c.first_name, c.last_name), '') AS "contactName", u.id AS "customerId", u.name AS "customerName"`;
const JOINS = `${STATE_JOINS}
    LEFT JOIN contacts c ON c.id = r.contact_id LEFT JOIN customers u ON u.id = c.customer_id`;

/** Few, and each by its own index: what was asked for the contact, and for its login at another company. */
const ofPerson = (contact: string): string => `
  SELECT id FROM password_resets WHERE contact_id = ${contact}
   UNION SELECT id FROM password_resets WHERE identity_id = (SELECT c.identity_id FROM contacts c WHERE c.id = ${contact})`;

/** The requests `r` that fit, as a statement without an end. */
function matching(filter: ResetRequestFilter, before: string | null = null) {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value !== undefined && value !== null) conditions.push(sql(`$${values.push(value)}`));
  };
  const time = (at: string | undefined) => at && idAtTime(Date.parse(at));
  where(before, (place) => `r.id < ${place}::uuid`);
  where(filter.contactId, (place) => `r.id IN (${ofPerson(place)})`);
  where(filter.outcome && [filter.outcome].flat(), (place) => `r.outcome = ANY (${place}::text[])`);
  where(filter.state && [filter.state].flat(), (place) => `${RESET_STATE} = ANY (${place}::text[])`);
  where(time(filter.from), (place) => `r.id >= ${place}::uuid`);
  where(time(filter.to), (place) => `r.id < ${place}::uuid`);
  const from = `password_resets r ${filter.state ? STATE_JOINS : ''}`;
  return { sql: `SELECT r.* FROM ${from} ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`, values };
}

@Injectable()
export class ResetLogQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest first; ids are UUIDv7, so their order is the order of time. */
  async list({ limit, cursor, ...filter }: ResetRequestQuery) {
    const before = cursor ? String(readCursor(cursor, 1)[0]) : null;
    return page(await this.before(before, filter, limit + 1), limit, (last) => cursorOf(last.id));
  }

  /** The next requests of what fits, older than `before` (null: the newest). */
  before(before: string | null, filter: ResetRequestFilter, count: number): Promise<ResetRequestDto[]> {
    const { sql, values } = matching(filter, before);
    return rows<ResetRequestDto>(
      this.db,
      `${ROW} FROM (${sql} ORDER BY r.id DESC LIMIT ${count}) r ${JOINS} ORDER BY r.id DESC`,
      values,
    );
  }

  /** How many came how far. */
  async counts(query: ResetCountsQuery): Promise<ResetCounts> {
    const { sql, values } = matching(query);
    const counts = await rows<ResetCounts['counts'][number]>(
      this.db,
      `SELECT state, count(*)::int AS count FROM (SELECT ${RESET_STATE} AS state FROM (${sql} ORDER BY r.id DESC LIMIT ${MOST + 1}) r ${STATE_JOINS}) found
        GROUP BY state ORDER BY count DESC, state`,
      values,
    );
    return { counts, more: counts.reduce((sum, { count }) => sum + count, 0) > MOST };
  }
}

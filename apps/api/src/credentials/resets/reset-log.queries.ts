import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../../db/sql.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import { RESET_STATE } from './reset-sql.js';
import type { ResetRequestDto, ResetRequestQuery } from './resets.dto.js';

/** Joins are by primary key. */
const ROW = `
  SELECT r.id, r.created_at AS "createdAt", ${RESET_STATE} AS state, r.mode, n.to_address AS "sentTo",
         CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'to', m.to_address, 'state', m.state, 'error', m.last_error) END AS sms,
         CASE WHEN n.state IN ('queued', 'refused', 'failed', 'bounced') THEN n.last_error END AS error,
         c.id AS "contactId", nullif(concat_ws(' ', c.first_name, c.last_name), '') AS "contactName", u.id AS "customerId", u.name AS "customerName"`;
const JOINS = `
    LEFT JOIN identities i ON i.id = r.identity_id LEFT JOIN notifications n ON n.id = r.id LEFT JOIN notifications m ON m.id = r.sms_id
    LEFT JOIN contacts c ON c.id = r.contact_id LEFT JOIN customers u ON u.id = c.customer_id`;

@Injectable()
export class ResetLogQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest first; ids are UUIDv7, so their order is the order of time. */
  async list(query: ResetRequestQuery) {
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      query.cursor && `r.id < ${place(String(readCursor(query.cursor, 1)[0]))}::uuid`,
      query.contactId && `r.contact_id = ${place(query.contactId)}`,
      query.outcome && `r.outcome = ANY (${place([query.outcome].flat())}::text[])`,
    ].filter(Boolean);
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const found = await rows<ResetRequestDto>(
      this.db,
      `${ROW} FROM (SELECT * FROM password_resets r ${where} ORDER BY r.id DESC LIMIT ${query.limit + 1}) r ${JOINS} ORDER BY r.id DESC`,
      values,
    );
    return page(found, query.limit, (last) => cursorOf(last.id));
  }
}

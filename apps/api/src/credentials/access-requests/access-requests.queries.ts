import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../../db/sql.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import { contactNameSql } from '../../customers/login-fates.js';
import { CAN_BE_ASKED, MAY_BE_INVITED } from './asked-sql.js';
import type { AccessRequestDto, AccessRequestQuery } from './access-requests.dto.js';

const TYPED = ['login', 'name', 'phone', 'company', 'words'];

/** Joins are by primary key. */
const ROW = `
  SELECT r.id, r.kind, r.contact_id AS "contactId", nullif(concat_ws(' ', c.first_name, c.last_name), '') AS "contactName",
         u.id AS "customerId", u.name AS "customerName", coalesce(r.findings, '[]') AS findings, r.times,
         json_build_object(${TYPED.map((name) => `'${name}', r.typed ->> '${name}'`).join(', ')}) AS typed,
         CASE WHEN w.id IS NOT NULL THEN json_build_object('customerId', w.id, 'customerName', w.name, 'byName', r.asked_by_name, 'at', r.asked_at, 'answer', r.answer,
                'answeredByName', CASE WHEN b.id IS NOT NULL THEN ${contactNameSql('b')} END, 'answeredAt', r.answered_at) END AS asked,
         ${CAN_BE_ASKED} AND (c.id IS NULL OR ${MAY_BE_INVITED}) AS "canAsk", r.created_at AS "createdAt", r.last_at AS "lastAt", r.done_at AS "doneAt", r.done_by_name AS "doneByName", r.done_because AS "doneBecause"`;
const JOINS = `LEFT JOIN contacts c ON c.id = r.contact_id LEFT JOIN customers u ON u.id = c.customer_id
  LEFT JOIN customers w ON w.id = r.asked_customer_id LEFT JOIN contacts b ON b.id = r.answered_by_contact_id`;

const STATES = { open: 'r.done_at IS NULL', done: 'r.done_at IS NOT NULL', all: undefined } as const;

@Injectable()
export class AccessRequestsQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest first; ids are UUIDv7, so their order is the order of time. */
  async list(query: AccessRequestQuery) {
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      'r.is_looked',
      STATES[query.state],
      query.cursor && `r.id < ${place(String(readCursor(query.cursor, 1)[0]))}::uuid`,
      query.contactId && `r.contact_id = ${place(query.contactId)}`,
      query.kind && `r.kind = ANY (${place([query.kind].flat())}::text[])`,
    ].filter(Boolean);
    const found = await rows<AccessRequestDto>(
      this.db,
      `${ROW} FROM (SELECT * FROM access_requests r WHERE ${conditions.join(' AND ')} ORDER BY r.id DESC LIMIT ${query.limit + 1}) r ${JOINS} ORDER BY r.id DESC`,
      values,
    );
    return page(found, query.limit, (last) => cursorOf(last.id));
  }
}

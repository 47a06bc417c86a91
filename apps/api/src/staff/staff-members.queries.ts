import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first, rows } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import { allowedActions } from './staff-roles.js';
import type { StaffMemberDto, StaffMembersQuery } from './staff.dto.js';

type Row = Omit<StaffMemberDto, 'allowedActions'>;

const COLUMNS = `
  m.id, m.email, m.name, m.role, m.status, m.language, EXISTS (SELECT 1 FROM staff_second_factors f WHERE f.staff_id = m.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
  m.last_sign_in_at AS "lastSignInAt", m.created_at AS "createdAt", m.version,
  (SELECT max(l.expires_at) FROM staff_links l WHERE l.staff_id = m.id AND l.used_at IS NULL) AS "invitationExpiresAt"`;

const forActor = (row: Row, staff: StaffActor): StaffMemberDto => ({
  ...row,
  allowedActions: allowedActions(staff.role, row),
});

@Injectable()
export class StaffMembersQueries {
  constructor(private readonly db: DataSource) {}

  /** By name. */
  async list({ limit, cursor, status }: StaffMembersQuery, staff: StaffActor) {
    const [name, id] = cursor ? readCursor(cursor, 2) : [null, null];
    const found = await rows<Row>(
      this.db,
      `SELECT ${COLUMNS} FROM staff_members m
        WHERE ($1::text IS NULL OR m.status = $1) AND ($2::text IS NULL OR (m.name, m.id) > ($2, $3::uuid)) ORDER BY m.name, m.id LIMIT $4`,
      [status ?? null, name, id, limit + 1],
    );
    return page(
      found.map((row) => forActor(row, staff)),
      limit,
      (last) => cursorOf(last.name, last.id),
    );
  }

  async one(id: string, staff: StaffActor, db: Db = this.db): Promise<StaffMemberDto> {
    const row = await first<Row>(db, `SELECT ${COLUMNS} FROM staff_members m WHERE m.id = $1`, [id]);
    if (!row) throw new AppError('row.not_found');
    return forActor(row, staff);
  }

  /** Active staff, for pickers. */
  async names() {
    return {
      items: await rows<{ id: string; name: string }>(
        this.db,
        `SELECT id, name FROM staff_members WHERE status = 'active' ORDER BY name, id LIMIT 500`,
      ),
    };
  }
}

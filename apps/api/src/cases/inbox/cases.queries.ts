import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import type { PageQuery } from '../../http/schemas.js';
import { fold } from '../../text/fold.js';
import type { CaseDto, CaseMessageDto, CaseQuery, CaseRow } from '../case.dto.js';
import { findCases, marked } from './case-filter.js';
import {
  caseColumns,
  caseJoins,
  eventOf,
  type FlatCase,
  type FlatMessage,
  messageColumns,
  nested,
} from './case-rows.js';
import { staffActions } from '../case-status.js';
import { detailColumns, detailJoins, type FlatDetail, nestedDetail } from './case-detail.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

@Injectable()
export class CasesQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest activity first. Text of fewer than two characters searches nothing (INP-5). */
  async list(query: CaseQuery, staff: StaffActor): Promise<Page<CaseRow>> {
    const typed = (query.q ?? '').trim();
    const search = typed.length >= 2 ? { subject: typed.toLowerCase(), name: fold(typed) } : undefined;
    const { sql, values } = findCases({ ...query, q: search ? typed : undefined }, staff.staffId, search);
    const found = await rows<FlatCase & { place: string }>(
      this.db,
      marked(
        `SELECT ${caseColumns}, k.activity_at::text AS place FROM (${sql}) k ${caseJoins('$1')} ORDER BY k.activity_at DESC, k.id DESC`,
        query,
      ),
      values,
    );
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(last.place, last.id));
    return { items: items.map(({ place: _, ...row }) => nested(row)), nextCursor };
  }

  async detail(id: string, staff: StaffActor): Promise<CaseDto> {
    const found = await first<FlatCase & FlatDetail>(
      this.db,
      `SELECT ${caseColumns}, ${detailColumns} FROM cases k ${caseJoins('$2')} ${detailJoins} WHERE k.id = $1`,
      [id, staff.staffId],
    );
    if (!found) throw new AppError('row.not_found');
    const may = { write: staff.permissions.has('case:write'), reply: staff.permissions.has('case:reply') };
    const row = nestedDetail(nested(found), staff.language ?? found.companyLanguage ?? 'en');
    return { ...row, allowedActions: staffActions(found.status, may) };
  }

  /** Oldest first, internal notes included. */
  async messages(id: string, query: PageQuery): Promise<Page<CaseMessageDto>> {
    const [at, after] = query.cursor ? readCursor(query.cursor, 2) : [null, null];
    const found = await rows<FlatMessage>(
      this.db,
      `SELECT ${messageColumns} FROM case_messages m
        WHERE m.case_id = $1 AND ($2::timestamptz IS NULL OR (m.created_at, m.id) > ($2, $3::uuid)) ORDER BY m.created_at, m.id LIMIT $4`,
      [id, at, after, query.limit + 1],
    );
    if (found.length === 0 && !(await first(this.db, `SELECT 1 FROM cases WHERE id = $1`, [id])))
      throw new AppError('row.not_found');
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(last.place, last.id));
    return { items: items.map(toMessage), nextCursor };
  }

  async message(caseId: string, id: string): Promise<CaseMessageDto> {
    const found = await first<FlatMessage>(
      this.db,
      `SELECT ${messageColumns} FROM case_messages m WHERE m.case_id = $1 AND m.id = $2`,
      [caseId, id],
    );
    if (!found) throw new AppError('row.not_found');
    return toMessage(found);
  }
}

function toMessage(flat: FlatMessage): CaseMessageDto {
  const { id, visibility, authorKind: kind, authorId, authorName: name, isFollower, mergedFrom, createdAt } = flat;
  const author = { kind, id: authorId, name, isFollower };
  return { id, visibility, author, ...eventOf(flat), files: flat.files ?? [], mergedFrom, createdAt };
}

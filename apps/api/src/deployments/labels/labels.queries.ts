import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page } from '../../http/paging.js';
import type { LABEL_ACTIONS, LabelDto, LabelQuery, LabelRow } from './label.dto.js';
import { LABEL_JOINS, LABEL_LIFE, LABEL_ROW, labelListing } from './label-list.js';

type Action = (typeof LABEL_ACTIONS)[number];
type Flat<T> = Omit<T, 'allowedActions'> & { deviceStatus: string | null };

const WEEKS = 26;
const MOST_HISTORY = 50;

/** Weeks start on Monday, UTC; those without a scan are there as well, for a chart. */
const SCANS = `
  SELECT to_char(w.week, 'YYYY-MM-DD') AS week, coalesce(s.scans, 0) AS scans
    FROM (SELECT (date_trunc('week', now() AT TIME ZONE 'UTC') - n * interval '1 week')::date AS week FROM generate_series(0, ${WEEKS - 1}) n) w
    LEFT JOIN label_scans s ON s.label_id = $1 AND s.week = w.week ORDER BY w.week`;

/** All labels of the device; of a label whose device was deleted, itself. */
const HISTORY = `
  SELECT ${LABEL_LIFE} FROM labels l WHERE l.device_id = $2 OR ($2::uuid IS NULL AND l.id = $1)
   ORDER BY l.created_at DESC, l.id DESC LIMIT ${MOST_HISTORY}`;

@Injectable()
export class LabelsQueries {
  constructor(private readonly db: DataSource) {}

  async list(query: LabelQuery, staff: StaffActor): Promise<{ items: LabelRow[]; nextCursor: string | null }> {
    const { sql, values, sortName } = labelListing(query);
    const found = await rows<Flat<LabelRow> & { place: string }>(this.db, sql, values);
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(sortName, last.place, last.id));
    return { items: items.map(({ place: _, ...row }) => withActions(row, staff)), nextCursor };
  }

  async get(id: string, staff: StaffActor): Promise<LabelDto> {
    const row = await first<Flat<Omit<LabelDto, 'weeks' | 'history'>>>(
      this.db,
      `SELECT ${LABEL_ROW}, l.replaced_by_id AS "replacedById" FROM labels l ${LABEL_JOINS} WHERE l.id = $1`,
      [id],
    );
    if (!row) throw new AppError('row.not_found');
    const [weeks, history] = await Promise.all([
      rows<LabelDto['weeks'][number]>(this.db, SCANS, [id]),
      rows<LabelDto['history'][number]>(this.db, HISTORY, [id, row.device?.id ?? null]),
    ]);
    return { ...withActions(row, staff), weeks, history };
  }
}

function withActions<T extends Flat<Pick<LabelRow, 'state'>>>(
  { deviceStatus, ...row }: T,
  { permissions }: StaffActor,
): Omit<T, 'deviceStatus'> & { allowedActions: Action[] } {
  const actions: Action[] = [];
  if (!permissions.has('label:print')) return { ...row, allowedActions: actions };
  if (row.state === 'active' && deviceStatus === 'active') actions.push('print', 'replace');
  if (row.state !== 'revoked') actions.push('revoke');
  return { ...row, allowedActions: actions };
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listActivity } from '../audit/activity.queries.js';
import { first, likeText, rows } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { cursorOf, page } from '../http/paging.js';
import type { PageQuery } from '../http/schemas.js';
import type { DEVICE_ACTIONS, DeviceDto, DeviceModels, DeviceQuery, DeviceRow } from './device.dto.js';
import { DEVICE_JOINS, DEVICE_ROW, deviceListing } from './device-list.js';

type DeviceAction = (typeof DEVICE_ACTIONS)[number];
type Flat<T> = Omit<T, 'allowedActions'> & { deploymentStatus: string };

/** How many models are looked through; each costs one step into the index. */
const MOST_MODELS = 2_000;

const DETAIL = `
  SELECT ${DEVICE_ROW}, d.notes, d.updated_at AS "updatedAt", d.version,
         (SELECT f.id FROM device_files f WHERE f.device_id = d.id AND f.kind = 'photo' ORDER BY f.id LIMIT 1) AS "photoFileId",
         l.id AS "labelId", l.printed_at AS "printedAt", l.first_scan_at AS "firstScanAt", coalesce(l.scans, 0) AS scans
    FROM devices d ${DEVICE_JOINS} WHERE d.id = $1`;

/** Distinct names by jumping from one to the next in the index: a million devices have a few hundred models. */
const MODELS = `
  WITH RECURSIVE jump AS (
    (SELECT model, 1 AS n FROM devices WHERE model IS NOT NULL ORDER BY model LIMIT 1)
    UNION ALL
    SELECT (SELECT d.model FROM devices d WHERE d.model > jump.model ORDER BY d.model LIMIT 1), n + 1
      FROM jump WHERE jump.model IS NOT NULL AND n < ${MOST_MODELS})
  SELECT model FROM jump WHERE model IS NOT NULL AND ($1::text IS NULL OR lower(model) LIKE $1) ORDER BY model LIMIT 20`;

interface Detail extends Flat<Omit<DeviceDto, 'activeLabel'>> {
  labelId: string | null;
  printedAt: Date | null;
  firstScanAt: Date | null;
  scans: number;
}

@Injectable()
export class DevicesQueries {
  constructor(private readonly db: DataSource) {}

  async list(query: DeviceQuery, staff: StaffActor): Promise<{ items: DeviceRow[]; nextCursor: string | null }> {
    const listing = deviceListing(query);
    if (!listing) return { items: [], nextCursor: null };
    const found = await rows<Flat<DeviceRow> & { place: string; placeId: string }>(
      this.db,
      listing.sql,
      listing.values,
    );
    const { items, nextCursor } = page(found, query.limit, (last) =>
      cursorOf(listing.sortName, last.place, last.placeId),
    );
    return { items: items.map(({ place: _, placeId: __, ...row }) => withActions(row, staff)), nextCursor };
  }

  async get(id: string, staff: StaffActor): Promise<DeviceDto> {
    const found = await first<Detail>(this.db, DETAIL, [id]);
    if (!found) throw new AppError('row.not_found');
    const { labelId, printedAt, firstScanAt, scans, ...row } = found;
    return { ...withActions(row, staff), activeLabel: labelId ? { id: labelId, printedAt, firstScanAt, scans } : null };
  }

  async models(q: string | undefined): Promise<DeviceModels> {
    const part = q ? `%${likeText(q.toLowerCase())}%` : null;
    const found = await rows<{ model: string }>(this.db, MODELS, [part]);
    return { items: found.map(({ model }) => model) };
  }

  activity(id: string, query: PageQuery) {
    return listActivity(this.db, { kind: 'device', id }, query);
  }
}

function withActions<T extends { status: string; deploymentStatus: string }>(
  { deploymentStatus, ...row }: T,
  { permissions }: StaffActor,
): Omit<T, 'deploymentStatus'> & { allowedActions: DeviceAction[] } {
  const actions: DeviceAction[] = [];
  const isActive = row.status === 'active';
  if (permissions.has('deployment:write')) actions.push('edit', 'move', isActive ? 'retire' : 'activate', 'delete');
  if (permissions.has('label:print') && isActive && deploymentStatus === 'active') actions.push('print_label');
  if (permissions.has('case:write') && isActive) actions.push('report_case');
  return { ...row, allowedActions: actions };
}

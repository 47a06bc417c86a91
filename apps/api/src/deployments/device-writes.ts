/*
 * The one way devices are written, by staff and by imports: up to 1,000 at once.
 *
 *   load(tx, ids)                           stored devices, locked, by id
 *   create(tx, [{ id, fields }], writer)    the deployment must exist
 *   change(tx, [{ id, version?, fields }], writer)
 *                                           answers the ids that did change; another deploymentId moves the device with its history
 *                                           and labels; the visits before a device that was moved or retired end (INV-7, S1.22)
 *
 * All inside the caller's transaction. Throws row.not_found and row.changed; a taken external id breaks the transaction with
 * the constraint named in DEVICE_TAKEN (see `coded`).
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plannedChanges, type RowChange, type Writer } from '../audit/row-changes.js';
import { rows } from '../db/sql.js';
import { fold } from '../text/fold.js';
import { DeviceRecord, type DeviceFields, type StoredDevice } from './device-record.js';
import { searchKeyOf } from './list-search.js';

export const DEVICE_TAKEN = { uq_devices_external_id: 'device.external_id_taken' } as const;

export interface NewDevice {
  id: string;
  fields: Partial<DeviceFields> & Pick<DeviceFields, 'name' | 'deploymentId'>;
}

const EMPTY = {
  model: null,
  serial: null,
  externalId: null,
  position: null,
  tags: [],
  notes: null,
  status: 'active',
} as const;

export const DEVICE_COLUMNS = `d.id, d.deployment_id AS "deploymentId", d.name, d.model, d.serial, d.external_id AS "externalId", d.position, d.tags, d.notes, d.status, d.version`;

const RECORD = `x(id uuid, "deploymentId" uuid, name text, "nameKey" text, "searchKey" text, model text, serial text, "externalId" text, position text,
                  tags text[], notes text, status text)`;

const keysOf = (fields: Pick<DeviceFields, 'name' | 'model' | 'serial' | 'externalId' | 'position'>) => ({
  nameKey: fold(fields.name),
  searchKey: searchKeyOf([fields.name, fields.model, fields.serial, fields.externalId, fields.position]),
});

@Injectable()
export class DeviceWrites {
  constructor(private readonly record: DeviceRecord) {}

  /** Locked until the transaction ends. Missing ones are missing. */
  async load(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StoredDevice>> {
    const found = await rows<StoredDevice>(
      tx,
      `SELECT ${DEVICE_COLUMNS} FROM devices d WHERE d.id = ANY ($1::uuid[]) ORDER BY d.id FOR UPDATE OF d`,
      [ids],
    );
    return new Map(found.map((device) => [device.id, device]));
  }

  /** Those whose id exists already are left alone: the same create, sent again. */
  async create(tx: EntityManager, devices: readonly NewDevice[], writer: Writer): Promise<void> {
    if (devices.length === 0) return;
    const all = devices.map(({ id, fields }) => ({ id, ...EMPTY, ...fields }));
    const made = await rows<{ id: string }>(
      tx,
      `INSERT INTO devices (id, deployment_id, name, name_key, search_key, model, serial, external_id, position, tags, notes, status)
       SELECT id, "deploymentId", name, "nameKey", "searchKey", model, serial, "externalId", position, tags, notes, status
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} ON CONFLICT (id) DO NOTHING RETURNING id`,
      [JSON.stringify(all.map((device) => ({ ...device, ...keysOf(device) })))],
    );
    const ids = new Set(made.map(({ id }) => id));
    await this.record.created(
      tx,
      all.filter(({ id }) => ids.has(id)),
      writer,
    );
  }

  async change(tx: EntityManager, changes: readonly RowChange<DeviceFields>[], writer: Writer): Promise<string[]> {
    if (changes.length === 0) return [];
    const stored = await this.load(
      tx,
      changes.map(({ id }) => id),
    );
    const work = plannedChanges(stored, changes);
    if (work.length === 0) return [];
    await rows(
      tx,
      `UPDATE devices d SET deployment_id = x."deploymentId", name = x.name, name_key = x."nameKey", search_key = x."searchKey", model = x.model,
              serial = x.serial, external_id = x."externalId", position = x.position, tags = x.tags, notes = x.notes, status = x.status,
              updated_at = now(), version = d.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE d.id = x.id RETURNING d.id`,
      [JSON.stringify(work.map(({ after }) => ({ ...after, ...keysOf(after) })))],
    );
    const gone = work.filter(({ changed, after }) => changed.includes('deploymentId') || after.status === 'retired');
    await endVisitsBefore(
      tx,
      gone.map(({ after }) => after.id),
    );
    await this.record.changed(tx, work, writer);
    return work.map(({ after }) => after.id);
  }
}

/** Visits before these devices end, whichever of their labels was scanned. */
export async function endVisitsBefore(tx: EntityManager, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  await rows(
    tx,
    `DELETE FROM sessions s USING labels l WHERE l.device_id = ANY ($1::uuid[]) AND s.label_id = l.id AND s.kind = 'visit' RETURNING s.id`,
    [deviceIds],
  );
}

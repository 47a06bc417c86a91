import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';
import { isReally } from '../../files/file-kind.js';
import type { FileType } from '../../files/file-types.js';
import { redraw } from '../../files/picture.js';
import type { StoredFile } from '../../files/send-file.js';
import { readAll } from '../../files/upload.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { LiveEvents } from '../../live/live-events.js';
import { type DeviceFileDto, type DeviceUploadQuery, MOST_DEVICE_FILES } from './device-file.dto.js';

interface Arriving extends DeviceUploadQuery {
  type: FileType;
  stream: Readable;
}

const FACTS = `SELECT d.id AS "deviceId", d.name AS device, p.id AS "deploymentId", p.customer_id AS "customerId"
  FROM devices d JOIN deployments p ON p.id = d.deployment_id`;

interface Facts {
  deviceId: string;
  device: string;
  deploymentId: string;
  customerId: string;
}

@Injectable()
export class DeviceFilesService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
  ) {}

  /** Throws file.type_not_allowed (a photo is a picture), file.too_large, file.unreadable, and file.too_many beyond 20 of one device. */
  async add(deviceId: string, file: Arriving, staff: StaffActor): Promise<DeviceFileDto> {
    if (!(await first(this.db, `SELECT 1 FROM devices WHERE id = $1`, [deviceId]))) throw new AppError('row.not_found');
    const isPicture = file.type !== 'application/pdf';
    if (file.kind === 'photo' && !isPicture) throw new AppError('file.type_not_allowed');
    const received = await readAll(file.stream);
    if (!isReally(file.type, received)) throw new AppError('file.type_not_allowed');
    const data = isPicture ? await redraw(received) : received;
    return transaction(this.db, async (tx) => {
      // The lock makes uploads to one device come one after the other, so that the limit holds.
      const device = await first<Facts>(tx, `${FACTS} WHERE d.id = $1 FOR UPDATE OF d`, [deviceId]);
      if (!device) throw new AppError('row.not_found');
      const kept = await rows(tx, `SELECT id FROM device_files WHERE device_id = $1`, [deviceId]);
      if (kept.length >= MOST_DEVICE_FILES) throw new AppError('file.too_many');
      const [stored] = await rows<DeviceFileDto>(
        tx,
        `INSERT INTO device_files (id, device_id, kind, name, type, size, data) VALUES ($1, $2, $3, $4, $5, $6, $7)
         RETURNING id, kind, name, type, size, created_at AS "createdAt"`,
        [newId(), deviceId, file.kind, file.name, file.type, data.length, data],
      );
      if (!stored) throw new AppError('server.error');
      await this.audit.record(tx, staff, 'device.file_added', { ...device, file: file.name, kind: file.kind });
      await this.live.publish(tx, { type: 'device.changed', id: deviceId });
      return stored;
    });
  }

  /** Photos first, each kind oldest first. */
  async list(deviceId: string): Promise<{ items: DeviceFileDto[] }> {
    const items = await rows<DeviceFileDto>(
      this.db,
      `SELECT id, kind, name, type, size, created_at AS "createdAt" FROM device_files WHERE device_id = $1 ORDER BY kind DESC, id`,
      [deviceId],
    );
    if (items.length === 0 && !(await first(this.db, `SELECT 1 FROM devices WHERE id = $1`, [deviceId])))
      throw new AppError('row.not_found');
    return { items };
  }

  async find(id: string): Promise<StoredFile> {
    const found = await first<StoredFile>(this.db, `SELECT name, type, data FROM device_files WHERE id = $1`, [id]);
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  async remove(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const file = await first<{ deviceId: string; name: string; kind: string }>(
        tx,
        `DELETE FROM device_files WHERE id = $1 RETURNING device_id AS "deviceId", name, kind`,
        [id],
      );
      const device = file && (await first<Facts>(tx, `${FACTS} WHERE d.id = $1`, [file.deviceId]));
      if (!device) throw new AppError('row.not_found');
      await this.audit.record(tx, staff, 'device.file_deleted', { ...device, file: file.name, kind: file.kind });
      await this.live.publish(tx, { type: 'device.changed', id: device.deviceId });
    });
    return DONE;
  }
}

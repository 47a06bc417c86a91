import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first, rows, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError, fieldError } from '../http/app-error.js';
import { DONE, type Done } from '../http/schemas.js';
import { coded } from '../http/unique.js';
import type { ChangeDevice, CreateDevice, DeviceDto } from './device.dto.js';
import { DeviceRecord } from './device-record.js';
import { DEVICE_TAKEN, DeviceWrites, endVisitsBefore } from './device-writes.js';
import { DevicesQueries } from './devices.queries.js';
import { given } from '../audit/row-changes.js';

@Injectable()
export class DevicesService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: DeviceWrites,
    private readonly queries: DevicesQueries,
    private readonly record: DeviceRecord,
  ) {}

  async create(id: string, body: CreateDevice, staff: StaffActor): Promise<DeviceDto> {
    await coded(DEVICE_TAKEN, () =>
      transaction(this.db, async (tx) => {
        await deploymentIsActive(tx, body.deploymentId);
        await this.writes.create(tx, [{ id, fields: given(body) }], { actor: staff });
      }),
    );
    return this.queries.get(id, staff);
  }

  async change(row: { id: string; version: number }, body: ChangeDevice, staff: StaffActor): Promise<DeviceDto> {
    await coded(DEVICE_TAKEN, () =>
      transaction(this.db, (tx) => this.writes.change(tx, [{ ...row, fields: given(body) }], { actor: staff })),
    );
    return this.queries.get(row.id, staff);
  }

  async setStatus(id: string, status: 'active' | 'retired', staff: StaffActor): Promise<DeviceDto> {
    await transaction(this.db, (tx) => this.writes.change(tx, [{ id, fields: { status } }], { actor: staff }));
    return this.queries.get(id, staff);
  }

  /** Throws deployment.inactive: nobody could report about a device there. */
  async move(id: string, deploymentId: string, staff: StaffActor): Promise<DeviceDto> {
    await transaction(this.db, async (tx) => {
      await deploymentIsActive(tx, deploymentId);
      await this.writes.change(tx, [{ id, fields: { deploymentId } }], { actor: staff });
    });
    return this.queries.get(id, staff);
  }

  /** Its labels are revoked: one without a device would count as printed ahead. Throws device.has_cases. */
  async remove(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const device = (await this.writes.load(tx, [id])).get(id);
      if (!device) throw new AppError('row.not_found');
      if (await first(tx, `SELECT 1 FROM cases WHERE device_id = $1 LIMIT 1`, [id]))
        throw new AppError('device.has_cases');
      await endVisitsBefore(tx, [id]);
      await rows(tx, `UPDATE labels SET state = 'revoked', grace_until = NULL WHERE device_id = $1 RETURNING id`, [id]);
      await rows(tx, `DELETE FROM devices WHERE id = $1 RETURNING id`, [id]);
      await this.record.deleted(tx, device, { actor: staff });
    });
    return DONE;
  }
}

/** Locked against being closed meanwhile. */
export async function deploymentIsActive(tx: Db, id: string): Promise<void> {
  const found = await first<{ status: string }>(tx, `SELECT status FROM deployments WHERE id = $1 FOR SHARE`, [id]);
  if (!found) throw fieldError('/deploymentId', 'request.invalid_body', 'Not a deployment');
  if (found.status !== 'active') throw new AppError('deployment.inactive');
}

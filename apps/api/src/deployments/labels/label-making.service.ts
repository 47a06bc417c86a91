import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { fieldError } from '../../http/app-error.js';
import { type CreateLabels, type LabelsCreated, MOST_LABELS } from './label.dto.js';
import { type Labelled, labelFacts } from './label-facts.js';
import { LabelWrites } from './label-writes.js';

interface Candidate extends Labelled {
  status: 'active' | 'retired';
  activeLabelId: string | null;
}

const DEVICES = `
  SELECT d.id AS "deviceId", d.name, d.status, d.active_label_id AS "activeLabelId", d.deployment_id AS "deploymentId", p.customer_id AS "customerId"
    FROM devices d JOIN deployments p ON p.id = d.deployment_id`;

/** Makes labels: one for each device that has none (S1.11). */
@Injectable()
export class LabelMakingService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: LabelWrites,
    private readonly audit: AuditService,
  ) {}

  create({ deviceIds, deploymentId }: CreateLabels, staff: StaffActor): Promise<LabelsCreated> {
    return transaction(this.db, (tx) =>
      deviceIds ? this.forDevices(tx, deviceIds, staff) : this.forMissing(tx, deploymentId ?? '', staff),
    );
  }

  private async forDevices(tx: EntityManager, asked: readonly string[], staff: StaffActor): Promise<LabelsCreated> {
    const ids = [...new Set(asked)];
    const found = await rows<Candidate>(tx, `${DEVICES} WHERE d.id = ANY ($1::uuid[]) ORDER BY d.id FOR UPDATE OF d`, [
      ids,
    ]);
    const devices = new Map(found.map((device) => [device.deviceId, device]));
    const wanting = ids.flatMap((id) => {
      const device = devices.get(id);
      return device?.status === 'active' && !device.activeLabelId ? [device] : [];
    });
    const made = await this.make(tx, wanting, staff);
    const labelOf = (id: string) => made.get(id) ?? devices.get(id)?.activeLabelId;
    return {
      created: made.size,
      items: ids.flatMap((id) => labelOf(id) ?? []),
      skipped: ids
        .filter((id) => !labelOf(id))
        .map((deviceId) => ({ deviceId, reason: devices.has(deviceId) ? 'retired' : 'not_found' })),
      hasMore: false,
    };
  }

  private async forMissing(tx: EntityManager, deploymentId: string, staff: StaffActor): Promise<LabelsCreated> {
    if (!(await first(tx, `SELECT 1 FROM deployments WHERE id = $1`, [deploymentId])))
      throw fieldError('/deploymentId', 'request.invalid_body', 'Not a deployment');
    const found = await rows<Candidate>(
      tx,
      `${DEVICES} WHERE d.deployment_id = $1 AND d.active_label_id IS NULL AND d.status = 'active'
        ORDER BY d.name_key, d.id LIMIT ${MOST_LABELS + 1} FOR UPDATE OF d`,
      [deploymentId],
    );
    const made = await this.make(tx, found.slice(0, MOST_LABELS), staff);
    return { created: made.size, items: [...made.values()], skipped: [], hasMore: found.length > MOST_LABELS };
  }

  /** Label ids by device. */
  private async make(tx: EntityManager, devices: readonly Labelled[], staff: StaffActor): Promise<Map<string, string>> {
    if (devices.length === 0) return new Map();
    const ids = await this.writes.make(tx, devices);
    const made = devices.map((device, index) => ({ device, labelId: ids[index] ?? '' }));
    const facts = made.map(({ device, labelId }) => labelFacts(device, labelId));
    await this.audit.recordMany(tx, staff, 'label.created', facts);
    await this.writes.tell(tx, devices);
    return new Map(made.map(({ device, labelId }) => [device.deviceId, labelId]));
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError, fieldError } from '../http/app-error.js';
import { DONE, type Done } from '../http/schemas.js';
import { coded } from '../http/unique.js';
import { LiveEvents } from '../live/live-events.js';
import type { ChangeDeployment, CreateDeployment, DeploymentDto } from './deployment.dto.js';
import { DEPLOYMENT_TAKEN, DeploymentWrites } from './deployment-writes.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { given } from '../audit/row-changes.js';

@Injectable()
export class DeploymentsService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: DeploymentWrites,
    private readonly queries: DeploymentsQueries,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
  ) {}

  async create(id: string, body: CreateDeployment, staff: StaffActor): Promise<DeploymentDto> {
    const { customerId, ...fields } = given(body);
    await coded(DEPLOYMENT_TAKEN, () =>
      transaction(this.db, async (tx) => {
        const customer = await first<{ status: string }>(tx, `SELECT status FROM customers WHERE id = $1 FOR SHARE`, [
          customerId,
        ]);
        if (!customer) throw fieldError('/customerId', 'request.invalid_body', 'Not a customer');
        if (customer.status !== 'active') throw new AppError('customer.inactive');
        await assigneeIsActive(tx, fields.defaultAssigneeId);
        await this.writes.create(tx, [{ id, customerId, fields }], { actor: staff });
      }),
    );
    return this.queries.get(id, staff);
  }

  async change(
    row: { id: string; version: number },
    body: ChangeDeployment,
    staff: StaffActor,
  ): Promise<DeploymentDto> {
    const fields = given(body);
    await coded(DEPLOYMENT_TAKEN, () =>
      transaction(this.db, async (tx) => {
        await assigneeIsActive(tx, fields.defaultAssigneeId);
        await this.writes.change(tx, [{ ...row, fields }], { actor: staff });
      }),
    );
    return this.queries.get(row.id, staff);
  }

  async setStatus(id: string, status: 'active' | 'inactive', staff: StaffActor): Promise<DeploymentDto> {
    await transaction(this.db, (tx) => this.writes.change(tx, [{ id, fields: { status } }], { actor: staff }));
    return this.queries.get(id, staff);
  }

  async remove(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const deployment = (await this.writes.load(tx, [id])).get(id);
      if (!deployment) throw new AppError('row.not_found');
      if (await first(tx, `SELECT 1 FROM devices WHERE deployment_id = $1 LIMIT 1`, [id]))
        throw new AppError('deployment.has_devices');
      if (await first(tx, `SELECT 1 FROM cases WHERE deployment_id = $1 LIMIT 1`, [id]))
        throw new AppError('deployment.has_cases');
      await rows(tx, `DELETE FROM deployments WHERE id = $1 RETURNING id`, [id]);
      const { customerId, name } = deployment;
      await this.audit.record(tx, staff, 'deployment.deleted', { deploymentId: id, customerId, name });
      await this.live.publish(tx, { type: 'deployment.changed', id });
    });
    return DONE;
  }
}

async function assigneeIsActive(tx: Db, id: string | null | undefined): Promise<void> {
  if (!id) return;
  const found = await first(tx, `SELECT 1 FROM staff_members WHERE id = $1 AND status = 'active'`, [id]);
  if (!found) throw fieldError('/defaultAssigneeId', 'request.invalid_body', 'Not an active staff member');
}

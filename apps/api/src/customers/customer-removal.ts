import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { first, rows, transaction } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import { DONE, type Done } from '../http/schemas.js';
import type { CustomerDeletion } from './customer.dto.js';
import { CustomerHooks } from './customer-hooks.js';
import { ELSEWHERE, loginFates } from './login-fates.js';

@Injectable()
export class CustomerRemoval {
  constructor(
    private readonly db: DataSource,
    private readonly hooks: CustomerHooks,
    private readonly audit: AuditService,
  ) {}

  async preview(id: string): Promise<z.input<typeof CustomerDeletion>> {
    const counts = await first<{ contacts: number; cases: number; deployments: number }>(
      this.db,
      `SELECT (SELECT count(*)::int FROM contacts k WHERE k.customer_id = c.id) AS contacts,
              (SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.customer_id = c.id LIMIT 100) capped) AS cases,
              (SELECT count(*)::int FROM (SELECT 1 FROM deployments p WHERE p.customer_id = c.id LIMIT 100) capped) AS deployments
         FROM customers c WHERE c.id = $1`,
      [id],
    );
    if (!counts) throw new AppError('row.not_found');
    const other = `EXISTS (SELECT 1 FROM contacts o WHERE ${ELSEWHERE})`;
    const ending = await loginFates(this.db, `c.customer_id = $1 AND NOT ${other}`, id);
    const staying = await loginFates(this.db, `c.customer_id = $1 AND ${other}`, id);
    return {
      ...counts,
      loginsThatEnd: ending.slice(0, 100),
      loginsThatStay: staying.slice(0, 100),
      canDelete: counts.cases === 0 && counts.deployments === 0,
    };
  }

  async remove(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const customer = await first<{ name: string; number: string }>(
        tx,
        `SELECT name, number FROM customers WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!customer) throw new AppError('row.not_found');
      const hasCases = await first(tx, `SELECT 1 FROM cases WHERE customer_id = $1 LIMIT 1`, [id]);
      if (hasCases) throw new AppError('customer.has_cases');
      const hasDeployments = await first(tx, `SELECT 1 FROM deployments WHERE customer_id = $1 LIMIT 1`, [id]);
      if (hasDeployments) throw new AppError('customer.has_deployments');
      await this.hooks.removing(tx, id, staff);
      await rows(tx, `DELETE FROM customers WHERE id = $1 RETURNING id`, [id]);
      await this.audit.record(tx, staff, 'customer.deleted', { customerId: id, ...customer });
    });
    return DONE;
  }
}

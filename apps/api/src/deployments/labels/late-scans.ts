import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first } from '../../db/sql.js';
import { type Labelled, labelFacts } from './label-facts.js';

/** Staff learn that a label which leads nowhere any more still sticks somewhere (D5): on record of its device, once a day. */
@Injectable()
export class LateScans {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  async tell(labelId: string): Promise<void> {
    const device = await first<Labelled>(
      this.db,
      `SELECT d.id AS "deviceId", d.name, p.id AS "deploymentId", p.customer_id AS "customerId"
         FROM labels l JOIN devices d ON d.id = l.device_id JOIN deployments p ON p.id = d.deployment_id
        WHERE l.id = $1 AND NOT EXISTS (
          SELECT 1 FROM audit_events e WHERE e.device_id = d.id AND e.action = 'label.scanned_late' AND e.subject_id = l.id AND e.at > now() - interval '1 day')`,
      [labelId],
    );
    if (!device) return;
    await this.audit.record(
      this.db,
      { kind: 'system', name: 'Latchkey' },
      'label.scanned_late',
      labelFacts(device, labelId),
    );
  }
}

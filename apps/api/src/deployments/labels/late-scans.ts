import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { first, transaction } from '../../db/sql.js';
import { type Labelled, labelFacts } from './label-facts.js';
import { LateScanMail } from './late-scan-mail.js';

const SYSTEM = { kind: 'system', name: 'Latchkey' } as const;
/** Of one label. */
const ONCE_A_DAY = { max: 1, windowSeconds: 86_400 };

/** Staff learn that a label which leads nowhere any more still sticks somewhere (D5): once a day, on record of its device and by mail. */
@Injectable()
export class LateScans {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly audit: AuditService,
    private readonly mail: LateScanMail,
  ) {}

  async tell(labelId: string): Promise<void> {
    const device = await first<Labelled>(
      this.db,
      `SELECT d.id AS "deviceId", d.name, p.id AS "deploymentId", p.customer_id AS "customerId"
         FROM labels l JOIN devices d ON d.id = l.device_id JOIN deployments p ON p.id = d.deployment_id WHERE l.id = $1`,
      [labelId],
    );
    if (!device) return;
    // Of many scans at once only one gets through.
    const { allowed } = await this.budgets.spendWithin(this.db, {
      kind: 'label-scanned-late',
      subject: labelId,
      rule: ONCE_A_DAY,
    });
    if (!allowed) return;
    await transaction(this.db, async (tx) => {
      await this.audit.record(tx, SYSTEM, 'label.scanned_late', labelFacts(device, labelId));
      await this.mail.send(tx, device);
    });
  }
}

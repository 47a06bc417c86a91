import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { LANGUAGES } from '../../http/schemas.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { languageOf } from '../../staff/staff.texts.js';
import { type Labelled, labelFacts } from './label-facts.js';
import { LATE_SCAN } from './late-scan-texts.js';

const KIND = 'label-scanned-late';
const SYSTEM = { kind: 'system', name: 'Latchkey' } as const;
/** Of one label. */
const ONCE_A_DAY = { max: 1, windowSeconds: 86_400 };
const MOST_RECEIVERS = 200;

/** Staff learn that a label which leads nowhere any more still sticks somewhere (D5): once a day, on record of its device and by mail. */
@Injectable()
export class LateScans implements OnModuleInit {
  // oxlint-disable-next-line sizes/max-params -- an alert: whether, on record, to whom, in what words
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly audit: AuditService,
    private readonly notifications: NotificationsService,
    private readonly kinds: MessageKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: KIND,
      placeholders: ['device', 'deployment', 'customer', 'link'],
      fill: (db, facts) => this.fill(db, facts),
    });
  }

  async tell(labelId: string): Promise<void> {
    const device = await first<Labelled>(
      this.db,
      `SELECT d.id AS "deviceId", d.name, p.id AS "deploymentId", p.customer_id AS "customerId"
         FROM labels l JOIN devices d ON d.id = l.device_id JOIN deployments p ON p.id = d.deployment_id WHERE l.id = $1`,
      [labelId],
    );
    if (!device) return;
    // Of many scans at once only one gets through.
    const { allowed } = await this.budgets.spendWithin(this.db, { kind: KIND, subject: labelId, rule: ONCE_A_DAY });
    if (!allowed) return;
    await transaction(this.db, async (tx) => {
      await this.audit.record(tx, SYSTEM, 'label.scanned_late', labelFacts(device, labelId));
      await this.write(tx, device);
    });
  }

  private async write(tx: Db, { deviceId, deploymentId, customerId }: Labelled): Promise<void> {
    for (const { email, language: own, company } of await receivers(tx, deploymentId)) {
      const language = languageOf(own, LANGUAGES.find((one) => one === company) ?? 'en');
      const { subject, body } = LATE_SCAN[language];
      await this.notifications.enqueue(tx, {
        kind: KIND,
        to: email,
        language,
        subject,
        body,
        data: { deviceId },
        customerId,
      });
    }
  }

  private async fill(db: Db, { data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const row = await first<{ device: string; deployment: string; customer: string }>(
      db,
      `SELECT d.name AS device, p.name AS deployment, u.name AS customer FROM devices d
         JOIN deployments p ON p.id = d.deployment_id JOIN customers u ON u.id = p.customer_id WHERE d.id = $1`,
      [data.deviceId],
    );
    if (!row) return { cancelled: 'The device is gone' };
    const url = `${this.config.adminOrigin}/admin/devices/${String(data.deviceId)}`;
    return {
      values: { ...row, link: url },
      secret: [],
      button: { label: LATE_SCAN[languageOf(language, 'en')].button, url },
    };
  }
}

interface Receiver {
  email: string;
  language: string | null;
  company: string | null;
}

/** The deployment's assignee and addresses, each once; owners and admins where it names nobody. */
function receivers(tx: Db, deploymentId: string): Promise<Receiver[]> {
  return rows<Receiver>(
    tx,
    `WITH named AS (
       SELECT m.email, m.language FROM deployments p JOIN staff_members m ON m.id = p.default_assignee_id AND m.status = 'active' WHERE p.id = $1
       UNION ALL SELECT unnest(notify_emails), NULL FROM deployments WHERE id = $1)
     SELECT DISTINCT ON (lower(x.email)) x.email, x.language, (SELECT data -> 'locale' ->> 'language' FROM settings WHERE id = 1) AS company
       FROM (SELECT * FROM named UNION ALL
             SELECT email, language FROM staff_members WHERE status = 'active' AND role IN ('owner', 'admin') AND NOT EXISTS (SELECT 1 FROM named)) x
      ORDER BY lower(x.email), x.language NULLS LAST LIMIT ${MOST_RECEIVERS}`,
    [deploymentId],
  );
}

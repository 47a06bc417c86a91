import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, first, rows } from '../../db/sql.js';
import { LANGUAGES } from '../../http/schemas.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { languageOf } from '../../staff/staff.texts.js';
import type { Labelled } from './label-facts.js';
import { LATE_SCAN } from './late-scan-texts.js';

const KIND = 'label-scanned-late';
const MOST_RECEIVERS = 200;

/** The message about a label that leads nowhere any more. */
@Injectable()
export class LateScanMail implements OnModuleInit {
  constructor(
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

  async send(tx: Db, { deviceId, deploymentId, customerId }: Labelled): Promise<void> {
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

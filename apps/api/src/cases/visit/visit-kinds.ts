import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, first, rows } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { buttonOf } from '../notices/cases.messages.js';

const MOST_IN_DIGEST = 50;

interface Opened {
  number: number;
  subject: string;
  customerName: string;
  deploymentName: string;
  deviceName: string | null;
  reporter: string;
  text: string;
}

/** Fills the alerts about reports that came by label, when they are sent. */
@Injectable()
export class VisitKinds implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'visit-case-opened',
      placeholders: [
        'case_number',
        'case_subject',
        'case_link',
        'customer_name',
        'deployment_name',
        'device_name',
        'reporter',
        'message_text',
      ],
      fill: (db, notification) => this.opened(db, notification),
    });
    this.kinds.register({
      kind: 'visit-case-digest',
      placeholders: ['case_count', 'case_list', 'case_link', 'customer_name', 'deployment_name'],
      fill: (db, notification) => this.digest(db, notification),
    });
  }

  private async opened(db: Db, { caseId, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const row = await first<Opened>(
      db,
      `SELECT k.number, k.subject, u.name AS "customerName", s.name AS "deploymentName", d.name AS "deviceName",
              concat_ws(', ', k.reporter_name, k.reporter_email, k.reporter_phone) AS reporter,
              (SELECT body FROM case_messages m WHERE m.case_id = k.id AND m.visibility = 'public' ORDER BY created_at, id LIMIT 1) AS text
         FROM cases k JOIN customers u ON u.id = k.customer_id JOIN deployments s ON s.id = k.deployment_id
         LEFT JOIN devices d ON d.id = k.device_id WHERE k.id = $1`,
      [caseId],
    );
    if (!row) return { cancelled: 'The case is gone' };
    const url = `${this.config.adminOrigin}/admin/cases/${caseId}`;
    const values = {
      case_number: String(row.number),
      case_subject: row.subject,
      case_link: url,
      customer_name: row.customerName,
      deployment_name: row.deploymentName,
      device_name: row.deviceName ?? '–',
      reporter: row.reporter || '–',
      message_text: row.text,
    };
    return { values, secret: [], button: { label: buttonOf(language), url } };
  }

  /** What came in the minute after the digest was queued, or at the same moment, and had no message of its own: the same list at every try (R2). */
  private async digest(db: Db, { id, data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const cases = await rows<{ number: number; subject: string; customerName: string; deploymentName: string }>(
      db,
      `SELECT k.number, k.subject, u.name AS "customerName", s.name AS "deploymentName"
         FROM notifications n JOIN cases k ON k.deployment_id = $2::uuid AND k.source = 'label'
              AND k.created_at >= n.created_at - interval '10 seconds' AND k.created_at < n.created_at + interval '1 minute'
         JOIN customers u ON u.id = k.customer_id JOIN deployments s ON s.id = k.deployment_id
        WHERE n.id = $1 AND NOT EXISTS (SELECT 1 FROM notifications own WHERE own.case_id = k.id AND own.kind = 'visit-case-opened')
        ORDER BY k.number`,
      [id, data.deploymentId],
    );
    const one = cases[0];
    if (!one) return { cancelled: 'The cases are gone' };
    const url = `${this.config.adminOrigin}/admin/cases?deploymentId=${String(data.deploymentId)}`;
    const lines = cases.slice(0, MOST_IN_DIGEST).map(({ number, subject }) => `#${number} ${subject}`);
    const values = {
      case_count: String(cases.length),
      case_list: [...lines, ...(cases.length > MOST_IN_DIGEST ? ['…'] : [])].join('\n'),
      case_link: url,
      customer_name: one.customerName,
      deployment_name: one.deploymentName,
    };
    return { values, secret: [], button: { label: buttonOf(language), url } };
  }
}

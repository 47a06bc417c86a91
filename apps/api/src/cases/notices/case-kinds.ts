import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, first } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { SettingsService } from '../../settings/settings.service.js';
import { buttonOf, CASE_KINDS } from './cases.messages.js';

const PLACEHOLDERS = [
  'case_link',
  'case_number',
  'case_subject',
  'customer_name',
  'author_name',
  'message_text',
] as const;

interface Row {
  number: number;
  subject: string;
  customerId: string;
  customerName: string;
  authorName: string | null;
  text: string | null;
}

/** Fills the messages about cases when they are sent. */
@Injectable()
export class CaseKinds implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const kind of CASE_KINDS)
      this.kinds.register({
        kind,
        placeholders: PLACEHOLDERS,
        fill: (db, notification) => this.fill(db, notification),
      });
  }

  /** Reads public messages only: even a row with the id of an internal note would not get its text out. */
  private async fill(db: Db, { caseId, data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const row = await first<Row>(
      db,
      `SELECT k.number, k.subject, u.name AS "customerName", k.customer_id AS "customerId", m.author_name AS "authorName", m.body AS text
         FROM cases k JOIN customers u ON u.id = k.customer_id
         LEFT JOIN case_messages m ON m.case_id = k.id AND m.id = $2 AND m.visibility = 'public'
        WHERE k.id = $1`,
      [caseId, data.messageId ?? null],
    );
    if (!row || (data.messageId && row.text === null)) return { cancelled: 'The case is gone' };
    const origin =
      data.to === 'staff' ? `${this.config.adminOrigin}/admin` : await this.settings.portalOrigin(db, row.customerId);
    const url = `${origin}/cases/${caseId}`;
    const values = {
      case_link: url,
      case_number: String(row.number),
      case_subject: row.subject,
      customer_name: row.customerName,
      author_name: row.authorName ?? (typeof data.by === 'string' ? data.by : ''),
      message_text: row.text ?? '',
    };
    return { values, secret: [], button: { label: buttonOf(language), url } };
  }
}

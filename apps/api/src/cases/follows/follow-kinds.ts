import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Db, first } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { SettingsService } from '../../settings/settings.service.js';
import { CASE_STATUSES } from '../case-status.js';
import { buttonOf, type Language, languageOf } from '../notices/cases.messages.js';
import { FOLLOW_LIVES, FollowLinks } from './follow-links.js';
import { FOLLOW_KINDS, statusText, yesText } from './follow-messages.js';
import { MailStops } from './mail-stops.js';

interface Row {
  number: number;
  customerId: string;
  email: string | null;
  authorName: string | null;
  text: string | null;
}

/** Fills the messages to people without a login. The link is made at this moment, and stored nowhere. */
@Injectable()
export class FollowKinds implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly settings: SettingsService,
    private readonly links: FollowLinks,
    private readonly stops: MailStops,
  ) {}

  onModuleInit(): void {
    const placeholders = ['case_number', 'case_link', 'author_name', 'message_text', 'case_status', 'stop_link'];
    for (const kind of FOLLOW_KINDS)
      this.kinds.register({
        kind,
        placeholders: kind === 'follow-confirm' ? ['case_number', 'confirm_link', 'stop_link'] : placeholders,
        fill: (db, notification) => this.fill(db, notification),
      });
  }

  /** Nothing goes out for a link that was revoked, or to an address that is not the link's any more. */
  private async fill(
    db: Db,
    { kind, data, language: wanted }: NotificationFacts,
  ): Promise<Filled | { cancelled: string }> {
    const row = await first<Row>(
      db,
      `SELECT k.number, k.customer_id AS "customerId", f.email, m.author_name AS "authorName", m.body AS text
         FROM case_follows f JOIN cases k ON k.id = f.case_id
         LEFT JOIN case_messages m ON m.case_id = k.id AND m.id = $2 AND m.visibility = 'public'
        WHERE f.id = $1 AND ${FOLLOW_LIVES}`,
      [data.followId, data.messageId ?? null],
    );
    if (!row?.email || row.email !== data.email) return { cancelled: 'The link has ended' };
    const { email } = row;
    if (data.messageId && row.text === null) return { cancelled: 'The message is gone' };
    if (kind !== 'follow-link' && (await this.stops.has(db, row.email)))
      return { cancelled: 'The address wants no more messages' };
    return this.written(db, { kind, data, language: languageOf(wanted) }, { ...row, email });
  }

  private async written(
    db: Db,
    { kind, data, language }: Pick<NotificationFacts, 'kind' | 'data'> & { language: Language },
    row: Row & { email: string },
  ): Promise<Filled> {
    const id = String(data.followId);
    const origin = await this.settings.portalOrigin(db, row.customerId);
    const stopUrl = origin + this.stops.oneClickPathOf(row.email);
    const shared = { case_number: String(row.number), stop_link: origin + this.stops.pathOf(row.email) };
    if (kind === 'follow-confirm') {
      const url = origin + this.links.confirmLinkOf(id, row.email);
      const values = { ...shared, confirm_link: url };
      return { values, secret: ['confirm_link', 'stop_link'], button: { label: yesText(language), url }, stopUrl };
    }
    const url = origin + this.links.linkOf(id);
    const status = CASE_STATUSES.find((one) => one === data.status);
    const values = {
      ...shared,
      case_link: url,
      author_name: row.authorName ?? '',
      message_text: row.text ?? '',
      case_status: status ? statusText(status, language) : '',
    };
    return { values, secret: ['case_link', 'stop_link'], button: { label: buttonOf(language), url }, stopUrl };
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Keys } from '../config/keys.js';
import { type Db, first } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../notifications/message-kinds.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { BUTTONS, languageOf, type StaffText, TEXTS } from './staff.texts.js';

export interface Receiver {
  id: string;
  email: string;
  language: string | null;
}

interface LinkRow {
  name: string;
  isOpen: boolean;
}

/** The secret of a member's link: derived from its id, so that only its SHA-256 needs storing and every try of a message says the same. */
export const linkToken = (keys: Keys, linkId: string): string => keys.mac('link', 'staff-invitation', linkId);

/** Where staff links lead. The token stands in the fragment: it reaches no log and no Referer (D11). */
export const linkUrl = (config: Config, token: string): string => `${config.adminOrigin}/admin/welcome#t=${token}`;

/** What this feature sends: the link of a member, and notices about the own account. */
@Injectable()
export class StaffMessages implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly kinds: MessageKinds,
    private readonly settings: SettingsService,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'staff-invitation',
      placeholders: ['name', 'company', 'link'],
      fill: (db, facts) => this.fillLink(db, facts),
    });
    this.kinds.register({
      kind: 'staff-notice',
      placeholders: ['name', 'company'],
      fill: (db, facts) => this.fillNotice(db, facts),
    });
  }

  async sendLink(
    tx: Db,
    message: { to: Receiver; text: 'invitation' | 'newPassword'; linkId: string; expiresAt: Date; by: StaffActor },
  ): Promise<void> {
    const { subject, body, language } = await this.text(tx, message.to, message.text);
    const createdBy = { id: message.by.staffId, name: message.by.name };
    await this.notifications.enqueue(tx, {
      kind: 'staff-invitation',
      to: message.to.email,
      language,
      subject,
      body,
      createdBy,
      expiresAt: message.expiresAt,
      data: { staffId: message.to.id, linkId: message.linkId },
    });
  }

  async sendNotice(tx: Db, to: Receiver, text: Exclude<StaffText, 'invitation' | 'newPassword'>): Promise<void> {
    const { subject, body, language } = await this.text(tx, to, text);
    await this.notifications.enqueue(tx, {
      kind: 'staff-notice',
      to: to.email,
      language,
      subject,
      body,
      data: { staffId: to.id },
    });
  }

  private async text(tx: Db, to: Receiver, text: StaffText) {
    const { locale } = await this.settings.read(tx);
    const language = languageOf(to.language, locale.language);
    return { ...TEXTS[language][text], language };
  }

  private async fillLink(db: Db, { data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const row = await first<LinkRow>(
      db,
      `SELECT m.name, l.used_at IS NULL AND l.expires_at > now() AND m.status <> 'inactive' AS "isOpen"
         FROM staff_links l JOIN staff_members m ON m.id = l.staff_id WHERE l.id = $1`,
      [data.linkId],
    );
    if (!row?.isOpen) return { cancelled: 'The link was used, replaced or has expired' };
    const url = linkUrl(this.config, linkToken(this.keys, String(data.linkId)));
    const { company, locale } = await this.settings.read(db);
    const label = BUTTONS[languageOf(language, locale.language)];
    return { values: { name: row.name, company: company.name, link: url }, secret: ['link'], button: { label, url } };
  }

  private async fillNotice(db: Db, { data }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const row = await first<{ name: string }>(db, `SELECT name FROM staff_members WHERE id = $1`, [data.staffId]);
    if (!row) return { cancelled: 'The staff member does not exist any more' };
    const { company } = await this.settings.read(db);
    return { values: { name: row.name, company: company.name }, secret: [] };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { type Db, first } from '../../db/sql.js';
import { MessageKinds } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type Notice, noticeText } from './notice-texts.js';

/** Written when it is queued: every try carries the same words (R2). */
const Data = z.object({ company: z.string(), portalLink: z.string() });

interface Owner {
  email: string | null;
  language: string | null;
  contactId: string | null;
  customerId: string | null;
}

/** Tells the owner of a login what happened to it. */
@Injectable()
export class NoticesService implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly settings: SettingsService,
    private readonly kinds: MessageKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'security-notice',
      placeholders: ['company', 'portal_link'],
      fill: (_db, { data }) => {
        const { company, portalLink } = Data.parse(data);
        return Promise.resolve({ values: { company, portal_link: portalLink }, secret: [] });
      },
    });
  }

  /** Queues the notice; false when the login has no e-mail to send it to. */
  async send(tx: Db, identityId: string, notice: Notice): Promise<boolean> {
    const owner = await first<Owner>(
      tx,
      `SELECT i.email, coalesce(i.language, c.language, u.language) AS language, c.id AS "contactId", c.customer_id AS "customerId"
         FROM identities i LEFT JOIN contacts c ON c.identity_id = i.id LEFT JOIN customers u ON u.id = c.customer_id
        WHERE i.id = $1 ORDER BY c.id = i.last_contact_id DESC NULLS LAST, c.id LIMIT 1`,
      [identityId],
    );
    if (!owner?.email) return false;
    const settings = await this.settings.read(tx);
    const text = noticeText(notice, [owner.language, settings.locale.language]);
    const data = {
      company: settings.company.name,
      portalLink: `${await this.settings.portalOrigin(tx)}/sign-in`,
      notice,
    };
    const { contactId, customerId } = owner;
    await this.notifications.enqueue(tx, {
      kind: 'security-notice',
      to: owner.email,
      ...text,
      data,
      contactId,
      customerId,
      identityId,
    });
    return true;
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config/config.js';
import { contactNameSql } from '../../customers/login-fates.js';
import { type Db, first, rows } from '../../db/sql.js';
import { permissionsOf, STAFF_ROLES } from '../../http/permissions.js';
import { MessageKinds } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { languageOf, LOCK_ALERT_BUTTONS, LOCK_ALERTS, type PausedSecret } from './lock-alert-texts.js';

/** Those who can do something about it. */
const RECEIVERS = STAFF_ROLES.filter((role) => permissionsOf(role).has('lock:lift'));

/** Written when it is queued: every try of the message carries the same words (R2). */
const Data = z.object({ person: z.string(), customer: z.string(), tries: z.string(), link: z.string() });

export interface Paused {
  person: string;
  customer: string;
  contactId: string;
  customerId: string;
}

/** The message to staff about a login whose last try was used up. */
@Injectable()
export class LockAlertMail implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly settings: SettingsService,
    private readonly kinds: MessageKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'lock-alert',
      placeholders: ['person', 'customer', 'tries', 'link'],
      fill: (_db, { data, language }) => {
        const values = Data.parse(data);
        const label = LOCK_ALERT_BUTTONS[languageOf(language, 'en')];
        return Promise.resolve({ values, secret: [], button: { label, url: values.link } });
      },
    });
  }

  /** The contact that the person used last. */
  whose(db: Db, identityId: string): Promise<Paused | undefined> {
    return first<Paused>(
      db,
      `SELECT c.id AS "contactId", u.id AS "customerId", ${contactNameSql('c')} AS person, u.name AS customer
         FROM identities i JOIN contacts c ON c.identity_id = i.id JOIN customers u ON u.id = c.customer_id
        WHERE i.id = $1 ORDER BY c.id = i.last_contact_id DESC NULLS LAST, c.id LIMIT 1`,
      [identityId],
    );
  }

  async wasTold(db: Db, identityId: string): Promise<boolean> {
    const told = `SELECT 1 FROM notifications WHERE identity_id = $1 AND kind = 'lock-alert' AND created_at > now() - interval '1 day' LIMIT 1`;
    return (await rows(db, told, [identityId])).length > 0;
  }

  /** Not under the contact: its messages are those that the person got. */
  async send(tx: Db, alert: Paused & { identityId: string; secret: PausedSecret; tries: number }): Promise<void> {
    const { identityId, secret, person, customer, contactId } = alert;
    const { locale } = await this.settings.read(tx);
    const data = {
      person,
      customer,
      tries: String(alert.tries),
      link: `${this.config.adminOrigin}/admin/contacts/${contactId}`,
    };
    const receivers = await rows<{ email: string; language: string | null }>(
      tx,
      `SELECT email, language FROM staff_members WHERE status = 'active' AND role = ANY ($1) ORDER BY id`,
      [RECEIVERS],
    );
    for (const { email, language: own } of receivers) {
      const language = languageOf(own, locale.language);
      const text = LOCK_ALERTS[language][secret];
      await this.notifications.enqueue(tx, { kind: 'lock-alert', to: email, language, ...text, data, identityId });
    }
  }
}
